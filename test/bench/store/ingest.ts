// How fast documents enter: Plenary on Neo4j, the bare driver with the same rows, one statement a row, the embedded store.
import neo4j, { type Driver } from 'neo4j-driver';
import { planCommit } from '../../../src/adapters/stores/ledger-plan.ts';
import { payloadsOf } from '../../../src/adapters/stores/neo4j/payloads.ts';
import type { DocumentCommit } from '../../../src/ports/graph-store.ts';
import { ledgerEntry } from '../../../src/projection/ledger.ts';
import { Projector } from '../../../src/projection/projector.ts';
import type { Neo4jServer } from '../../neo4j/server.ts';
import { type BareBatch, bareBatch, rowsIn, writeBare, writeSingly } from './bare.ts';
import { builtParts } from './built-parts.ts';
import { batchesOf } from './corpus.ts';

/** As a build commits them. */
export const BATCH = 50;
type Way = 'plenary' | 'bare' | 'single';
/** In balanced order: a server that gets faster for minutes, or a busy machine, favours none. */
const TURNS: readonly Way[] = (
  ['plenary', 'bare', 'bare', 'plenary', 'bare', 'plenary', 'plenary', 'bare'] as const
).flatMap((way) => ['single', way]);
/** Of the slow way at each of its turns: all rows of so many documents, enough to know its speed. */
const SINGLE_DOCUMENTS = 8;

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export interface CommitTimes {
  /** Until the last batch was acknowledged: durable. */
  readonly acknowledged: number;
  /** And until the graph answers with it. */
  readonly answered: number;
}

export async function commitAll(url: string, documents: readonly DocumentCommit[], login = {}): Promise<CommitTimes> {
  const { openStore, BatchWriter } = await builtParts();
  const store = await openStore(url, { own: true, ...login });
  const acknowledged = await seconds(async () => {
    const writer = new BatchWriter(store, () => undefined);
    for (const document of documents) await writer.add(document);
    await writer.flush();
  });
  const rest = await seconds(() => store.read('MATCH (s:Store) RETURN s.id', {}));
  await store.close();
  return { acknowledged, answered: acknowledged + rest };
}

export interface Neo4jIngest {
  readonly plenary: number;
  readonly bare: number;
  /** Seconds that all rows would take, one statement each. */
  readonly single: number;
  readonly rows: number;
}

export async function neo4jIngest(server: Neo4jServer, documents: readonly DocumentCommit[]): Promise<Neo4jIngest> {
  const { user, password, uri } = server;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });
  const batches = bareBatches(batchesOf(documents, BATCH));
  const few = bareBatches([documents.slice(0, SINGLE_DOCUMENTS)]);
  const ways: Readonly<Record<Way, () => Promise<number>>> = {
    plenary: async () => (await commitAll(uri, documents, { user, password })).acknowledged,
    bare: () => seconds(() => writeBare(driver, batches)),
    single: () => seconds(() => writeSingly(driver, few[0]!)),
  };
  const times: Record<Way, number> = { plenary: 0, bare: 0, single: 0 };
  // The server plans and compiles what all ways need; what it holds then is what all ways leave behind.
  await commitAll(uri, documents.slice(0, BATCH * 4), { user, password });
  for (const way of TURNS) {
    await emptyGraph(driver);
    times[way] += (await ways[way]()) / TURNS.filter((other) => other === way).length;
  }
  const rows = await countRows(driver);
  await emptyGraph(driver);
  await driver.close();
  return { ...times, single: (times.single * rowsIn(batches)) / rowsIn(few), rows };
}

/** The constraints and indexes stay. */
export async function emptyGraph(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  await session.close();
}

async function countRows(driver: Driver): Promise<number> {
  const counts = 'MATCH (n) RETURN count(n) AS rows UNION ALL MATCH ()-[r]->() RETURN count(r) AS rows';
  const { records } = await driver.executeQuery(counts);
  return records.reduce((sum, record) => sum + Number(record.get('rows')), 0);
}

export function bareBatches(batches: readonly (readonly DocumentCommit[])[]): readonly BareBatch[] {
  const projector = new Projector();
  const empty = { digests: new Map<string, string>(), sources: new Map(), sourcesOf: new Map() };
  return batches.map((batch) =>
    bareBatch(
      projector.apply({ put: batch.map(({ claims }) => ledgerEntry(claims)), removed: [] }),
      payloadsOf(planCommit(batch, empty)),
    ),
  );
}
