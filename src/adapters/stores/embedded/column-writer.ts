// Puts the graph in memory into columns.
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

interface Edge {
  readonly key: string;
  readonly type: string;
  readonly start: { readonly key: string };
  readonly end: { readonly key: string };
}

/** UTF-8 cannot hold it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

export function columnsOf(graph: MemoryGraph): GraphColumns {
  const writer = new ColumnWriter();
  for (const { key, labels, shape, values } of graph.nodes()) writer.node(key, labels, shape.keys, values);
  for (const edge of graph.relationships()) writer.edge(edge, edge.shape.keys, edge.values);
  return writer.finish();
}

class ColumnWriter {
  private readonly labels = new Interned();
  private readonly types = new Interned();
  private readonly shapes = new Interned();
  private readonly others = new Interned();
  private readonly strings = new StringTable();
  private readonly numbers = new Map<number, number>();
  private readonly nodeOrdinals = new Map<string, number>();
  private readonly nodeColumn = new NumberColumn();
  private readonly edgeColumn = new NumberColumn();

  node(key: string, labels: readonly string[], shape: readonly string[], values: readonly StoredValue[]): void {
    this.nodeOrdinals.set(key, this.nodeOrdinals.size);
    const column = this.nodeColumn;
    column.push(this.strings.place(key));
    column.push(this.labels.place(JSON.stringify(labels)));
    column.push(this.shapes.place(JSON.stringify(shape)));
    for (const value of values) column.push(this.value(value));
  }

  edge(edge: Edge, shape: readonly string[], values: readonly StoredValue[]): void {
    const column = this.edgeColumn;
    column.push(this.edgeKey(edge));
    column.push(this.types.place(JSON.stringify(edge.type)));
    column.push(this.nodeOrdinals.get(edge.start.key)!);
    column.push(this.nodeOrdinals.get(edge.end.key)!);
    column.push(this.shapes.place(JSON.stringify(shape)));
    for (const value of values) column.push(this.value(value));
  }

  finish(): GraphColumns {
    return {
      tables: {
        labels: this.labels.parsed() as string[][],
        types: this.types.parsed() as string[],
        shapes: this.shapes.parsed() as string[][],
        others: this.others.parsed(),
      },
      ...this.strings.finish(),
      numbers: Float64Array.from(this.numbers.keys()),
      nodes: this.nodeColumn.finish(),
      edges: this.edgeColumn.finish(),
    };
  }

  private edgeKey({ key, type, start, end }: Edge): number {
    if (key === keyFromSource(type, start.key)) return KEY_FROM_SOURCE;
    if (key === keyFromEnds(start.key, end.key)) return KEY_FROM_ENDS;
    return this.strings.place(key);
  }

  private value(value: StoredValue): number {
    if (typeof value === 'string' && !LONE_SURROGATE.test(value))
      return tagged(this.strings.place(value), TABLE.string);
    if (typeof value === 'number') return tagged(this.number(value), TABLE.number);
    if (value instanceof Float) return tagged(this.number(value.value), TABLE.float);
    const json = JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'bigint' ? { bigint: String(inner) } : inner,
    );
    return tagged(this.others.place(json), TABLE.other);
  }

  private number(value: number): number {
    let place = this.numbers.get(value);
    if (place === undefined) this.numbers.set(value, (place = this.numbers.size));
    return place;
  }
}

/** Unsigned, since shifting left gives a signed number. */
const tagged = (place: number, table: number): number => ((place << TABLE_BITS) | table) >>> 0;

/** Distinct JSON texts in order of appearance. */
class Interned {
  private readonly places = new Map<string, number>();

  place(json: string): number {
    let place = this.places.get(json);
    if (place === undefined) this.places.set(json, (place = this.places.size));
    return place;
  }

  parsed(): unknown[] {
    return Array.from(this.places.keys(), (json) => JSON.parse(json) as unknown);
  }
}

const CHUNK_STRINGS = 10_000;

class StringTable {
  private readonly places = new Map<string, number>();

  place(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) this.places.set(text, (place = this.places.size));
    return place;
  }

  finish(): Pick<GraphColumns, 'strings' | 'stringEnds'> {
    const stringEnds = new Uint32Array(this.places.size);
    const chunks: Buffer[] = [];
    let waiting: string[] = [];
    let end = 0;
    let at = 0;
    for (const text of this.places.keys()) {
      stringEnds[at++] = end += Buffer.byteLength(text);
      if (waiting.push(text) < CHUNK_STRINGS) continue;
      chunks.push(Buffer.from(waiting.join('')));
      waiting = [];
    }
    chunks.push(Buffer.from(waiting.join('')));
    return { stringEnds, strings: Buffer.concat(chunks) };
  }
}

/** Grows by doubling. */
class NumberColumn {
  private numbers = new Uint32Array(1 << 12);
  private length = 0;

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = number;
  }

  finish(): Uint32Array {
    return this.numbers.slice(0, this.length);
  }
}
