// How the graph in memory lies in columns of numbers and one table of strings: compact, and read back faster than it is drawn.
import { mentionKey } from '../../../projection/mention-edge.ts';

export interface GraphColumns {
  /** Small tables, as JSON. */
  readonly tables: ColumnTables;
  /** Where each string ends in `strings`, in bytes. */
  readonly stringEnds: Uint32Array;
  readonly strings: Uint8Array;
  readonly numbers: Float64Array;
  /** A node: key, labels, shape, its values. */
  readonly nodes: Uint32Array;
  /** An edge: key, type, places of its ends among the nodes, shape, its values. */
  readonly edges: Uint32Array;
}

export interface ColumnTables {
  readonly labels: readonly (readonly string[])[];
  readonly types: readonly string[];
  readonly shapes: readonly (readonly string[])[];
  /** Values that are neither well-formed strings nor numbers; an integer past 2^53 is `{bigint}`. */
  readonly others: readonly unknown[];
}

/** Keys of edges that follow from their ends are not written. */
export const KEY_FROM_SOURCE = 0xffffffff;
export const KEY_FROM_ENDS = 0xfffffffe;

export const keyFromSource = (type: string, start: string): string => `${type}:${start}`;
export const keyFromEnds = (start: string, end: string): string => mentionKey(start, end);

/** The low bits of a value say which table it is in. */
export const TABLE = { string: 0, number: 1, float: 2, other: 3 } as const;
export const TABLE_BITS = 2;
