// The counts of a store, asked of its graph with the same queries on either store.
import type { QueryResult } from '../../cypher/result.ts';
import type { StoreStats } from '../../ports/graph-store.ts';
import { ENTITY_COUNTS, FACT_COUNTS, LEDGER_COUNTS } from '../../query/store.ts';

interface Readable {
  read(cypher: string, parameters: Readonly<Record<string, unknown>>): Promise<QueryResult>;
}

export async function readStats(store: Readable, graphVersion: string): Promise<StoreStats> {
  const [entities, relations, ledger] = await Promise.all([
    store.read(ENTITY_COUNTS, {}),
    store.read(FACT_COUNTS, {}),
    store.read(LEDGER_COUNTS, {}),
  ]);
  const [documents, claims] = ledger.rows[0]!;
  return {
    documents: Number(documents),
    claims: Number(claims),
    entities: countsOf(entities),
    relations: countsOf(relations),
    graphVersion,
  };
}

function countsOf({ rows }: QueryResult): Readonly<Record<string, number>> {
  const counts = rows.map(([name, count]) => [name as string, Number(count as bigint)] as const);
  return Object.fromEntries(counts.sort(([left], [right]) => (left < right ? -1 : 1)));
}
