// Writes the payload: orders the nodes so that neighbours in the bytes are neighbours in the graph.
import { ByteWriter } from './bytes.ts';
import { dayNumber, type GraphPicture, type PictureEdge, type PictureNode } from './graph-picture.ts';
import type { GraphLayout } from './graph-layout.ts';
import { COLUMNS, PAYLOAD_FORMAT, WHOLE_ID_DIGITS, type ColumnName, type PayloadHead } from './payload.ts';

/** Up to this many nodes whole ids cost less than the look-ups they save. */
const WHOLE_IDS_UP_TO = 2000;

interface Placed {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly community: number;
}

export function encodeGraphPayload(picture: GraphPicture, layout: GraphLayout): Uint8Array {
  const kinds = distinct(picture.nodes.map((node) => node.kind));
  const placed = orderNodes(picture, layout);
  const extent = placed.reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 1);
  const relations = distinct(picture.edges.map((edge) => edge.relation));
  const modalities = distinct(['occurred', ...picture.edges.map((edge) => edge.modality)], false);
  const ids = encodeIds(placed.map(({ node }) => node.id));
  const edges = encodeEdges(placed, picture.edges, relations, modalities);
  const nodeDays = new ByteWriter();
  for (const { node } of placed) writeDays(nodeDays, node);
  const positionBits = positionBitsFor(placed.length);
  const columns: Record<ColumnName, Uint8Array> = {
    ids: ids.bytes,
    ...encodePositions(placed, extent, positionBits),
    kind: Uint8Array.from(placed, ({ node }) => kinds.indexOf(node.kind)),
    names: new TextEncoder().encode(placed.map(({ node }) => node.name.replace(/\s+/gu, ' ')).join('\n')),
    nodeDays: nodeDays.finish(),
    ...edges.columns,
  };
  const head: PayloadHead = {
    format: PAYLOAD_FORMAT,
    version: picture.version,
    kinds,
    relations,
    modalities,
    nodes: placed.length,
    edges: edges.count,
    idDigits: ids.digits,
    positionBits,
    extent,
    communities: communitySizes(placed, layout.communityCount),
    lengths: COLUMNS.map((name) => columns[name].length),
  };
  return join(head, columns);
}

/** By community, then kind, then name: equal bytes lie side by side. */
function orderNodes(picture: GraphPicture, layout: GraphLayout): readonly Placed[] {
  const at = new Map(layout.ids.map((id, index) => [id, index]));
  const placed = picture.nodes.map((node) => {
    const index = at.get(node.id);
    if (index === undefined) throw new RangeError('The layout is of another graph; compute it again.');
    return { node, x: layout.x[index]!, y: layout.y[index]!, community: layout.community[index]! };
  });
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return placed.sort(
    (a, b) =>
      a.community - b.community ||
      byText(a.node.kind, b.node.kind) ||
      byText(a.node.name, b.node.name) ||
      byText(a.node.id, b.node.id),
  );
}

/** The shortest prefix that tells all ids of this graph apart, two digits a byte. */
function encodeIds(ids: readonly string[]): { bytes: Uint8Array; digits: number } {
  let digits = WHOLE_ID_DIGITS;
  if (ids.length > WHOLE_IDS_UP_TO) {
    digits = 7;
    while (digits < WHOLE_ID_DIGITS && new Set(ids.map((id) => id.slice(0, digits))).size < ids.length) digits++;
  }
  const text = ids.map((id) => id.slice(0, digits)).join('');
  const bytes = Uint8Array.from({ length: Math.ceil(text.length / 2) }, (_unused, at) =>
    parseInt(text.slice(at * 2, at * 2 + 2).padEnd(2, '0'), 16),
  );
  return { bytes, digits };
}

/** Finer than a twentieth of the space between two nodes; more would be noise that no compressor can shrink. */
function positionBitsFor(count: number): number {
  if (count <= WHOLE_IDS_UP_TO) return 16;
  return count <= 50_000 ? 14 : 13;
}

function encodePositions(placed: readonly Placed[], extent: number, bits: number) {
  const fraction = (value: number): number => Math.round(((value / extent + 1) / 2) * (2 ** bits - 1));
  return {
    xLow: Uint8Array.from(placed, ({ x }) => fraction(x) & 255),
    xHigh: Uint8Array.from(placed, ({ x }) => fraction(x) >> 8),
    yLow: Uint8Array.from(placed, ({ y }) => fraction(y) & 255),
    yHigh: Uint8Array.from(placed, ({ y }) => fraction(y) >> 8),
  };
}

/** Edges by source; targets as steps from the source, then from each other: mostly one byte, two across communities. */
function encodeEdges(
  placed: readonly Placed[],
  edges: readonly PictureEdge[],
  relations: readonly string[],
  modalities: readonly string[],
) {
  const indexOf = new Map(placed.map(({ node }, index) => [node.id, index]));
  const known = edges
    .map((edge) => ({ edge, source: indexOf.get(edge.source) ?? -1, target: indexOf.get(edge.target) ?? -1 }))
    .filter(({ source, target }) => source >= 0 && target >= 0)
    .sort(
      (a, b) =>
        a.source - b.source ||
        a.target - b.target ||
        relations.indexOf(a.edge.relation) - relations.indexOf(b.edge.relation) ||
        ((a.edge.startDate ?? '') < (b.edge.startDate ?? '') ? -1 : 1),
    );
  const outgoing = new Uint32Array(placed.length);
  for (const { source } of known) outgoing[source]!++;
  const degrees = new ByteWriter();
  for (const degree of outgoing) degrees.unsigned(degree);
  const targets = new ByteWriter();
  const edgeDays = new ByteWriter();
  known.forEach(({ edge, source, target }, index) => {
    const before = known[index - 1];
    if (before?.source === source) targets.unsigned(target - before.target);
    else targets.signed(target - source);
    writeDays(edgeDays, edge);
  });
  return {
    count: known.length,
    columns: {
      degrees: degrees.finish(),
      targets: targets.finish(),
      relation: Uint8Array.from(known, ({ edge }) => relations.indexOf(edge.relation)),
      modality: Uint8Array.from(known, ({ edge }) => modalities.indexOf(edge.modality)),
      claims: Uint8Array.from(known, ({ edge }) => Math.min(edge.claims, 255)),
      edgeDays: edgeDays.finish(),
    },
  };
}

/** 0: no date of its own. Else the day + 1, and how many days it lasted. */
function writeDays(writer: ByteWriter, dated: { readonly startDate?: string; readonly endDate?: string }): void {
  const start = dayNumber(dated.startDate);
  writer.unsigned(start === undefined ? 0 : start + 1);
  if (start !== undefined) writer.unsigned(Math.max(0, (dayNumber(dated.endDate, true) ?? start) - start));
}

function communitySizes(placed: readonly Placed[], count: number): readonly number[] {
  const sizes = new Array<number>(count).fill(0);
  for (const { community } of placed) sizes[community]!++;
  return sizes;
}

function distinct(values: readonly string[], sorted = true): readonly string[] {
  const found = [...new Set(values)];
  if (found.length > 256) throw new RangeError('More than 256 kinds or relations do not fit the graph payload.');
  return sorted ? found.sort() : found;
}

function join(head: PayloadHead, columns: Readonly<Record<ColumnName, Uint8Array>>): Uint8Array {
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const writer = new ByteWriter();
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, headBytes.length, true);
  writer.append(size);
  writer.append(headBytes);
  for (const name of COLUMNS) writer.append(columns[name]);
  return writer.finish();
}
