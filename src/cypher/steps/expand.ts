// One relationship from a bound node.
import type { Direction } from '../parse/ast.ts';
import { type GraphNode, GraphRelationship } from '../property-graph.ts';
import type { QueryContext, Row, Step } from '../run/context.ts';
import { type Hop, isUsed, nodeAt, type RelationshipTest } from './link.ts';

export interface Expansion extends Hop {
  readonly details: string;
  readonly estimatedRows: number;
  /** The variables that are bound on the way. */
  readonly names: readonly string[];
  readonly direction: Direction;
  readonly slot: number;
  readonly test: RelationshipTest;
}

export function expandStep(expansion: Expansion): Step {
  const { direction, used, arrive, slot, test } = expansion;
  return {
    operator: 'Expand',
    details: expansion.details,
    estimatedRows: expansion.estimatedRows,
    counted: { names: expansion.names, into: (place) => countStep(expansion, place) },
    *run(input, context) {
      const { budget } = context;
      for (const row of input) {
        const node = nodeAt(row, expansion.from);
        if (!node) continue;
        const mark = budget.mark();
        if (direction !== 'in') {
          for (const relationship of node.outgoing) {
            budget.tick();
            if (!test(relationship, row, context) || isUsed(relationship, row, used)) continue;
            if (!arrive(row, relationship.end)) continue;
            row[slot] = relationship;
            yield row;
            budget.release(mark);
          }
        }
        if (direction === 'out') continue;
        for (const relationship of node.incoming) {
          budget.tick();
          if (direction === 'both' && relationship.start === node) continue; // a loop was found on the way out
          if (!test(relationship, row, context) || isUsed(relationship, row, used)) continue;
          if (!arrive(row, relationship.start)) continue;
          row[slot] = relationship;
          yield row;
          budget.release(mark);
        }
      }
    },
  };
}

/** How many relationships a node has that fit, without a row for each. */
function countStep(expansion: Expansion, place: number): Step {
  const { direction, used, arrive, test } = expansion;
  return {
    operator: 'Degree',
    details: expansion.details,
    estimatedRows: expansion.estimatedRows,
    *run(input, context) {
      const fits = (relationship: GraphRelationship, end: GraphNode, row: Row): boolean =>
        test(relationship, row, context) && !isUsed(relationship, row, used) && arrive(row, end);
      for (const row of input) {
        const node = nodeAt(row, expansion.from);
        if (!node) continue;
        const { outgoing, incoming } = node;
        context.budget.work(
          1 + (direction === 'in' ? 0 : outgoing.length) + (direction === 'out' ? 0 : incoming.length),
        );
        let count = 0;
        if (direction !== 'in') for (const each of outgoing) if (fits(each, each.end, row)) count++;
        if (direction !== 'out') {
          for (const each of incoming) {
            const isKnown = direction === 'both' && each.start === node; // a loop was found on the way out
            if (!isKnown && fits(each, each.start, row)) count++;
          }
        }
        if (count === 0) continue;
        row[place] = count;
        yield row;
      }
    },
  };
}

/** The relationship is known from an earlier clause: only its ends are to be found. */
export function followBoundStep(expansion: Expansion): Step {
  return {
    operator: 'Expand(Bound)',
    details: expansion.details,
    estimatedRows: expansion.estimatedRows,
    *run(input, context) {
      for (const row of input) {
        context.budget.tick();
        yield* followBound(expansion, row, context);
      }
    },
  };
}

function* followBound({ direction, from, arrive, used, slot, test }: Expansion, row: Row, context: QueryContext) {
  const node = nodeAt(row, from);
  const relationship = row[slot];
  if (!node || !(relationship instanceof GraphRelationship)) return;
  if (!test(relationship, row, context) || isUsed(relationship, row, used)) return;
  const { start, end } = relationship;
  if (direction !== 'in' && start === node && arrive(row, end)) yield row;
  if (direction !== 'out' && end === node && (direction === 'in' || start !== end) && arrive(row, start)) yield row;
}
