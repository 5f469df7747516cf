// What of the graph is exported: all of it, what lies around one entity, what a query names, what happened in a period.
import { checkQuery } from '../../cypher/index.ts';
import type { QueryResult, ResultValue } from '../../cypher/result.ts';
import { AppError } from '../../domain/errors.ts';
import { egoNodes } from '../../query/graph.ts';
import { rowsOf, type Read } from '../../query/rows.ts';
import { text } from '../../query/shapes.ts';

export interface Selection {
  /** What lies within `hops` of this entity. */
  readonly center?: string | undefined;
  readonly hops?: number | undefined;
  /** Entities that this read-only query returns, in whatever column, and the facts among them. */
  readonly cypher?: string | undefined;
  /** Only facts of this period, and their ends. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const ALL_IDS = 'MATCH (e:Entity) RETURN e.id AS id ORDER BY e.id';
const WHOLE = { timeoutMs: 600_000, maxRows: 50_000_000, maxBytes: 2 ** 40 };

export const hasPeriod = ({ from, to }: Selection): boolean => from !== undefined || to !== undefined;

/** Ids of the entities to export, sorted; of a period it is the candidates, of which only ends of facts are written. */
export async function selectIds(read: Read, selection: Selection): Promise<readonly string[]> {
  if (selection.cypher !== undefined) return idsIn(await runOwn(read, selection.cypher));
  const { center, hops = 1 } = selection;
  if (center === undefined) return columnOf(await read(ALL_IDS, {}, WHOLE));
  const found = columnOf(await read(egoNodes(hops), { center, nodes: BigInt(WHOLE.maxRows) }, WHOLE));
  if (found.length === 0) throw new AppError('NotFound', 'No entity has the id of the centre; search for its name.');
  return [...found].sort();
}

async function runOwn(read: Read, cypher: string): Promise<QueryResult> {
  checkQuery(cypher);
  const result = await read(cypher, {});
  if (result.stopped !== undefined) throw new AppError('Unprocessable', `${result.stopped.message} Select less.`);
  return result;
}

const columnOf = (result: QueryResult): readonly string[] => rowsOf(result).map((row) => text(row['id']) ?? '');

function idsIn(result: QueryResult): readonly string[] {
  const ids = new Set<string>();
  for (const cells of result.rows) for (const cell of cells) collect(cell, ids);
  if (ids.size === 0)
    throw new AppError('InvalidInput', 'The query returns no entities; return nodes or paths, such as `RETURN p, m`.');
  return [...ids].sort();
}

function collect(value: ResultValue, ids: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if ('type' in value) {
    if (value.type === 'path') for (const node of value.nodes) collect(node, ids);
    if (value.type === 'map') for (const [, entry] of value.entries) collect(entry, ids);
    if (value.type === 'node' && value.labels.includes('Entity')) {
      const id = value.properties.find(([name]) => name === 'id')?.[1];
      if (typeof id === 'string') ids.add(id);
    }
    return;
  }
  for (const entry of value) collect(entry, ids);
}
