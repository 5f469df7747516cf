// db.schema.visualization(): one node a label, one relationship for each way that a type joins two labels.
import { GraphNode, GraphRelationship, PropertyShape } from '../property-graph.ts';
import type { QueryContext } from '../run/context.ts';
import type { Value } from '../values/value.ts';

const NODE_SHAPE = new PropertyShape(['name', 'indexes', 'constraints']);
const RELATIONSHIP_SHAPE = new PropertyShape(['name']);

/** The two columns of the one row. Its nodes and relationships are not in the graph: their ids are negative, as in Neo4j. */
export function schemaGraph({ graph, budget }: QueryContext): readonly [readonly Value[], readonly Value[]] {
  const nodes = new Map<string, GraphNode>();
  for (const label of graph.labels()) {
    const id = -nodes.size - 1;
    nodes.set(label, new GraphNode(String(id), id, [label], NODE_SHAPE, [label, [], []]));
  }
  const relationships = new Map<string, GraphRelationship>();
  for (const { type, start, end } of graph.relationships()) {
    budget.tick();
    for (const from of start.labels) {
      for (const to of end.labels) {
        const key = JSON.stringify([type, from, to]);
        if (relationships.has(key)) continue;
        const id = -relationships.size - 1;
        const ends = { start: nodes.get(from)!, end: nodes.get(to)! };
        relationships.set(key, new GraphRelationship(String(id), id, type, ends, RELATIONSHIP_SHAPE, [type]));
      }
    }
  }
  return [[...nodes.values()], [...relationships.values()]];
}
