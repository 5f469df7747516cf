// The values that queries compute with; every value has exactly one representation.
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import { Temporal } from '../temporal/temporal.ts';

/**
 * A float that a JavaScript number would confuse with an integer: 1.0 is `new Float(1)`, while 1.5, NaN and the infinities
 * are plain numbers. An integer is a plain number inside ±(2^53−1) and a bigint outside.
 */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type NumberValue = number | bigint | Float;

/** What a property can hold. Numbers as `Float` says; there is no null: a property without a value is not there. */
export type StoredValue = boolean | NumberValue | string | Temporal | readonly StoredValue[];

export class PathValue {
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];
  constructor(nodes: readonly GraphNode[], relationships: readonly GraphRelationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** A Map, not an object: keys such as `__proto__` and `constructor` mean nothing special. */
export type MapValue = ReadonlyMap<string, Value>;
export type ListValue = readonly Value[];

export type Value =
  null | boolean | NumberValue | string | Temporal | ListValue | MapValue | GraphNode | GraphRelationship | PathValue;

export const isList = (value: unknown): value is ListValue => Array.isArray(value);
export const isMap = (value: unknown): value is MapValue => value instanceof Map;
export const isEntity = (value: unknown): value is GraphNode | GraphRelationship =>
  value instanceof GraphNode || value instanceof GraphRelationship;
