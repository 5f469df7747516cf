// The property graph in memory: adjacency arrays, label and type sets, indexes; kept current one change at a time.
import { MemoryIndex } from './memory-index.ts';
import {
  type FullTextHit,
  GraphNode,
  GraphRelationship,
  type NodeIndex,
  type PropertyGraph,
  PropertyShape,
} from './property-graph.ts';
import type { StoredValue } from './values/value.ts';

export type PropertyEntries = Iterable<readonly [string, StoredValue]>;
export type FullTextSearch = (index: string, query: string) => Iterable<{ key: string; score: number }> | undefined;

/** A tenth of the graph: what may change before cached plans are made again. */
const EPOCH_SHARE = 0.1;
const EPOCH_LEAST = 100;

export class MemoryGraph implements PropertyGraph {
  private readonly nodesByKey = new Map<string, GraphNode>();
  private readonly keyed = new Map<string, GraphRelationship>();
  /** Read back and not asked for by key yet: a graph that is only read never needs its million keys hashed. */
  private unkeyed: GraphRelationship[] = [];
  private readonly byLabel = new Map<string, Set<GraphNode>>();
  private readonly byType = new Map<string, Set<GraphRelationship>>();
  private readonly indexes = new Map<string, Map<string, MemoryIndex>>();
  private readonly shapes = new Map<string, PropertyShape>();
  private readonly labelLists = new Map<string, readonly string[]>();
  private readonly fullText: FullTextSearch | undefined;
  private nextOrder = 0;
  private changes = 0;
  private currentEpoch = 0;

  constructor(options: { readonly fullText?: FullTextSearch } = {}) {
    this.fullText = options.fullText;
  }

  get epoch(): number {
    return this.currentEpoch;
  }
  get nodeCount(): number {
    return this.nodesByKey.size;
  }
  get relationshipCount(): number {
    return this.keyed.size + this.unkeyed.length;
  }

  // ---- writing

  /** @throws RangeError where a node of this key exists */
  addNode(key: string, labels: readonly string[], properties: PropertyEntries): GraphNode {
    const { shape, values } = this.store(properties);
    return this.addShapedNode(key, labels, shape, values);
  }

  /** For rows that come with their shape, from `shapeOf`. */
  addShapedNode(
    key: string,
    labels: readonly string[],
    shape: PropertyShape,
    values: readonly StoredValue[],
  ): GraphNode {
    if (this.nodesByKey.has(key)) throw new RangeError('A node of this key is in the graph already.');
    const node = new GraphNode(key, this.nextOrder++, this.internLabels(labels), shape, values);
    this.nodesByKey.set(key, node);
    this.enlist(node);
    this.changed();
    return node;
  }

  /** Replaces labels and properties; the relationships stay. */
  updateNode(key: string, labels: readonly string[], properties: PropertyEntries): void {
    const node = this.nodeOrThrow(key);
    this.delist(node);
    node.labels = this.internLabels(labels);
    Object.assign(node, this.store(properties));
    this.enlist(node);
    this.changed();
  }

  /** Removes the node's relationships too. */
  removeNode(key: string): void {
    const node = this.nodeOrThrow(key);
    for (const relationship of [...node.outgoing, ...node.incoming]) this.removeRelationship(relationship.key);
    this.delist(node);
    this.nodesByKey.delete(key);
    this.changed();
  }

  /** @throws RangeError where a relationship of this key exists or an end does not */
  addRelationship(
    key: string,
    type: string,
    startKey: string,
    endKey: string,
    properties: PropertyEntries,
  ): GraphRelationship {
    const ends = { start: this.nodeOrThrow(startKey), end: this.nodeOrThrow(endKey) };
    const { shape, values } = this.store(properties);
    if (this.relationshipsByKey().has(key)) throw new RangeError('A relationship of this key is in the graph already.');
    const relationship = this.link(key, type, ends, shape, values);
    this.keyed.set(key, relationship);
    return relationship;
  }

  /** For rows that come with their shape, from `shapeOf`, with ends of this graph and with a key that it does not have. */
  addShapedRelationship(
    key: string,
    type: string,
    ends: { readonly start: GraphNode; readonly end: GraphNode },
    shape: PropertyShape,
    values: readonly StoredValue[],
  ): void {
    this.unkeyed.push(this.link(key, type, ends, shape, values));
  }

  private link(
    key: string,
    type: string,
    ends: { readonly start: GraphNode; readonly end: GraphNode },
    shape: PropertyShape,
    values: readonly StoredValue[],
  ): GraphRelationship {
    const ofType = setOf(this.byType, type);
    const name = ofType.values().next().value?.type ?? type; // one string object a type, not one an edge
    const relationship = new GraphRelationship(key, this.nextOrder++, name, ends, shape, values);
    ofType.add(relationship);
    ends.start.outgoing.push(relationship);
    ends.end.incoming.push(relationship);
    this.changed();
    return relationship;
  }

  updateRelationship(key: string, properties: PropertyEntries): void {
    const relationship = this.relationshipsByKey().get(key);
    if (!relationship) throw new RangeError('There is no relationship of this key in the graph.');
    Object.assign(relationship, this.store(properties));
    this.changed();
  }

