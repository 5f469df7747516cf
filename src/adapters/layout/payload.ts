// The binary payload of the explorer's first picture: columns that gzip well, read by the server's writer and the browser alike.
import type { IdColumn } from './id-column.ts';

/** What the browser holds: everything by index, nodes ordered by community. */
export interface DecodedGraph {
  readonly version: string;
  readonly kinds: readonly string[];
  readonly relations: readonly string[];
  readonly modalities: readonly string[];
  /** Whole ids for small graphs, prefixes that are unique in this graph for large ones. */
  readonly ids: IdColumn;
  readonly idsAreWhole: boolean;
  readonly names: readonly string[];
  /** Layout units, centre of the picture at 0/0. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly community: Uint32Array;
  readonly communityCount: number;
  /** Index into `kinds`. */
  readonly kind: Uint8Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly relation: Uint8Array;
  readonly modality: Uint8Array;
  readonly claims: Uint8Array;
  /** Day numbers (`isoDay`), -1 where unknown. */
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
}

export const PAYLOAD_FORMAT = 'plenary-graph/1';

export interface PayloadHead {
  readonly format: string;
  readonly version: string;
  readonly kinds: readonly string[];
  readonly relations: readonly string[];
  readonly modalities: readonly string[];
  readonly nodes: number;
  readonly edges: number;
  /** Hexadecimal digits of each id. */
  readonly idDigits: number;
  /** Positions are fractions, of this many bits, of a square of `extent` around the origin. */
  readonly positionBits: number;
  readonly extent: number;
  /** Members of each community, in order. */
  readonly communities: readonly number[];
  /** Byte length of each column, in the order of COLUMNS. */
  readonly lengths: readonly number[];
}

/** Each column is of one nature, so that the compressor sees like beside like. */
export const COLUMNS = [
  'ids',
  'xLow',
  'xHigh',
  'yLow',
  'yHigh',
  'kind',
  'names',
  'nodeDays',
  'degrees',
  'targets',
  'relation',
  'modality',
  'claims',
  'edgeDays',
] as const;
export type ColumnName = (typeof COLUMNS)[number];
/** An id is a sha-256 in hexadecimal. */
export const WHOLE_ID_DIGITS = 64;
