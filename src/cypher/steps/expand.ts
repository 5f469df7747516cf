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
  /** Where nothing but the type is asked of a relationship and of the node it leads to; null for any type. */
  readonly onlyType: string | null | undefined;
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
  const count = expansion.onlyType === undefined ? fitting(expansion) : degree(expansion.direction, expansion.onlyType);
  return {
    operator: 'Degree',
    details: expansion.details,
    estimatedRows: expansion.estimatedRows,
    *run(input, context) {
      for (const row of input) {
        const node = nodeAt(row, expansion.from);
        if (!node) continue;
        context.budget.work(1 + node.outgoing.length + node.incoming.length);
        const found = count(node, row, context);
        if (found === 0) continue;
        row[place] = found;
        yield row;
      }
    },
  };
}

type Counter = (node: GraphNode, row: Row, context: QueryContext) => number;

function fitting({ direction, used, arrive, test }: Expansion): Counter {
  return (node, row, context) => {
    const fits = (relationship: GraphRelationship, end: GraphNode): boolean =>
      test(relationship, row, context) && !isUsed(relationship, row, used) && arrive(row, end);
    let count = 0;
    if (direction !== 'in') for (const each of node.outgoing) if (fits(each, each.end)) count++;
    if (direction === 'out') return count;
    for (const each of node.incoming) {
      const isKnown = direction === 'both' && each.start === node; // a loop was found on the way out
      if (!isKnown && fits(each, each.start)) count++;
    }
    return count;
  };
}

function degree(direction: Direction, type: string | null): Counter {
  const ofType = (all: readonly GraphRelationship[], except: GraphNode | undefined): number => {
    if (type === null && !except) return all.length;
    let count = 0;
    for (const each of all) if ((type === null || each.type === type) && each.start !== except) count++;
    return count;
  };
  if (direction === 'out') return (node) => ofType(node.outgoing, undefined);
  if (direction === 'in') return (node) => ofType(node.incoming, undefined);
  return (node) => ofType(node.outgoing, undefined) + ofType(node.incoming, node);
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
