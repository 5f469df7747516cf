// Draws the projected graph into the in-memory property graph that Cypher runs on.
import { Float, type FullTextSearch, MemoryGraph, type StoredValue } from '../../../cypher/index.ts';
import { type GraphDelta, type Properties, type PropertyValue } from '../../../projection/graph.ts';
import { INDEXED, STORE_NODE } from '../graph-model.ts';

/** Without even the store's own node. */
export function indexedGraph(fullText?: FullTextSearch): MemoryGraph {
  const graph = new MemoryGraph(fullText === undefined ? {} : { fullText });
  for (const { label, property } of INDEXED) graph.createIndex(label, property);
  return graph;
}

export function emptyGraph(fullText?: FullTextSearch): MemoryGraph {
  const graph = indexedGraph(fullText);
  graph.addNode(STORE_NODE.key, STORE_NODE.labels, entries(STORE_NODE.properties));
  return graph;
}

export function applyDelta(graph: MemoryGraph, delta: GraphDelta): void {
  for (const { key } of delta.removedEdges) graph.removeRelationship(key);
  for (const { key } of delta.removedNodes) graph.removeNode(key);
  for (const { key, labels, properties } of delta.putNodes) {
    if (graph.node(key) === undefined) graph.addNode(key, labels, entries(properties));
    else graph.updateNode(key, labels, entries(properties));
  }
  for (const { key, type, source, target, properties, created } of delta.putEdges) {
    if (created) graph.addRelationship(key, type, source, target, entries(properties));
    else graph.updateRelationship(key, entries(properties));
  }
}

function* entries(properties: Properties): Iterable<readonly [string, StoredValue]> {
  for (const [name, value] of properties) yield [name, storedValue(value)];
}

/** The interpreter's numbers: a plain number is an integer unless it has a fraction. */
function storedValue(value: PropertyValue): StoredValue {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'number' && Number.isInteger(value)) return new Float(value);
  return value;
}
