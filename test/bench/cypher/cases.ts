// The queries of the Cypher bench, each with what it may take beside Neo4j.
import { Dice } from '../../cypher/support/random-query.ts';
import { NODES } from './graph.ts';

export interface Case {
  readonly name: string;
  readonly query: string;
  readonly runs: number;
  /** Of Neo4j's median time, what ours may take. */
  readonly share: number;
  /** What one in a hundred of ours may take. */
  readonly p99Ms: number;
  readonly parameters: (dice: Dice) => Record<string, unknown>;
}

const person = (dice: Dice): string => `p${dice.roll(NODES)}`;
const one = (dice: Dice): Record<string, unknown> => ({ id: person(dice) });
const none = (): Record<string, unknown> => ({});
const LOOK_UP_SHARE = 1 / 5;
const LOOK_UP_P99_MS = 10;
const SCAN_SHARE = 2;

export const CASES: readonly Case[] = [
  {
    name: 'look-up',
    query: 'MATCH (p:Person {id: $id}) RETURN p.name',
    runs: 300,
    share: LOOK_UP_SHARE,
    p99Ms: LOOK_UP_P99_MS,
    parameters: one,
  },
  {
    name: 'one hop',
    query: 'MATCH (p:Person {id: $id})-[:MET]-(q) RETURN q.name',
    runs: 300,
    share: LOOK_UP_SHARE,
    p99Ms: LOOK_UP_P99_MS,
    parameters: one,
  },
  {
    name: 'two hops',
    query: 'MATCH (p:Person {id: $id})-[:MET]-()-[:MET]-(q) RETURN count(DISTINCT q)',
    runs: 300,
    share: LOOK_UP_SHARE,
    p99Ms: LOOK_UP_P99_MS,
    parameters: one,
  },
  {
    name: 'three hops',
    query: 'MATCH (p:Person {id: $id})-[:MET*1..3]-(q) RETURN count(DISTINCT q)',
    runs: 100,
    share: LOOK_UP_SHARE,
    p99Ms: LOOK_UP_P99_MS,
    parameters: one,
  },
  {
    name: 'shortest path',
    query: 'MATCH p = shortestPath((a:Person {id: $from})-[:MET*..4]-(b:Person {id: $to})) RETURN length(p)',
    runs: 100,
    share: LOOK_UP_SHARE,
    p99Ms: LOOK_UP_P99_MS,
    parameters: (dice) => ({ from: `p${dice.roll(NODES / 2)}`, to: `p${NODES / 2 + dice.roll(NODES / 2)}` }),
  },
  {
    name: 'aggregation',
    query: 'MATCH (a)-[r]->(b) RETURN type(r) AS type, count(*) AS c, sum(r.weight) AS w ORDER BY type',
    runs: 10,
    share: SCAN_SHARE,
    p99Ms: Infinity,
    parameters: none,
  },
  {
    name: 'top degree',
    query: 'MATCH (p:Person)-[:MET]-() RETURN p.id AS id, count(*) AS degree ORDER BY degree DESC, id LIMIT 10',
    runs: 10,
    share: SCAN_SHARE,
    p99Ms: Infinity,
    parameters: none,
  },
  {
    name: 'CONTAINS',
    query: "MATCH (p:Person) WHERE p.name CONTAINS '77' RETURN count(*)",
    runs: 10,
    share: SCAN_SHARE,
    p99Ms: Infinity,
    parameters: none,
  },
];
