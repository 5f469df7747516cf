// The step of shortestPath(), allShortestPaths() and the SHORTEST selectors.
import type { Row, Step, Test } from '../run/context.ts';
import type { PathValue } from '../values/value.ts';
import { nodeAt } from './link.ts';
import type { ShortestSearch } from './paths-by-length.ts';
import { shortestPaths } from './shortest-path.ts';

export interface ShortestExpansion extends Omit<ShortestSearch, 'accept'> {
  readonly details: string;
  readonly from: number;
  readonly to: number;
  /** The list of relationships, or the one where the pattern does not repeat. */
  readonly slot: number;
  readonly isList: boolean;
  readonly pathSlot: number | undefined;
  /** Predicates over the path or its relationships: they choose among paths, so they belong into the search. */
  readonly conditions: readonly Test[];
}

export function shortestStep(expansion: ShortestExpansion): Step {
  const { conditions } = expansion;
  return {
    operator: expansion.groups ? 'AllShortestPaths' : 'ShortestPath',
    details: expansion.details,
    *run(input, context) {
      for (const row of input) {
        const start = nodeAt(row, expansion.from);
        const end = nodeAt(row, expansion.to);
        if (!start || !end) continue;
        const accept = (path: PathValue): boolean => {
          put(expansion, path, row);
          return conditions.every((condition) => condition(row, context));
        };
        const search = { ...expansion, accept: conditions.length > 0 ? accept : undefined };
        const mark = context.budget.mark();
        for (const path of shortestPaths(search, start, end, row, context)) {
          put(expansion, path, row);
          yield row;
          context.budget.release(mark);
        }
      }
    },
  };
}

function put({ slot, isList, pathSlot }: ShortestExpansion, path: PathValue, row: Row): void {
  row[slot] = isList ? path.relationships : (path.relationships[0] ?? null);
  if (pathSlot !== undefined) row[pathSlot] = path;
}
