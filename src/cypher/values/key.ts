// Grouping keys: two values have the same key when DISTINCT and grouping see one value (null = null, 1 = 1.0); as on the
// server, NaN is like nothing, itself included.
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import { Temporal } from '../temporal/temporal.ts';
import { Float, isMap, PathValue, type Value } from './value.ts';

/** For a Map or Set that holds no bare strings: numbers and entities are their own key. */
export function valueKey(value: Value): unknown {
  if (Number.isNaN(value)) return Symbol('NaN');
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (value instanceof GraphNode || value instanceof GraphRelationship) return value;
  if (value instanceof Float && Math.abs(value.value) <= Number.MAX_SAFE_INTEGER) return value.value;
  return textKey(value);
}

export const rowKey = (row: readonly Value[]): string => row.map(textKey).join('|');

let nextNaN = 0;

function textKey(value: Value): string {
  if (value === null) return '~';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (Number.isNaN(value)) return `#NaN ${nextNaN++}`;
  if (typeof value === 'number' || typeof value === 'bigint') return `#${value}`;
  if (value instanceof Float) return `#${BigInt(value.value)}`; // all digits, as a bigint of the same size prints them
  if (value instanceof GraphNode) return `n${value.order}`;
  if (value instanceof GraphRelationship) return `r${value.order}`;
  if (value instanceof PathValue) {
    return `p(${value.nodes[0]!.order}:${value.relationships.map((each) => each.order).join(',')})`;
  }
  if (value instanceof Temporal) return `@${value.kind}${value.toString()}`;
  if (!isMap(value)) return `[${value.map(textKey).join(',')}]`;
  const entries = [...value].map(([key, held]) => `${JSON.stringify(key)}:${textKey(held)}`);
  return `{${entries.sort().join(',')}}`;
}
