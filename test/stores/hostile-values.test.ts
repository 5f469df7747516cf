// Hostile values through the embedded store and out again: as JSON, CSV and a table, and in both forms of the Query API.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { PLAIN, TYPED, writeAnswer } from '../../src/api/neo4j/format.ts';
import { renderRows } from '../../src/cli/render-rows.ts';
import type { QueryResult } from '../../src/cypher/result.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { aDocument } from '../contract/a-document.ts';

const LONE = 'a\ud800b';
const LONG = 'x'.repeat(1_000_000);
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const folder = mkdtempSync(join(tmpdir(), 'plenary-hostile-'));
let store: GraphStore;
beforeAll(async () => {
  store = await openStore(`file:${folder}`);
  const text = aDocument();
  const [first, second] = NAMES.map((name) =>
    text.names('Person', name, { key: name, aliases: [LONE, `nul\u0000${name}`], attributes: { country: LONE } }),
  );
  text.relates('MET_WITH', first!, second!).says(LONG).says(`half ${LONE}`);
  await store.commit([text.build()]);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (cypher: string, parameters: Record<string, unknown> = {}): Promise<QueryResult> =>
  store.read(cypher, parameters);
const one = async (expression: string, parameters: Record<string, unknown> = {}): Promise<QueryResult> =>
  ask(`RETURN ${expression} AS value`, parameters);
const json = (result: QueryResult): unknown =>
  (JSON.parse(renderRows(result, 'json')) as { value: unknown }[])[0]!.value;
const csv = (result: QueryResult): string => renderRows(result, 'csv').split('\n').slice(1).join('\n');
const overHttp = (result: QueryResult, dialect: typeof PLAIN): string =>
  /"values":\[\[(.*)\]\]/s.exec(writeAnswer(result, dialect, { bookmark: '', includeCounters: false }))![1]!;

describe('entities with hostile names', () => {
  it.each(NAMES)('are found, by name and by full text: %s', async (name) => {
    const found = await ask('MATCH (p:Person {name: $name}) RETURN p.name, p.aliases, p.country', { name });
    expect(found.rows).toEqual([[name, [LONE, `nul\u0000${name}`].sort(), LONE]]);
    const search = "CALL db.index.fulltext.queryNodes('entity_names', $name) YIELD node RETURN node.name";
    expect((await ask(search, { name: `"${name}"` })).rows).toEqual([[name]]);
  });
  it('meet each other', async () => {
    const { rows } = await ask('MATCH (a:Person)-[:MET_WITH]-(b:Person) RETURN a.name ORDER BY a.name');
    expect(rows).toEqual([['__proto__'], ['constructor']]);
  });
  it('are grouped and collected into maps like others', async () => {
    const { rows } = await ask(
      'MATCH (p:Person) WITH p.name AS name, count(*) AS n ORDER BY name RETURN collect(name), sum(n)',
    );
    expect(rows).toEqual([[[...NAMES].sort(), 4n]]);
  });
});

describe('a document of a million characters', () => {
  it('is kept whole, with half a surrogate pair in it', async () => {
    const [[id]] = (await ask('MATCH (d:Document) RETURN d.id')).rows as [[string]];
    const { document } = (await store.document(id))!;
    expect(document.text).toContain(LONG);
    expect(document.text).toContain(`half ${LONE}`);
  });
});

describe('hostile values', () => {
  it.each(['__proto__', 'constructor', 'toString'])('are keys of maps everywhere: %s', async (key) => {
    const result = await one(`{\`${key}\`: 7}`);
    expect(Object.entries(json(result) as object)).toEqual([[key, 7]]);
    expect(csv(result)).toBe(`"{""${key}"":7}"`);
    expect(renderRows(result, 'table')).toContain(`{"${key}":7}`);
    expect(overHttp(result, PLAIN)).toBe(`{"${key}":7}`);
    expect(overHttp(result, TYPED)).toContain(`"${key}":{"$type":"Integer","_value":"7"}`);
  });
  it.each(['__proto__', 'constructor'])('are names of columns everywhere: %s', async (name) => {
    const result = await ask(`RETURN 7 AS \`${name}\``);
    expect(Object.entries((JSON.parse(renderRows(result, 'json')) as object[])[0]!)).toEqual([[name, 7]]);
    expect(renderRows(result, 'csv').split('\n')).toEqual([name, '7']);
    expect(writeAnswer(result, TYPED, { bookmark: '', includeCounters: false })).toContain(`"fields":["${name}"]`);
  });
  it.each(['9007199254740993', '-9007199254740993', '9223372036854775807'])(
    'keep every digit of %s',
    async (digits) => {
      for (const result of [await one(digits), await one('$x', { x: BigInt(digits) })]) {
        expect(result.rows).toEqual([[BigInt(digits)]]);
        expect(json(result)).toBe(digits);
        expect(csv(result)).toBe(digits);
        expect(overHttp(result, PLAIN)).toBe(digits);
        expect(overHttp(result, TYPED)).toBe(`{"$type":"Integer","_value":"${digits}"}`);
      }
    },
  );
  it.each([
    ['0.0 / 0.0', 'NaN'],
    ['1.0 / 0.0', 'Infinity'],
    ['-1.0 / 0.0', '-Infinity'],
  ])('tell %s from null', async (expression, name) => {
    const result = await one(expression);
    expect([json(result), overHttp(result, PLAIN)]).toEqual([name, `"${name}"`]);
    expect(csv(result)).toBe(name);
    expect(overHttp(result, TYPED)).toBe(`{"$type":"Float","_value":"${name}"}`);
  });
  it('keep half a surrogate pair where the bytes can, and show it where they cannot', async () => {
    const result = await one('$lone', { lone: LONE });
    expect(result.rows).toEqual([[LONE]]);
    expect(json(result)).toBe(LONE);
    expect(JSON.parse(overHttp(result, PLAIN))).toBe(LONE);
    expect((JSON.parse(overHttp(result, TYPED)) as { _value: string })._value).toBe(LONE);
    for (const format of ['csv', 'table'] as const) {
      const printed = renderRows(result, format);
      expect(printed).toContain(String.raw`a\ud800b`);
      expect(Buffer.from(printed).toString()).toBe(printed);
    }
  });
  it('keep a million characters, which a table cuts with a sign', async () => {
    const result = await one('$long', { long: LONG });
    expect(json(result)).toBe(LONG);
    expect(csv(result)).toBe(LONG);
    expect(JSON.parse(overHttp(result, PLAIN))).toBe(LONG);
    expect(renderRows(result, 'table')).toContain('x…');
  });
  it.each([[2n ** 63n], [Symbol('x')], [() => 1], [new Date(0)]])(
    'are refused where Cypher has none: %s',
    async (value) => {
      await expect(one('$value', { value })).rejects.toThrow();
    },
  );
});

describe('a product of 3,000 times 3,000 times 3,000', () => {
  it('is stopped by its time, and the next question is answered', async () => {
    const product = ['a', 'b', 'c'].map((name) => `UNWIND range(1, 3000) AS ${name}`).join(' ');
    const { stopped } = await store.read(`${product} RETURN count(*)`, {}, { timeoutMs: 200 });
    expect(stopped?.reason).toBe('time');
    expect((await ask('RETURN 1')).rows).toEqual([[1n]]);
  });
});
