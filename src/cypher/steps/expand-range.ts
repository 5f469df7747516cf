// A relationship pattern that repeats: -[*1..3]- or -[]-{1,3}; a depth-first walk without repeated relationships.
import type { Direction, Repetition } from '../parse/ast.ts';
import type { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { QueryContext, Row, Step } from '../run/context.ts';
import { BYTES_A_VALUE } from '../run/size.ts';
import { isList } from '../values/value.ts';
import { adjacent, type Hop, isUsed, nodeAt, type RelationshipTest } from './link.ts';

export interface RangeExpansion extends Hop, Repetition {
  readonly details: string;
  readonly direction: Direction;
  /** The pattern was written the other way round: the list of relationships is reversed. */
  readonly reversed: boolean;
  readonly slot: number;
  readonly test: RelationshipTest;
  /** Where a list of relationships that must be found again stands, from an earlier clause. */
  readonly given: number | undefined;
}

interface Level {
  readonly node: GraphNode;
  readonly next: readonly GraphRelationship[];
  at: number;
}

export function expandRangeStep(expansion: RangeExpansion): Step {
  return {
    operator: 'VarLengthExpand',
    details: expansion.details,
    *run(input, context) {
      for (const row of input) {
        const node = nodeAt(row, expansion.from);
        if (node) yield* walk(expansion, node, row, context);
      }
    },
  };
}

function* walk(expansion: RangeExpansion, start: GraphNode, row: Row, context: QueryContext): Iterable<Row> {
  const { direction, max, test, used } = expansion;
  const { budget } = context;
  const mark = budget.mark();
  const path: GraphRelationship[] = [];
  const onPath = new Set<GraphRelationship>();
  const level = (node: GraphNode): Level => ({
    node,
    next: path.length >= max ? [] : adjacent(node, direction),
    at: 0,
  });
  if (emit(expansion, path, start, row)) yield row;
  const levels: Level[] = [level(start)];
  for (let top = levels.at(-1); top; top = levels.at(-1)) {
    const relationship = top.next[top.at++];
    if (!relationship) {
      levels.pop();
      const left = path.pop();
      if (left) onPath.delete(left);
      continue;
    }
    budget.tick();
    if (onPath.has(relationship) || !test(relationship, row, context) || isUsed(relationship, row, used)) continue;
    path.push(relationship);
    onPath.add(relationship);
    const node = relationship.other(top.node);
    if (emit(expansion, path, node, row)) {
      budget.allocate(BYTES_A_VALUE * path.length);
      yield row;
      budget.release(mark);
    }
    levels.push(level(node));
  }
}

/** Puts the path so far into the row, if it may end here. */
function emit(expansion: RangeExpansion, path: readonly GraphRelationship[], node: GraphNode, row: Row): boolean {
  if (path.length < expansion.min || !expansion.arrive(row, node)) return false;
  const found = expansion.reversed ? path.toReversed() : [...path];
  row[expansion.slot] = found;
  if (expansion.given === undefined) return true;
  const wanted = row[expansion.given];
  return (
    isList(wanted) && wanted.length === found.length && wanted.every((relationship, at) => relationship === found[at])
  );
}
