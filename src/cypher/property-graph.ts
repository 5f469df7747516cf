// What the interpreter asks of a property graph: nodes and relationships with adjacency, labels, counts and indexes.
import type { StoredValue } from './values/stored-value.ts';

/** The keys of many entities with the same properties, stored once; a hostile key (`__proto__`) is a key like any other. */
export class PropertyShape {
  readonly keys: readonly string[];
  private readonly slots: ReadonlyMap<string, number>;

  constructor(keys: readonly string[]) {
    this.keys = keys;
    this.slots = new Map(keys.map((key, slot) => [key, slot]));
  }

  /** -1 where there is no such property. */
  slot(key: string): number {
    return this.slots.get(key) ?? -1;
  }
}

/** A node or a relationship: a shape and its values, in the shape's order. */
export abstract class GraphEntity {
  /** The id that answers show (`elementId()`). */
  readonly key: string;
  /** Unique among entities of its sort, in the order of creation (`id()`, and the order of ORDER BY). */
  readonly order: number;
  shape: PropertyShape;
  values: readonly StoredValue[];

  protected constructor(key: string, order: number, shape: PropertyShape, values: readonly StoredValue[]) {
    this.key = key;
    this.order = order;
    this.shape = shape;
    this.values = values;
  }

  get(key: string): StoredValue | null {
    const slot = this.shape.slot(key);
    return slot < 0 ? null : this.values[slot]!;
  }

  *properties(): Iterable<readonly [string, StoredValue]> {
    for (let slot = 0; slot < this.values.length; slot++) yield [this.shape.keys[slot]!, this.values[slot]!];
  }
}

export class GraphNode extends GraphEntity {
  /** The same array object for the same labels in the same order: label tests compare it by identity first. */
  labels: readonly string[];
  readonly outgoing: GraphRelationship[] = [];
  readonly incoming: GraphRelationship[] = [];

  constructor(
    key: string,
    order: number,
    labels: readonly string[],
    shape: PropertyShape,
    values: readonly StoredValue[],
  ) {
    super(key, order, shape, values);
    this.labels = labels;
  }
}

export class GraphRelationship extends GraphEntity {
  readonly type: string;
  readonly start: GraphNode;
  readonly end: GraphNode;

  constructor(
    key: string,
    order: number,
    type: string,
    ends: { readonly start: GraphNode; readonly end: GraphNode },
    shape: PropertyShape,
    values: readonly StoredValue[],
  ) {
    super(key, order, shape, values);
    this.type = type;
    this.start = ends.start;
    this.end = ends.end;
  }

  /** The end that `node` is not; a loop leads back to its node. */
  other(node: GraphNode): GraphNode {
    return node === this.start ? this.end : this.start;
  }
}

/** A bound of an index range; both ends of a range are of the same sort (numbers, strings, booleans or one temporal type). */
export interface RangeBound {
  readonly value: StoredValue;
  readonly inclusive: boolean;
}

/** An index over one property of the nodes with one label. Candidates only: the interpreter tests each again. */
export interface NodeIndex {
  /** Nodes whose property may equal `value`. */
  equal(value: StoredValue): Iterable<GraphNode>;
  range(from: RangeBound | undefined, to: RangeBound | undefined): Iterable<GraphNode>;
  /** Nodes whose property is a string that starts with `prefix`. */
  startingWith(prefix: string): Iterable<GraphNode>;
  /** Mean number of nodes a value, for choosing where to start. */
  readonly selectivity: number;
}

export interface FullTextHit {
  readonly node: GraphNode;
  readonly score: number;
}

export interface PropertyGraph {
  /** Changes when an index appears or about a tenth of the graph has changed: cached plans of older epochs are dropped. */
  readonly epoch: number;
  readonly nodeCount: number;
  readonly relationshipCount: number;

  nodes(): Iterable<GraphNode>;
  relationships(): Iterable<GraphRelationship>;
  nodesWithLabel(label: string): Iterable<GraphNode>;
  labelCount(label: string): number;
  relationshipsOfType(type: string): Iterable<GraphRelationship>;
  typeCount(type: string): number;

  /** In use, in order of appearance. */
  labels(): Iterable<string>;
  relationshipTypes(): Iterable<string>;
  propertyKeys(): Iterable<string>;

  index(label: string, property: string): NodeIndex | undefined;
  /** Hits of a full-text index, best first; undefined where there is no index of that name. */
  searchFullText(index: string, query: string): Iterable<FullTextHit> | undefined;
}
