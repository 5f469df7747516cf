// How fast documents enter: Plenary on Neo4j, the bare driver with the same rows, one statement a row, the embedded store.
import neo4j, { type Driver } from 'neo4j-driver';
import { writeDelta } from '../../../src/adapters/stores/neo4j/delta-writer.ts';
import { openStore } from '../../../src/adapters/stores/open.ts';
import type { DocumentCommit } from '../../../src/ports/graph-store.ts';
import type { GraphDelta } from '../../../src/projection/graph.ts';
import { ledgerEntry } from '../../../src/projection/ledger.ts';
import { Projector } from '../../../src/projection/projector.ts';
import { emptyNeo4j, type Neo4jServer } from '../../neo4j/server.ts';
import { batchesOf } from './corpus.ts';

export const BATCH = 50;
/** Rows of the slow way: enough to know its speed. */
const SINGLE_ROWS = 400;

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export async function commitAll(url: string, documents: readonly DocumentCommit[], login = {}): Promise<number> {
  const store = await openStore(url, { own: true, ...login });
  const time = await seconds(async () => {
    for (const batch of batchesOf(documents, BATCH)) await store.commit(batch);
  });
  await store.close();
  return time;
}

export interface Neo4jIngest {
  readonly plenary: number;
  readonly bare: number;
  /** Seconds that all rows would take, one statement each. */
  readonly single: number;
}

export async function neo4jIngest(server: Neo4jServer, documents: readonly DocumentCommit[]): Promise<Neo4jIngest> {
  const { user, password, uri } = server;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });
  const projector = new Projector();
  const deltas = batchesOf(documents, BATCH).map((batch) =>
    projector.apply({ put: batch.map(({ claims }) => ledgerEntry(claims)), removed: [] }),
  );
  await commitAll(uri, documents.slice(0, BATCH), { user, password }); // the server plans and compiles what all ways need
  await emptyData(driver);
  const bare = await seconds(() => writeBare(driver, deltas));
  await emptyData(driver);
  const single = (await seconds(() => writeSingly(driver, deltas[0]!))) * (rowsOf(deltas) / SINGLE_ROWS);
  await emptyData(driver);
  const plenary = await commitAll(uri, documents, { user, password });
  await driver.close();
  await emptyNeo4j(server);
  return { plenary, bare, single };
}

const emptyData = async (driver: Driver): Promise<unknown> =>
  driver.session().run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');

async function writeBare(driver: Driver, deltas: readonly GraphDelta[]): Promise<void> {
  const session = driver.session();
  for (const delta of deltas) await session.executeWrite((tx) => writeDelta(tx, delta, new Map()));
  await session.close();
}

async function writeSingly(driver: Driver, { putNodes }: GraphDelta): Promise<void> {
  const session = driver.session();
  for (const { key, labels, properties } of putNodes.slice(0, SINGLE_ROWS))
    await session.run(`MERGE (n:${labels[0]!} {id: $key}) SET n += $properties`, {
      key,
      properties: Object.fromEntries(properties),
    });
  await session.close();
}

const rowsOf = (deltas: readonly GraphDelta[]): number =>
  deltas.reduce((sum, { putNodes, putEdges }) => sum + putNodes.length + putEdges.length, 0);
