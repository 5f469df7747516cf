// How fast documents enter: Plenary on Neo4j, the bare driver with the same rows, one statement a row, the embedded store.
import neo4j, { type Driver } from 'neo4j-driver';
import { planCommit } from '../../../src/adapters/stores/ledger-plan.ts';
import { deltaStatements, type Payloads, writeDelta } from '../../../src/adapters/stores/neo4j/delta-writer.ts';
import { payloadsOf } from '../../../src/adapters/stores/neo4j/payloads.ts';
import { openStore } from '../../../src/adapters/stores/open.ts';
import type { DocumentCommit } from '../../../src/ports/graph-store.ts';
import type { GraphDelta, GraphEdge, GraphNode } from '../../../src/projection/graph.ts';
import { ledgerEntry } from '../../../src/projection/ledger.ts';
import { Projector } from '../../../src/projection/projector.ts';
import type { Neo4jServer } from '../../neo4j/server.ts';
import { batchesOf } from './corpus.ts';

/** As a build commits them. */
export const BATCH = 50;
/** There and back, then the other way first: a server that gets faster for minutes, or a busy machine, favours none. */
const TURNS = ['plenary', 'bare', 'bare', 'plenary', 'bare', 'plenary', 'plenary', 'bare'] as const;
/** Rows of the slow way, of nodes and of edges: enough to know its speed. */
const SINGLE_ROWS = 400;

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

export async function commitAll(
  url: string,
  documents: readonly DocumentCommit[],
  login = {},
  batchSize = BATCH,
): Promise<CommitTimes> {
  const store = await openStore(url, { own: true, ...login });
  const acknowledged = await seconds(async () => {
    for (const batch of batchesOf(documents, batchSize)) await store.commit(batch);
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

/** What one transaction writes, made before any clock runs. */
interface Batch {
  readonly delta: GraphDelta;
  readonly payloads: Payloads;
}

export async function neo4jIngest(server: Neo4jServer, documents: readonly DocumentCommit[]): Promise<Neo4jIngest> {
  const { user, password, uri } = server;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });
  const batches = rowsOf(documents);
  const times = { plenary: 0, bare: 0 };
  // The server plans and compiles what all ways need; what it holds then is what all ways leave behind.
  await commitAll(uri, documents.slice(0, BATCH * 4), { user, password });
  for (const way of TURNS) {
    await emptyGraph(driver);
    times[way] +=
      way === 'plenary'
        ? (await commitAll(uri, documents, { user, password })).acknowledged
        : await seconds(() => writeBare(driver, batches));
  }
  const rows = await countRows(driver);
  await emptyGraph(driver);
  const single = await writeSingly(driver, batches);
  await emptyGraph(driver);
  await driver.close();
  return { plenary: times.plenary / (TURNS.length / 2), bare: times.bare / (TURNS.length / 2), single, rows };
}

/** The constraints and indexes stay. */
async function emptyGraph(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  await session.close();
}

async function countRows(driver: Driver): Promise<number> {
  const counts = 'MATCH (n) RETURN count(n) AS rows UNION ALL MATCH ()-[r]->() RETURN count(r) AS rows';
  const { records } = await driver.executeQuery(counts);
  return records.reduce((sum, record) => sum + Number(record.get('rows')), 0);
}

function rowsOf(documents: readonly DocumentCommit[]): readonly Batch[] {
  const projector = new Projector();
  const empty = { digests: new Map<string, string>(), sources: new Map(), sourcesOf: new Map() };
  return batchesOf(documents, BATCH).map((batch) => ({
    delta: projector.apply({ put: batch.map(({ claims }) => ledgerEntry(claims)), removed: [] }),
    payloads: payloadsOf(planCommit(batch, empty)),
  }));
}

/** The same rows as ours in the same statements, in transactions of the same size, as a script would write them. */
async function writeBare(driver: Driver, batches: readonly Batch[]): Promise<void> {
  const session = driver.session();
  for (const { delta, payloads } of batches)
    await session.executeWrite(async (tx) => {
      for (const { cypher, rows } of deltaStatements(delta, payloads)) await tx.run(cypher, { rows });
    });
  await session.close();
}

/** Nodes and edges in the share that they have, a statement and so a transaction each. */
async function writeSingly(driver: Driver, batches: readonly Batch[]): Promise<number> {
  const session = driver.session();
  const nodes = batches.flatMap(({ delta }) => delta.putNodes.filter(({ formerLabels }) => formerLabels === undefined));
  const edges = batches.flatMap(({ delta }) => delta.putEdges.filter(({ created }) => created));
  // The ends of the edges must be there; what is asked of them is only that.
  const first = batches[0]!;
  await session.executeWrite((tx) => writeDelta(tx, { ...first.delta, putEdges: [] }, first.payloads));
  const between = new Set(first.delta.putNodes.map(({ key }) => key));
  const someEdges = edges.filter(({ source, target }) => between.has(source) && between.has(target));
  const edgeTime = await seconds(() => writeEdgesSingly(session, someEdges.slice(0, SINGLE_ROWS)));
  const someNodes = nodes.filter(({ key }) => !between.has(key)).slice(0, SINGLE_ROWS);
  const nodeTime = await seconds(() => writeNodesSingly(session, someNodes));
  await session.close();
  return (
    (nodeTime * nodes.length) / someNodes.length + (edgeTime * edges.length) / Math.min(someEdges.length, SINGLE_ROWS)
  );
}

type DriverSession = ReturnType<Driver['session']>;

async function writeNodesSingly(session: DriverSession, nodes: readonly GraphNode[]): Promise<void> {
  for (const { key, labels, properties } of nodes)
    await session.run(`MERGE (n:${labels[0]!} {id: $key}) SET n:${labels.join(':')}, n += $properties`, {
      key,
      properties: Object.fromEntries(properties),
    });
}

async function writeEdgesSingly(session: DriverSession, edges: readonly GraphEdge[]): Promise<void> {
  for (const { type, source, target, properties } of edges) {
    const [from, to] = END_LABELS[type] ?? ['Entity', 'Entity'];
    await session.run(
      `MATCH (a:${from} {id: $source}) MATCH (b:${to} {id: $target}) CREATE (a)-[r:${type}]->(b) SET r = $properties`,
      { source, target, properties: Object.fromEntries(properties) },
    );
  }
}

const END_LABELS: Readonly<Record<string, readonly [string, string]>> = {
  SUBJECT: ['Claim', 'Entity'],
  OBJECT: ['Claim', 'Entity'],
  IN: ['Claim', 'Document'],
  MENTIONED_IN: ['Entity', 'Document'],
};
