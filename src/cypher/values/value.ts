// The values that queries compute with; every value has exactly one representation.
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { Temporal } from '../temporal/temporal.ts';
import type { NumberValue } from './stored-value.ts';

export { Float, type NumberValue, type StoredValue } from './stored-value.ts';

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
