// The graph in a file beside the truth, for a fast start; never trusted further than its checks go.
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { MemoryGraph } from '../../../cypher/index.ts';
import type { LinkJudgement } from '../../../ports/graph-store.ts';
import { drawColumns } from './column-reader.ts';
import { columnsOf } from './column-writer.ts';
import { drawingCode } from './drawing-code.ts';
import type { ColumnTables, GraphColumns } from './graph-columns.ts';

export const SNAPSHOT_FILE = 'graph.snapshot';
/** Then the length and the sum of the header, the header as JSON, and the columns; all in multiples of eight bytes. */
const MAGIC = Buffer.from('plenary graph 1\n');
const COLUMNS_AT = MAGIC.length + 8;
const ALIGNMENT = 8;

/** What the graph was drawn from, and what is known of it beside its nodes and edges. */
export interface SnapshotState {
  /** Of the documents and of what people decided. */
  readonly version: string;
  /** Pairs that people decided or that wait for a decision. */
  readonly judgements: readonly LinkJudgement[];
}

const COLUMNS = ['stringEnds', 'strings', 'numbers', 'nodes', 'edges'] as const;

interface Header extends SnapshotState {
  /** Of the code that drew the graph. */
  readonly code: string;
  readonly tables: ColumnTables;
  readonly parts: readonly { readonly bytes: number; readonly sum: number }[];
}

/** It appears whole or not at all; what the disk tears later, the sums find. */
export function writeSnapshot(folder: string, graph: MemoryGraph, state: SnapshotState): void {
  const columns = columnsOf(graph);
  const bodies = COLUMNS.map((name) => bytesOf(columns[name]));
  const parts = bodies.map((body) => ({ bytes: body.length, sum: crc32(body) }));
  const header: Header = { ...state, code: drawingCode(), tables: columns.tables, parts };
  const json = Buffer.from(JSON.stringify(header));
  const sums = Buffer.alloc(8);
  sums.writeUInt32LE(json.length, 0);
  sums.writeUInt32LE(crc32(json), 4);
  const unfinished = join(folder, `${SNAPSHOT_FILE}.${process.pid}`);
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (const part of [MAGIC, sums, ...[json, ...bodies].flatMap((body) => [body, padding(body.length)])])
        writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, join(folder, SNAPSHOT_FILE));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Draws the snapshot into an empty graph where it is sound and shows just this version.
 * @returns undefined where there is none to be trusted; the graph may be half drawn then
 */
export function readSnapshot(folder: string, version: string, graph: MemoryGraph): SnapshotState | undefined {
  try {
    const file = aligned(readFileSync(join(folder, SNAPSHOT_FILE)));
    const header = headerOf(file);
    if (header?.version !== version || header.code !== drawingCode()) return undefined;
    const columns = columnsIn(file, header);
    if (columns === undefined) return undefined;
    drawColumns(graph, columns);
    return header;
  } catch {
    return undefined; // none there, not readable, or damaged in a way that the sums do not show: the claims are the truth
  }
}

function headerOf(file: Buffer): Header | undefined {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const json = file.subarray(COLUMNS_AT, COLUMNS_AT + file.readUInt32LE(MAGIC.length));
  if (crc32(json) !== file.readUInt32LE(MAGIC.length + 4)) return undefined;
  return JSON.parse(json.toString()) as Header;
}

function columnsIn(file: Buffer, { tables, parts }: Header): GraphColumns | undefined {
  let at = COLUMNS_AT + padded(file.readUInt32LE(MAGIC.length));
  const bodies: Buffer[] = [];
  for (const { bytes, sum } of parts) {
    const body = file.subarray(at, at + bytes);
    if (body.length < bytes || crc32(body) !== sum) return undefined;
    bodies.push(body);
    at += padded(bytes);
  }
  const [stringEnds, strings, numbers, nodes, edges] = bodies as [Buffer, Buffer, Buffer, Buffer, Buffer];
  return {
    tables,
    stringEnds: integers(stringEnds),
    strings,
    numbers: new Float64Array(numbers.buffer, numbers.byteOffset, numbers.length / 8),
    nodes: integers(nodes),
    edges: integers(edges),
  };
}

const integers = ({ buffer, byteOffset, length }: Buffer): Uint32Array =>
  new Uint32Array(buffer, byteOffset, length / 4);
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
const padded = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
const padding = (length: number): Buffer => Buffer.alloc(padded(length) - length);
/** Small files share a buffer with others, at any place. */
const aligned = (file: Buffer): Buffer =>
  file.byteOffset % ALIGNMENT === 0 ? file : Buffer.from(new Uint8Array(file).buffer);
