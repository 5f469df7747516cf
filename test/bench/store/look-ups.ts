// Look-ups by id, one hop, two hops and shortest path, the same on both stores.
import type { GraphStore } from '../../../src/ports/graph-store.ts';
import { seconds } from './ingest.ts';

const LOOK_UPS: readonly (readonly [name: string, cypher: string])[] = [
  ['by id', 'MATCH (e:Entity {id: $id}) RETURN e.name'],
  ['one hop', 'MATCH (e:Entity {id: $id})-[r:MET_WITH]-(o) RETURN o.name, r.date'],
  ['two hops', 'MATCH (e:Entity {id: $id})-[:MET_WITH]-()-[:MET_WITH]-(o) RETURN count(DISTINCT o)'],
  [
    'shortest path',
    'MATCH p = shortestPath((a:Entity {id: $id})-[:MET_WITH*..8]-(b:Entity {id: $other})) RETURN length(p)',
  ],
];
const TIMES = 200;

/** Milliseconds a look-up, by name. */
export async function lookUpTimes(store: GraphStore): Promise<ReadonlyMap<string, number>> {
  const { rows } = await store.read('MATCH (e:Person) RETURN e.id LIMIT 400', {});
  const ids = rows.map(([id]) => id as string);
  const times = new Map<string, number>();
  for (const [name, cypher] of LOOK_UPS) {
    const ask = (at: number): Promise<unknown> =>
      store.read(cypher, { id: ids[at % ids.length]!, other: ids[(at * 31 + 7) % ids.length]! });
    for (let at = 0; at < 20; at++) await ask(at);
    const time = await seconds(async () => {
      for (let at = 0; at < TIMES; at++) await ask(at);
    });
    times.set(name, (time * 1000) / TIMES);
  }
  return times;
}
