// Look-ups, paths and aggregations on 100,000 nodes and 300,000 relationships: the embedded interpreter beside Neo4j over Bolt.
import type { Driver } from 'neo4j-driver';
import { MemoryGraph, type QueryEnvironment, runQuery } from '../../src/cypher/index.ts';
import { openDriver, askNeo4j } from '../cypher/support/neo4j-answers.ts';
import { Dice } from '../cypher/support/random-query.ts';
import { startNeo4j } from '../neo4j/server.ts';

const NODES = 100_000;
const RELATIONSHIPS = 300_000;
const ENVIRONMENT: QueryEnvironment = {
  epochMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  random: () => 0.5,
};

interface Case {
  readonly name: string;
  readonly query: string;
  readonly runs: number;
  /** Of Neo4j's median time, what ours may take. */
  readonly share: number;
  readonly parameters: (dice: Dice) => Record<string, unknown>;
}

const person = (dice: Dice): string => `p${dice.roll(NODES)}`;
const one = (dice: Dice): Record<string, unknown> => ({ id: person(dice) });
const none = (): Record<string, unknown> => ({});
const LOOK_UP_SHARE = 1 / 5;
const SCAN_SHARE = 2;

const CASES: readonly Case[] = [
  {
    name: 'look-up',
    query: 'MATCH (p:Person {id: $id}) RETURN p.name',
    runs: 300,
    share: LOOK_UP_SHARE,
    parameters: one,
  },
  {
    name: 'one hop',
    query: 'MATCH (p:Person {id: $id})-[:MET]-(q) RETURN q.name',
    runs: 300,
    share: LOOK_UP_SHARE,
    parameters: one,
  },
  {
    name: 'two hops',
    query: 'MATCH (p:Person {id: $id})-[:MET]-()-[:MET]-(q) RETURN count(DISTINCT q)',
    runs: 300,
    share: LOOK_UP_SHARE,
    parameters: one,
  },
  {
    name: 'three hops',
    query: 'MATCH (p:Person {id: $id})-[:MET*1..3]-(q) RETURN count(DISTINCT q)',
    runs: 100,
    share: LOOK_UP_SHARE,
    parameters: one,
  },
  {
    name: 'shortest path',
    query: 'MATCH p = shortestPath((a:Person {id: $from})-[:MET*..4]-(b:Person {id: $to})) RETURN length(p)',
    runs: 100,
    share: LOOK_UP_SHARE,
    parameters: (dice) => ({ from: `p${dice.roll(NODES / 2)}`, to: `p${NODES / 2 + dice.roll(NODES / 2)}` }),
  },
  {
    name: 'aggregation',
    query: 'MATCH (a)-[r]->(b) RETURN type(r) AS type, count(*) AS c, sum(r.weight) AS w ORDER BY type',
    runs: 10,
    share: SCAN_SHARE,
    parameters: none,
  },
  {
    name: 'top degree',
    query: 'MATCH (p:Person)-[:MET]-() RETURN p.id AS id, count(*) AS degree ORDER BY degree DESC, id LIMIT 10',
    runs: 10,
    share: SCAN_SHARE,
    parameters: none,
  },
  {
    name: 'CONTAINS',
    query: "MATCH (p:Person) WHERE p.name CONTAINS '77' RETURN count(*)",
    runs: 10,
    share: SCAN_SHARE,
    parameters: none,
  },
];

function buildGraph(): MemoryGraph {
  const dice = new Dice(1);
  const graph = new MemoryGraph();
  graph.createIndex('Person', 'id');
  for (let at = 0; at < NODES; at++) {
    graph.addNode(
      `p${at}`,
      ['Person'],
      [
        ['id', `p${at}`],
        ['name', `Person ${at * 7919}`],
        ['age', dice.roll(90)],
      ],
    );
  }
  for (let at = 0; at < RELATIONSHIPS; at++) {
    const type = at % 10 === 0 ? 'INVITED' : 'MET';
    const ends = [`p${dice.roll(NODES)}`, `p${dice.roll(NODES)}`] as const;
    graph.addRelationship(`r${at}`, type, ...ends, [['weight', dice.roll(100)]]);
  }
  return graph;
}

