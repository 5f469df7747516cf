// Makes the value of a path variable from what the pattern has bound.
import type { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { Row, Step } from '../run/context.ts';
import { PathValue } from '../values/value.ts';

/** @param links places of a relationship, or of a list of them, in the order of the pattern */
export function pathStep(variable: string, slot: number, first: number, links: readonly number[]): Step {
  return {
    operator: 'Path',
    details: variable,
    *run(input) {
      for (const row of input) {
        row[slot] = makePath(row, first, links);
        yield row;
      }
    },
  };
}

function makePath(row: Row, first: number, links: readonly number[]): PathValue {
  const relationships = links.flatMap((slot) => row[slot] as GraphRelationship | GraphRelationship[]);
  return pathFrom(row[first] as GraphNode, relationships);
}

export function pathFrom(first: GraphNode, relationships: readonly GraphRelationship[]): PathValue {
  const nodes = [first];
  for (const relationship of relationships) nodes.push(relationship.other(nodes.at(-1)!));
  return new PathValue(nodes, relationships);
}
