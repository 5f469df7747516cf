// What all steps that follow relationships share.
import type { Direction } from '../parse/ast.ts';
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { QueryContext, Row } from '../run/context.ts';

/** Whether a relationship fits its pattern: type, and in a repeated pattern properties and WHERE too. */
export type RelationshipTest = (relationship: GraphRelationship, row: Row, context: QueryContext) => boolean;

/** How a step leaves a node and where it arrives. */
export interface Hop {
  readonly from: number;
  /** Puts the node into its place, or says no: it does not fit, or the place holds another. */
  readonly arrive: (row: Row, node: GraphNode) => boolean;
  /** Places of the relationships that this MATCH has used already: none may be used twice. */
  readonly used: readonly number[];
}

export const REVERSED: Readonly<Record<Direction, Direction>> = { out: 'in', in: 'out', both: 'both' };

export function isUsed(relationship: GraphRelationship, row: Row, used: readonly number[]): boolean {
  for (const slot of used) {
    const held = row[slot];
    if (held === relationship || (Array.isArray(held) && held.includes(relationship))) return true;
  }
  return false;
}

/** A null in the place (after OPTIONAL MATCH) matches nothing. */
export const nodeAt = (row: Row, slot: number): GraphNode | undefined => {
  const node = row[slot];
  return node instanceof GraphNode ? node : undefined;
};

/** The relationships that leave a node in a direction; a loop is there once. */
export function adjacent(node: GraphNode, direction: Direction): readonly GraphRelationship[] {
  if (direction === 'out') return node.outgoing;
  if (direction === 'in') return node.incoming;
  if (node.outgoing.length === 0) return node.incoming;
  const incoming = node.incoming.filter((relationship) => relationship.start !== node);
  return incoming.length === 0 ? node.outgoing : [...node.outgoing, ...incoming];
}
