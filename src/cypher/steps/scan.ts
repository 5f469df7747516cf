// Where a pattern starts: all nodes, a label, an index, all relationships of some types.
import type { LabelTest } from '../expressions/labels.ts';
import type { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { QueryContext, Row, Step } from '../run/context.ts';
import { isUsed } from './link.ts';

export interface NodeScan {
  readonly operator: string;
  readonly details: string;
  readonly estimatedRows: number;
  readonly slot: number;
  /** What the source does not guarantee already. */
  readonly test: LabelTest | undefined;
  readonly source: (row: Row, context: QueryContext) => Iterable<GraphNode>;
}

export function nodeScanStep({ operator, details, estimatedRows, slot, test, source }: NodeScan): Step {
  return {
    operator,
    details,
    estimatedRows,
    *run(input, context) {
      const { budget } = context;
      for (const row of input) {
        const mark = budget.mark();
        for (const node of source(row, context)) {
          budget.tick();
          if (test && !test(node.labels)) continue;
          row[slot] = node;
          yield row;
          budget.release(mark);
        }
      }
    },
  };
}

export interface RelationshipScan {
  readonly details: string;
  readonly estimatedRows: number;
  readonly slots: { readonly relationship: number; readonly from: number; readonly to: number };
  readonly source: () => Iterable<GraphRelationship>;
  /** A pattern without a direction finds each relationship twice, a loop once. */
  readonly bothWays: boolean;
  /** Places of relationships that this MATCH has used already. */
  readonly used: readonly number[];
  /** Whether both ends fit, and whether they are the same node where they must be. */
  readonly accepts: (from: GraphNode, to: GraphNode) => boolean;
}

export function relationshipScanStep(scan: RelationshipScan): Step {
  const { slots, accepts } = scan;
  return {
    operator: 'RelationshipTypeScan',
    details: scan.details,
    estimatedRows: scan.estimatedRows,
    *run(input, { budget }) {
      for (const row of input) {
        const mark = budget.mark();
        for (const relationship of scan.source()) {
          budget.tick();
          if (isUsed(relationship, row, scan.used)) continue;
          const { start, end } = relationship;
          row[slots.relationship] = relationship;
          if (accepts(start, end)) {
            row[slots.from] = start;
            row[slots.to] = end;
            yield row;
            budget.release(mark);
          }
          if (!scan.bothWays || start === end || !accepts(end, start)) continue;
          row[slots.relationship] = relationship;
          row[slots.from] = end;
          row[slots.to] = start;
          yield row;
          budget.release(mark);
        }
      }
    },
  };
}