async function loadNeo4j(driver: Driver, graph: MemoryGraph): Promise<void> {
  await driver.executeQuery('CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE');
  const nodes = [...graph.nodes()].map((node) => ({
    ...Object.fromEntries(node.properties()),
    age: BigInt(Number(node.get('age'))),
  }));
  const relationships = [...graph.relationships()].map((each) => ({
    from: each.start.key,
    to: each.end.key,
    type: each.type,
    weight: BigInt(Number(each.get('weight'))),
  }));
  for (let at = 0; at < nodes.length; at += BATCH) {
    await driver.executeQuery('UNWIND $rows AS row CREATE (p:Person) SET p = row', {
      rows: nodes.slice(at, at + BATCH),
    });
  }
  for (const type of ['MET', 'INVITED']) {
    const ofType = relationships.filter((each) => each.type === type);
    const query = `UNWIND $rows AS row MATCH (a:Person {id: row.from}), (b:Person {id: row.to}) CREATE (a)-[:${type} {weight: row.weight}]->(b)`;
    for (let at = 0; at < ofType.length; at += BATCH) {
      await driver.executeQuery(query, { rows: ofType.slice(at, at + BATCH) });
    }
  }
}
const BATCH = 10_000;

interface Timing {
  readonly p50: number;
  readonly p99: number;
}

/** The same parameters for both; the first tenth warms up and is not counted. */
async function time(
  { runs, parameters }: Case,
  ask: (parameters: Record<string, unknown>) => unknown,
): Promise<Timing> {
  const dice = new Dice(99);
  const times: number[] = [];
  const warmUp = Math.ceil(runs / 10);
  for (let at = 0; at < runs + warmUp; at++) {
    const given = parameters(dice);
    const start = performance.now();
    await ask(given);
    if (at >= warmUp) times.push(performance.now() - start);
  }
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { p50: at(0.5), p99: at(0.99) };
}

function uncached(graph: MemoryGraph): number {
  const times = Array.from({ length: 300 }, (_run, at) => {
    const start = performance.now();
    runQuery(graph, `MATCH (p:Person {id: 'p${at}'}) RETURN p.name AS name${at}`, {}, {}, ENVIRONMENT);
    return performance.now() - start;
  });
  return times.slice(100).toSorted((left, right) => left - right)[100]!;
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

export async function run(): Promise<void> {
  const before = heap();
  const graph = buildGraph();
  const bytes = (heap() - before) / RELATIONSHIPS;
  const server = await startNeo4j();
  const driver = openDriver(server);
  try {
    await loadNeo4j(driver, graph);
    console.log(`${NODES} nodes, ${RELATIONSHIPS} relationships; ${bytes.toFixed(0)} bytes a relationship, all in`);
    console.log('case            ours p50    ours p99   Neo4j p50   Neo4j p99    share   allowed');
    for (const each of CASES) {
      const ours = await time(each, (given) => runQuery(graph, each.query, given, {}, ENVIRONMENT));
      const theirs = await time(each, (given) => askNeo4j(driver, each.query, given));
      const share = ours.p50 / theirs.p50;
      const columns = [ours.p50, ours.p99, theirs.p50, theirs.p99].map((ms) => ms.toFixed(3).padStart(12)).join('');
      const verdict = share <= each.share ? '' : '  TOO SLOW';
      console.log(
        `${each.name.padEnd(12)}${columns}${share.toFixed(3).padStart(9)}${each.share.toFixed(1).padStart(10)}${verdict}`,
      );
    }
    console.log(`small uncached query: ${uncached(graph).toFixed(3)} ms median`);
  } finally {
    await driver.close();
    await server.stop();
  }
}
