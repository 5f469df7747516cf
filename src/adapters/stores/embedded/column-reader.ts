// Draws a graph from columns, in the order it was written in.
import { Float, type MemoryGraph, type StoredValue } from '../../../cypher/index.ts';
import {
  type GraphColumns,
  KEY_FROM_ENDS,
  KEY_FROM_SOURCE,
  keyFromEnds,
  keyFromSource,
  TABLE,
  TABLE_BITS,
} from './graph-columns.ts';

/** @param graph without these nodes and edges */
export function drawColumns(graph: MemoryGraph, columns: GraphColumns): void {
  const { tables, nodes, edges } = columns;
  const strings = decodedStrings(columns);
  const shapes = tables.shapes.map((keys) => graph.shapeOf(keys));
  const valuesAt = valueReader(columns, strings);
  const drawn: ReturnType<MemoryGraph['addShapedNode']>[] = [];
  for (let at = 0; at < nodes.length;) {
    const shape = shapes[nodes[at + 2]!]!;
    const values = valuesAt(nodes, at + 3, shape.keys.length);
    drawn.push(graph.addShapedNode(strings[nodes[at]!]!, tables.labels[nodes[at + 1]!]!, shape, values));
    at += 3 + values.length;
  }
  for (let at = 0; at < edges.length;) {
    const type = tables.types[edges[at + 1]!]!;
    const start = drawn[edges[at + 2]!]!;
    const end = drawn[edges[at + 3]!]!;
    const shape = shapes[edges[at + 4]!]!;
    const values = valuesAt(edges, at + 5, shape.keys.length);
    const key = keyOf(edges[at]!, type, start.key, end.key, strings);
    graph.addShapedRelationship(key, type, { start, end }, shape, values);
    at += 5 + values.length;
  }
}

function keyOf(place: number, type: string, start: string, end: string, strings: readonly string[]): string {
  if (place === KEY_FROM_SOURCE) return keyFromSource(type, start);
  return place === KEY_FROM_ENDS ? keyFromEnds(start, end) : strings[place]!;
}

function decodedStrings({ strings, stringEnds }: GraphColumns): readonly string[] {
  const bytes = Buffer.from(strings.buffer, strings.byteOffset, strings.byteLength);
  const texts = new Array<string>(stringEnds.length);
  for (let at = 0, start = 0; at < stringEnds.length; at++)
    texts[at] = bytes.toString('utf8', start, (start = stringEnds[at]!));
  return texts;
}

type ValueReader = (column: Uint32Array, at: number, count: number) => readonly StoredValue[];

/** Equal values are one object, however often they were written. */
function valueReader({ tables, numbers }: GraphColumns, strings: readonly string[]): ValueReader {
  const floats = new Map<number, Float>();
  const others = tables.others.map(otherValue);
  const float = (place: number): Float => {
    const known = floats.get(place) ?? new Float(numbers[place]!);
    floats.set(place, known);
    return known;
  };
  const valueOf = (tagged: number): StoredValue => {
    const place = tagged >>> TABLE_BITS;
    switch (tagged & ((1 << TABLE_BITS) - 1)) {
      case TABLE.string:
        return strings[place]!;
      case TABLE.number:
        return numbers[place]!;
      case TABLE.float:
        return float(place);
      default:
        return others[place]!;
    }
  };
  return (column, at, count) => {
    const values = new Array<StoredValue>(count);
    for (let slot = 0; slot < count; slot++) values[slot] = valueOf(column[at + slot]!);
    return values;
  };
}

function otherValue(value: unknown): StoredValue {
  if (typeof value === 'object' && value !== null && 'bigint' in value) return BigInt(value.bigint as string);
  return value as StoredValue;
}