  /** Does nothing where there is none of this key. */
  removeRelationship(key: string): void {
    const relationship = this.relationshipsByKey().get(key);
    if (!relationship) return;
    this.keyed.delete(key);
    removeFrom(this.byType, relationship.type, relationship);
    removeOne(relationship.start.outgoing, relationship);
    removeOne(relationship.end.incoming, relationship);
    this.changed();
  }

  /** One object for equal lists of keys. */
  shapeOf(keys: readonly string[]): PropertyShape {
    const name = JSON.stringify(keys);
    let shape = this.shapes.get(name);
    if (!shape) this.shapes.set(name, (shape = new PropertyShape(keys)));
    return shape;
  }

  createIndex(label: string, property: string): void {
    let ofLabel = this.indexes.get(label);
    if (!ofLabel) this.indexes.set(label, (ofLabel = new Map<string, MemoryIndex>()));
    if (ofLabel.has(property)) return;
    const index = new MemoryIndex(property);
    ofLabel.set(property, index);
    for (const node of this.nodesWithLabel(label)) {
      const value = node.get(property);
      if (value !== null) index.add(value, node);
    }
    this.currentEpoch++;
  }

  // ---- reading

  node(key: string): GraphNode | undefined {
    return this.nodesByKey.get(key);
  }
  relationship(key: string): GraphRelationship | undefined {
    return this.relationshipsByKey().get(key);
  }
  nodes(): Iterable<GraphNode> {
    return this.nodesByKey.values();
  }
  relationships(): Iterable<GraphRelationship> {
    return this.unkeyed.length > 0 && this.keyed.size === 0 ? this.unkeyed : this.relationshipsByKey().values();
  }
  nodesWithLabel(label: string): Iterable<GraphNode> {
    return this.byLabel.get(label) ?? [];
  }
  labelCount(label: string): number {
    return this.byLabel.get(label)?.size ?? 0;
  }
  relationshipsOfType(type: string): Iterable<GraphRelationship> {
    return this.byType.get(type) ?? [];
  }
  typeCount(type: string): number {
    return this.byType.get(type)?.size ?? 0;
  }
  labels(): Iterable<string> {
    return this.byLabel.keys();
  }
  relationshipTypes(): Iterable<string> {
    return this.byType.keys();
  }
  propertyKeys(): Iterable<string> {
    const keys = new Set<string>();
    for (const entity of [this.nodes(), this.relationships()]) {
      for (const { shape } of entity) for (const key of shape.keys) keys.add(key);
    }
    return keys;
  }
  index(label: string, property: string): NodeIndex | undefined {
    return this.indexes.get(label)?.get(property);
  }
  searchFullText(index: string, query: string): Iterable<FullTextHit> | undefined {
    const hits = this.fullText?.(index, query);
    return hits && this.resolve(hits);
  }

  private *resolve(hits: Iterable<{ key: string; score: number }>): Iterable<FullTextHit> {
    for (const { key, score } of hits) {
      const node = this.nodesByKey.get(key);
      if (node) yield { node, score };
    }
  }

  private relationshipsByKey(): Map<string, GraphRelationship> {
    for (const relationship of this.unkeyed) this.keyed.set(relationship.key, relationship);
    if (this.unkeyed.length > 0) this.unkeyed = [];
    return this.keyed;
  }

  private nodeOrThrow(key: string): GraphNode {
    const node = this.nodesByKey.get(key);
    if (!node) throw new RangeError('There is no node of this key in the graph.');
    return node;
  }

  private store(properties: PropertyEntries): { shape: PropertyShape; values: readonly StoredValue[] } {
    const keys: string[] = [];
    const values: StoredValue[] = [];
    for (const [key, value] of properties) {
      keys.push(key);
      values.push(value);
    }
    return { shape: this.shapeOf(keys), values };
  }

  private internLabels(labels: readonly string[]): readonly string[] {
    const name = JSON.stringify(labels);
    let list = this.labelLists.get(name);
    if (!list) this.labelLists.set(name, (list = [...labels]));
    return list;
  }

  private enlist(node: GraphNode): void {
    for (const label of node.labels) {
      setOf(this.byLabel, label).add(node);
      for (const [property, index] of this.indexes.get(label) ?? []) {
        const value = node.get(property);
        if (value !== null) index.add(value, node);
      }
    }
  }

  private delist(node: GraphNode): void {
    for (const label of node.labels) {
      removeFrom(this.byLabel, label, node);
      for (const [property, index] of this.indexes.get(label) ?? []) {
        const value = node.get(property);
        if (value !== null) index.remove(value, node);
      }
    }
  }

  private changed(): void {
    const size = this.nodesByKey.size + this.relationshipCount;
    if (++this.changes < Math.max(EPOCH_LEAST, size * EPOCH_SHARE)) return;
    this.changes = 0;
    this.currentEpoch++;
  }
}

function setOf<T>(sets: Map<string, Set<T>>, name: string): Set<T> {
  let set = sets.get(name);
  if (!set) sets.set(name, (set = new Set<T>()));
  return set;
}

function removeFrom<T>(sets: Map<string, Set<T>>, name: string, member: T): void {
  const set = sets.get(name);
  set?.delete(member);
  if (set?.size === 0) sets.delete(name);
}

function removeOne<T>(list: T[], member: T): void {
  const at = list.lastIndexOf(member);
  if (at >= 0) list.splice(at, 1);
}
