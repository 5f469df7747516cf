// The CSV export imported by Neo4j's own `neo4j-admin database import` into an empty database, which then answers as the store does.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, expect, it } from 'vitest';
import { ExportSource, FORMATS } from '../../src/adapters/exports/index.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { SCHEMA } from '../../src/schema/index.ts';
import { commitOf, REPORTS } from '../api/support/world.ts';
import {
  endJarServer,
  hasJavaAndMaven,
  runNeo4jAdmin,
  startJarServer,
  TEST_PASSWORD,
  TEST_USER,
} from '../neo4j/jar-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Counts by label and type, with the number of properties: what an import could lose. */
const NODES =
  'MATCH (n) WHERE NOT n:Store UNWIND labels(n) AS label RETURN label, count(*) AS n, sum(size(keys(n))) AS keys ORDER BY label';
const EDGES = 'MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n, sum(size(keys(r))) AS keys ORDER BY type';
const NAMES = 'MATCH (e:Entity) RETURN e.name AS name, e.aliases AS aliases ORDER BY name';

it('neo4j-admin imports every node and relationship with its properties', async () => {
  if (!hasJavaAndMaven()) throw new Error('This test runs neo4j-admin: it needs Java and Maven.');
  const store = await openStore(`file:${folder}/store`);
  await store.commit(REPORTS.map(commitOf));
  const source = await ExportSource.open(store.read.bind(store), SCHEMA, {}, new Map());
  const csv = join(folder, 'csv');
  mkdirSync(csv);
  const { files, hint } = FORMATS.find(({ name }) => name === 'neo4j-csv')!;
  for (const file of files) {
    let text = '';
    for await (const part of file.write(source)) text += part;
    writeFileSync(join(csv, file.name), text);
  }
  const home = join(folder, 'neo4j');
  const nodes = ['entities', 'documents', 'claims'].map((name) => `--nodes=${join(csv, `${name}.csv`)}`);
  const edges = ['facts', 'provenance', 'mentions'].map((name) => `--relationships=${join(csv, `${name}.csv`)}`);
  const options = ['--array-delimiter=U+001F', '--multiline-fields=true', '--overwrite-destination=true'];
  runNeo4jAdmin(home, ['database', 'import', 'full', 'neo4j', ...options, ...nodes, ...edges]);
  const server = await startJarServer(home);
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(TEST_USER, TEST_PASSWORD));
  try {
    const afterwards = hint!.split('in the database: ')[1]!;
    await driver.executeQuery(afterwards);
    for (const statement of [NODES, EDGES, NAMES]) {
      const there = (await driver.executeQuery(statement)).records.map((record) =>
        record.map((value: unknown) => (neo4j.isInt(value) ? value.toNumber() : value)),
      );
      const here = (await store.read(statement, {})).rows.map((row) =>
        row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)),
      );
      expect(there.length).toBeGreaterThan(3);
      expect(there).toEqual(statement === NODES ? withKeys(here) : here);
    }
  } finally {
    await driver.close();
    await endJarServer(server);
    await store.close();
  }
}, 400_000);

/** Each imported node has one property more: the key that the importer knows it by. */
const withKeys = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  rows.map(([label, n, keys]) => [label, n, Number(keys) + Number(n)]);
