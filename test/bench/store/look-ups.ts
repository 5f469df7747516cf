// Look-ups by id, one hop, two hops and shortest path, in turn on both stores; both must give the same rows.
import type { GraphStore } from '../../../src/ports/graph-store.ts';

const LOOK_UPS: readonly (readonly [name: string, cypher: string])[] = [
  ['by id', 'MATCH (e:Entity {id: $id}) RETURN e.name'],
  ['one hop', 'MATCH (e:Entity {id: $id})-[r:MET_WITH]-(o) RETURN o.name, r.date ORDER BY o.name, r.date'],
  ['two hops', 'MATCH (e:Entity {id: $id})-[:MET_WITH]-()-[:MET_WITH]-(o) RETURN count(DISTINCT o)'],
  [
    'shortest path',
    'MATCH p = shortestPath((a:Entity {id: $id})-[:MET_WITH*..8]-(b:Entity {id: $other})) RETURN length(p)',
  ],
];
const TIMES = 200;
/** Plans are made, code is compiled, pages are read. */
const WARM_UP = 50;

export interface LookUpTime {
  readonly name: string;
  /** Milliseconds: the middle one of many, since one garbage collection would weigh more than all others. */
  readonly embedded: number;
  readonly neo4j: number;
}

export async function lookUpTimes(embedded: GraphStore, neo4j: GraphStore): Promise<readonly LookUpTime[]> {
  const { rows } = await embedded.read('MATCH (e:Person) RETURN e.id AS id ORDER BY id LIMIT 400', {});
  const ids = rows.map(([id]) => id as string);
  const times: LookUpTime[] = [];
  for (const [name, cypher] of LOOK_UPS) {
    const taken = { embedded: [] as number[], neo4j: [] as number[] };
    for (let at = 0; at < WARM_UP + TIMES; at++) {
      const parameters = { id: ids[at % ids.length]!, other: ids[(at * 31 + 7) % ids.length]! };
      const answers = { embedded: '', neo4j: '' };
      for (const [store, asked] of [
        ['embedded', embedded],
        ['neo4j', neo4j],
      ] as const) {
        const start = performance.now();
        const answer = await asked.read(cypher, parameters);
        if (at >= WARM_UP) taken[store].push(performance.now() - start);
        answers[store] = JSON.stringify(answer.rows, (_key, value: unknown) =>
          typeof value === 'bigint' ? Number(value) : value,
        );
      }
      if (answers.embedded !== answers.neo4j) throw new Error(`The stores answer '${name}' in two ways.`);
    }
    times.push({ name, embedded: median(taken.embedded), neo4j: median(taken.neo4j) });
  }
  return times;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
