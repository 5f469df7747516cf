// Reads the payload in the browser: typed arrays out of bytes, without an object for every node or edge.
import { ByteReader } from './bytes.ts';
import { IdColumn } from './id-column.ts';
import {
  COLUMNS,
  PAYLOAD_FORMAT,
  WHOLE_ID_DIGITS,
  type ColumnName,
  type DecodedGraph,
  type PayloadHead,
} from './payload.ts';

/** @throws RangeError when the bytes are not a payload of this version. */
export function decodeGraphPayload(bytes: Uint8Array): DecodedGraph {
  const { head, columns } = split(bytes);
  const days = readDays(new ByteReader(columns.nodeDays), head.nodes);
  const ends = decodeEnds(head, columns);
  return {
    version: head.version,
    kinds: head.kinds,
    relations: head.relations,
    modalities: head.modalities,
    ids: new IdColumn(columns.ids, head.nodes, head.idDigits),
    idsAreWhole: head.idDigits === WHOLE_ID_DIGITS,
    names: head.nodes === 0 ? [] : new TextDecoder().decode(columns.names).split('\n'),
    x: decodePositions(columns.xLow, columns.xHigh, head),
    y: decodePositions(columns.yLow, columns.yHigh, head),
    community: decodeCommunities(head),
    communityCount: head.communities.length,
    kind: columns.kind,
    ...ends,
    relation: columns.relation,
    modality: columns.modality,
    claims: columns.claims,
    ...inheritDays(readDays(new ByteReader(columns.edgeDays), head.edges), days, ends),
  };
}

function split(bytes: Uint8Array): { head: PayloadHead; columns: Readonly<Record<ColumnName, Uint8Array>> } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = bytes.length < 4 ? 0 : view.getUint32(0, true);
  if (headLength === 0 || headLength > bytes.length - 4) throw new RangeError('This is not a graph payload.');
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as PayloadHead;
  if (head.format !== PAYLOAD_FORMAT) throw new RangeError('The graph payload is of another version; reload the page.');
  const columns = {} as Record<ColumnName, Uint8Array>;
  let at = 4 + headLength;
  COLUMNS.forEach((name, index) => {
    columns[name] = bytes.subarray(at, (at += head.lengths[index]!));
  });
  if (at !== bytes.length) throw new RangeError('The graph payload ends too early; load it again.');
  return { head, columns };
}

function decodePositions(low: Uint8Array, high: Uint8Array, { extent, positionBits }: PayloadHead): Float32Array {
  const positions = new Float32Array(low.length);
  const scale = (2 * extent) / (2 ** positionBits - 1);
  for (let i = 0; i < low.length; i++) positions[i] = (low[i]! | (high[i]! << 8)) * scale - extent;
  return positions;
}

function decodeCommunities(head: PayloadHead): Uint32Array {
  const community = new Uint32Array(head.nodes);
  let at = 0;
  head.communities.forEach((size, index) => {
    community.fill(index, at, (at += size));
  });
  return community;
}

function decodeEnds(head: PayloadHead, columns: Readonly<Record<ColumnName, Uint8Array>>) {
  const source = new Uint32Array(head.edges);
  const target = new Uint32Array(head.edges);
  const degrees = new ByteReader(columns.degrees);
  const targets = new ByteReader(columns.targets);
  let edge = 0;
  for (let node = 0; node < head.nodes; node++) {
    let at = node;
    for (let left = degrees.unsigned(), first = true; left > 0; left--, first = false) {
      at = first ? node + targets.signed() : at + targets.unsigned();
      source[edge] = node;
      target[edge++] = at;
    }
  }
  return { source, target };
}

interface Days {
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
}

function readDays(reader: ByteReader, count: number): Days {
  const startDay = new Int32Array(count).fill(-1);
  const endDay = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const start = reader.unsigned() - 1;
    if (start < 0) continue;
    startDay[i] = start;
    endDay[i] = start + reader.unsigned();
  }
  return { startDay, endDay };
}

/** An edge without dates of its own happened when the event at one of its ends did. */
function inheritDays(
  edges: Days,
  nodes: Days,
  ends: { readonly source: Uint32Array; readonly target: Uint32Array },
): Days {
  for (let edge = 0; edge < edges.startDay.length; edge++) {
    if (edges.startDay[edge]! >= 0) continue;
    const { source, target } = ends;
    const event = nodes.startDay[source[edge]!]! >= 0 ? source[edge]! : target[edge]!;
    edges.startDay[edge] = nodes.startDay[event]!;
    edges.endDay[edge] = nodes.endDay[event]!;
  }
  return edges;
}
