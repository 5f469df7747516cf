// Each export opened by the tool that it is for, or by the library that such tools are made with.
import { defaultModel, Model } from '@opensanctions/followthemoney';
import Graph from 'graphology';
import gexfReader from 'graphology-gexf';
import jsonld from 'jsonld';
import { parseHTML } from 'linkedom';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportSource, FORMATS, type Selection } from '../../src/adapters/exports/index.ts';
import { csvLine, safeCell } from '../../src/adapters/exports/csv-line.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { SCHEMA } from '../../src/schema/index.ts';
import { commitOf, REPORTS, WORLD } from '../api/support/world.ts';
import { parseCsv } from './support/parse-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-exports-'));
let store: GraphStore;

beforeAll(async () => {
  store = await openStore(`file:${folder}/store`);
  await store.commit(REPORTS.map(commitOf));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const places = new Map([[WORLD.forum, { x: 12.5, y: -3 }]]);

async function written(format: string, file = 0, selection: Selection = {}): Promise<string> {
  const source = await ExportSource.open(store.read.bind(store), SCHEMA, selection, places);
  let text = '';
  for await (const part of FORMATS.find(({ name }) => name === format)!.files[file]!.write(source)) text += part;
  return text;
}

describe('GEXF', () => {
  it('opens with nodes, colours, positions and dates, its edges directed, those that hold both ways marked', async () => {
    const graph = gexfReader.parse(Graph as unknown as Parameters<typeof gexfReader.parse>[0], await written('gexf'), {
      addMissingNodes: false,
    });
    expect([graph.order, graph.size]).toEqual([9, 13]);
    expect(graph.getNodeAttributes(WORLD.forum)).toMatchObject({
      label: '12th Harbour Forum',
      kind: 'Meeting',
      x: 12.5,
      y: -3,
    });
    expect(graph.getNodeAttribute(WORLD.forum, 'color')).toMatch(/^(?:#C537C6|rgb\(197, ?55, ?198\))$/i);
    expect(graph.directedSize).toBe(13);
    expect(graph.filterEdges((_edge, attributes) => attributes['symmetric'] === true)).toHaveLength(3);
    expect(await written('gexf')).toContain('start="2024-03-05" end="2024-03-06"');
  });
});

describe('GraphML', () => {
  it('opens with typed keys that every datum names', async () => {
    const { document } = parseHTML(await written('graphml'));
    const keys = new Set([...document.querySelectorAll('key')].map((key) => key.getAttribute('id')));
    for (const datum of document.querySelectorAll('data')) expect(keys.has(datum.getAttribute('key'))).toBe(true);
    const ids = new Set([...document.querySelectorAll('node')].map((node) => node.getAttribute('id')));
    const edges = [...document.querySelectorAll('edge')];
    expect([ids.size, edges.length]).toEqual([9, 13]);
    for (const edge of edges)
      expect([ids.has(edge.getAttribute('source')), ids.has(edge.getAttribute('target'))]).toEqual([true, true]);
  });
});

describe('CSV for spreadsheets', () => {
  it('opens with names and dates in their columns', async () => {
    const [head, ...rows] = parseCsv((await written('csv')).replace('\ufeff', ''));
    const at = (name: string): number => head!.indexOf(name);
    const met = rows.find((row) => row[at('type')] === 'MET_WITH' && row[at('startDate')] === '2024-03-05')!;
    expect([met[at('sourceName')], met[at('targetName')]].sort()).toEqual(['Ruth Okafor', 'Đặng Thị Hòa']);
    for (const row of rows) expect(row).toHaveLength(head!.length);
  });

  it.each(['=1+1', '+1-1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =cmd|x', '＝1+1'])(
    'does not let a spreadsheet run %j',
    (cell) => {
      expect(safeCell(cell)).toBe(`'${cell}`);
    },
  );

  it('leaves numbers and dates alone, and quotes what would break a line', () => {
    expect(['-12.5', '2024-03-05', '--04-23'].map(safeCell)).toEqual(['-12.5', '2024-03-05', "'--04-23"]);
    expect(csvLine(['a,b', 'c"d', 'e\nf'])).toBe('"a,b","c""d","e\nf"\r\n');
  });
});

describe('CSV for neo4j-admin', () => {
  it('gives every row of a file the columns of its head, and every end its node', async () => {
    const { files } = FORMATS.find(({ name }) => name === 'neo4j-csv')!;
    const tables = new Map<string, string[][]>();
    for (const [index, file] of files.entries()) tables.set(file.name, parseCsv(await written('neo4j-csv', index)));
    const nodes = new Set(
      ['entities.csv', 'documents.csv', 'claims.csv'].flatMap((name) =>
        tables
          .get(name)!
          .slice(1)
          .map(([id]) => id),
      ),
    );
    expect(nodes.size).toBe(9 + 3 + 15);
    for (const [name, [head, ...rows]] of tables) {
      expect(
        head!.some((column) => column.startsWith(':')),
        name,
      ).toBe(true);
      for (const row of rows) expect(row, name).toHaveLength(head!.length);
    }
    for (const name of ['facts.csv', 'provenance.csv', 'mentions.csv'])
      for (const [from, to] of tables.get(name)!.slice(1))
        expect([nodes.has(from), nodes.has(to)]).toEqual([true, true]);
  });
});

describe('JSON-LD', () => {
  it('becomes RDF without fetching anything, quotes and offsets included', async () => {
    const loader = () => Promise.reject(new Error('nothing is fetched'));
    const quads = await jsonld.toRDF(JSON.parse(await written('json-ld')) as object, { documentLoader: loader });
    const objects = (predicate: string): string[] =>
      quads.filter((quad) => quad.predicate.value === predicate).map((quad) => quad.object.value);
    expect(objects('https://schema.org/name')).toContain('Đặng Thị Hòa');
    expect(objects('http://www.w3.org/ns/oa#exact')).toHaveLength(15);
    expect(objects('http://www.w3.org/ns/prov#wasDerivedFrom')).toHaveLength(15);
  });
});

describe('FollowTheMoney', () => {
  const model = new Model(defaultModel);
  type Raw = { id: string; schema: string; properties: Record<string, string[]> };
  const entities = async (): Promise<Raw[]> =>
    (await written('ftm'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Raw);

  it('is valid by its own library: schemas, properties, required ones and the kinds of both ends', async () => {
    const all = new Map((await entities()).map((raw) => [raw.id, raw]));
    for (const raw of all.values()) {
      const schema = model.getSchema(raw.schema);
      for (const required of schema.required) expect(Object.keys(raw.properties), raw.schema).toContain(required);
      for (const [name, values] of Object.entries(raw.properties)) {
        const property = schema.getProperty(name);
        expect(property.stub, `${raw.schema}.${name}`).toBe(false);
        if (property.type.name !== 'entity') continue;
        for (const value of values)
          expect(model.getSchema(all.get(value)!.schema).isA(property.getRange()), `${raw.schema}.${name}`).toBe(true);
      }
      expect(model.getEntity(raw).id).toBe(raw.id);
    }
  });

  it('holds posts as occupancies and meetings of people as links, with their proof', async () => {
    const all = await entities();
    expect(all.filter(({ schema }) => schema === 'Occupancy')).toHaveLength(1);
    const link = all.find(
      ({ schema, properties }) =>
        schema === 'UnknownLink' && properties['startDate']?.[0] === '2024-03-05' && properties['proof']?.length === 2,
    );
    expect(link?.properties['summary']).toHaveLength(2);
  });
});

describe('selections', () => {
  const names = async (selection: Selection): Promise<string[]> =>
    parseCsv(await written('csv', 1, selection))
      .slice(1)
      .map((row) => row[1]!)
      .sort();

  it('take what lies around an entity', async () => {
    expect(await names({ center: WORLD.ministry, hops: 1 })).toEqual(['Ministry of Ports', 'Đặng Thị Hòa']);
  });

  it('take what a query returns', async () => {
    const cypher = "MATCH p = (:Person {name: 'Mara Lindqvist'})-[:ATTENDED]->(m) RETURN p";
    expect(await names({ cypher })).toEqual(['13th Harbour Forum', 'Mara Lindqvist']);
    await expect(names({ cypher: 'RETURN 1' })).rejects.toThrow('returns no entities');
    await expect(names({ cypher: 'MATCH (n) DELETE n' })).rejects.toThrow();
  });

  it('take what happened in a period', async () => {
    expect(await names({ from: '2025-01-01', to: '2025-12-31' })).toEqual([
      '13th Harbour Forum',
      'Mara Lindqvist',
      'Ruth Okafor',
    ]);
  });

  const SELECTIONS: readonly (readonly [string, Selection, has: string, hasNot: string])[] = [
    ['an entity', { center: WORLD.ministry, hops: 1 }, 'Ministry of Ports', 'Mara Lindqvist'],
    [
      'a query',
      { cypher: "MATCH (p:Person {name: 'Mara Lindqvist'}) RETURN p" },
      'Mara Lindqvist',
      'Ministry of Ports',
    ],
    ['a period', { from: '2025-01-01', to: '2025-12-31' }, '13th Harbour Forum', 'Ministry of Ports'],
  ];

  it.each(FORMATS.flatMap(({ name }) => SELECTIONS.map((selection) => [name, ...selection] as const)))(
    'are what %s writes for %s',
    async (format, _of, selection, has, hasNot) => {
      const { files } = FORMATS.find(({ name }) => name === format)!;
      const texts = await Promise.all(files.map((_file, at) => written(format, at, selection)));
      expect(texts.join('')).toContain(has);
      expect(texts.join('')).not.toContain(hasNot);
    },
  );
});
