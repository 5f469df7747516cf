// A layout as bytes for the store: a JSON head, then the columns as little-endian arrays.
import type { GraphLayout } from './graph-layout.ts';

const FORMAT = 'plenary-layout/1';

interface Head {
  readonly format: string;
  readonly communityCount: number;
  readonly ids: readonly string[];
}

export function encodeLayout(layout: GraphLayout): Uint8Array {
  const head: Head = { format: FORMAT, communityCount: layout.communityCount, ids: layout.ids };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const count = layout.ids.length;
  const columnsAt = align(4 + headBytes.length);
  const bytes = new Uint8Array(columnsAt + count * (8 + 8 + 4));
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  new Float64Array(bytes.buffer, columnsAt, count).set(layout.x);
  new Float64Array(bytes.buffer, columnsAt + count * 8, count).set(layout.y);
  new Uint32Array(bytes.buffer, columnsAt + count * 16, count).set(layout.community);
  return bytes;
}

/** Undefined for bytes of another format: the caller lays the graph out anew. */
export function decodeLayout(stored: Uint8Array): GraphLayout | undefined {
  if (stored.length < 4) return undefined;
  const bytes = stored.slice();
  const headLength = new DataView(bytes.buffer).getUint32(0, true);
  const head = parseHead(bytes.subarray(4, 4 + headLength));
  if (head === undefined) return undefined;
  const count = head.ids.length;
  const columnsAt = align(4 + headLength);
  if (bytes.length !== columnsAt + count * 20) return undefined;
  return {
    ids: head.ids,
    communityCount: head.communityCount,
    x: new Float64Array(bytes.buffer, columnsAt, count),
    y: new Float64Array(bytes.buffer, columnsAt + count * 8, count),
    community: new Uint32Array(bytes.buffer, columnsAt + count * 16, count),
  };
}

function parseHead(bytes: Uint8Array): Head | undefined {
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Head>;
    return head.format === FORMAT && Array.isArray(head.ids) ? (head as Head) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const align = (length: number): number => Math.ceil(length / 8) * 8;
