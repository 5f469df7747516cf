// The service on a real Neo4j: the same answers over HTTP as over Bolt, the same look-ups as on the embedded store, and the script that rebuilds it.
import neo4j, { type Driver } from 'neo4j-driver';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cypherScript } from '../../src/adapters/exports/cypher-script.ts';
import { ExportSource } from '../../src/adapters/exports/index.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { SCHEMA } from '../../src/schema/index.ts';
import * as answers from '../api/support/answers.ts';
import { examples, knownIds } from '../api/support/examples.ts';
import { posted, startTestService, type TestService } from '../api/support/service.ts';
import { commitOf, REPORTS } from '../api/support/world.ts';
import { emptyNeo4j, startNeo4j, type Neo4jServer } from './server.ts';
import { CLIENT_QUERIES } from './client-queries.ts';
import { comparable, typedOverBolt, VALUE_QUERIES, type TypedValue } from './typed-values.ts';

let server: Neo4jServer;
let driver: Driver;
let onNeo4j: TestService;
let embedded: TestService;

beforeAll(async () => {
  server = await startNeo4j();
  driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  const login = { user: server.user, password: server.password };
  const store = await openStore(server.uri, login);
  await store.commit(REPORTS.map(commitOf));
  await store.close();
  onNeo4j = await startTestService({
    settings: { store: server.uri, neo4jUser: server.user, neo4jPassword: server.password },
  });
  embedded = await startTestService();
}, 300_000);
afterAll(async () => {
  await onNeo4j.stop();
  await embedded.stop();
  await driver.close();
  await server.stop();
});

/** Values as plain JSON has them; ids of elements are each store's own. */
function overBolt(value: unknown): unknown {
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isNode(value)) return { labels: [...value.labels].sort(), properties: withoutHidden(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: withoutHidden(value.properties) };
  if (Array.isArray(value)) return value.map(overBolt);
  if (value !== null && typeof value === 'object' && value.constructor === Object)
    return withoutHidden(value as Record<string, unknown>);
  // Temporal values of the driver print themselves.
  return value !== null && typeof value === 'object' ? (value as { toString(): string }).toString() : value;
}
const withoutHidden = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, overBolt(value)]),
  );

function overHttp(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(overHttp);
  if (value === null || typeof value !== 'object') return value;
  const fields = value as Record<string, unknown>;
  if ('labels' in fields && 'elementId' in fields)
    return { labels: [...(fields['labels'] as string[])].sort(), properties: overHttp(fields['properties']) };
  if ('startNodeElementId' in fields) return { type: fields['type'], properties: overHttp(fields['properties']) };
  return Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, overHttp(each)]));
}

describe('a client written against Neo4j’s documentation', () => {
  it.each(CLIENT_QUERIES)('gets the same answer over HTTP and over Bolt: %s', async (statement) => {
    const parameters = { name: 'Ruth Okafor', names: ['Ruth Okafor', 'Mara Lindqvist'], kind: 'Meeting' };
    const bolt = await driver.executeQuery(statement, parameters, { routing: 'READ' });
    const expected = bolt.records.map((record) => record.keys.map((key) => overBolt(record.get(key))));
    expect(expected.length, 'a query that finds nothing proves nothing').toBeGreaterThan(0);
    for (const service of [onNeo4j, embedded]) {
      const answer = await service.get(
        answers.queryAnswer,
        '/db/neo4j/query/v2',
        posted({ statement, parameters }),
        202,
      );
      expect(answer.data.fields).toEqual(bolt.keys);
      expect(answer.data.values.map((row) => row.map(overHttp))).toEqual(expected);
    }
  });
});

describe('a client that asks for typed values', () => {
  const mediaType = 'application/vnd.neo4j.query';
  const parameters = { name: 'Ruth Okafor', names: ['Ruth Okafor', 'Mara Lindqvist'], kind: 'Meeting' };

  it.each([...CLIENT_QUERIES, ...VALUE_QUERIES])('gets those of Bolt: %s', async (statement) => {
    const bolt = await driver.executeQuery(statement, parameters, { routing: 'READ' });
    const expected = bolt.records.map((record) => record.keys.map((key) => typedOverBolt(record.get(key))));
    expect(expected.length, 'a query that finds nothing proves nothing').toBeGreaterThan(0);
    for (const service of [onNeo4j, embedded]) {
      const asked = posted({ statement, parameters }, { Accept: mediaType });
      const answer = await service.get(answers.queryAnswer, '/db/neo4j/query/v2', asked, 202);
      const rows = answer.data.values as TypedValue[][];
      expect(rows.map((row) => row.map(comparable))).toEqual(expected);
    }
  });

  it('is refused a point by name on the embedded store, which knows no points', async () => {
    const asked = posted({ statement: 'RETURN point({x: 1, y: 2}) AS p' }, { Accept: mediaType });
    const [error] = (await embedded.get(answers.neo4jErrors, '/db/neo4j/query/v2', asked, 400)).errors;
    expect(error!.message).toMatch(/point/);
  });
});

it('answers every look-up as the embedded store does', async () => {
  const known = await knownIds(embedded);
  await knownIds(onNeo4j);
  const steady = Object.entries(examples(known)).filter(
    ([name, { init }]) => init === undefined && name !== 'getJob' && name !== 'getGraphPicture',
  );
  for (const [name, { path }] of steady) {
    const [one, other] = await Promise.all(
      [embedded, onNeo4j].map(async (service) => (await service.ask(path)).text()),
    );
    expect(other, name).toBe(one);
  }
});

it('is rebuilt by the exported script in an empty database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-script-'));
  const store: GraphStore = await openStore(`file:${folder}`);
  await store.commit(REPORTS.map(commitOf));
  const source = await ExportSource.open(store.read.bind(store), SCHEMA, {}, new Map());
  let script = '';
  for await (const part of cypherScript.files[0].write(source)) script += part;
  await emptyNeo4j(server);
  for (const statement of script.split(/;\n/).filter((each) => each.trim() !== ''))
    await driver.executeQuery(statement);
  const counts = 'MATCH (n) WHERE NOT n:Store UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label';
  const edges = 'MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n, sum(size(keys(r))) AS keys ORDER BY type';
  for (const statement of [counts, edges]) {
    const there = (await driver.executeQuery(statement)).records.map((record) =>
      record.keys.map((key) => overBolt(record.get(key))),
    );
    const here = await store.read(statement, {});
    expect(there).toEqual(here.rows.map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell))));
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
