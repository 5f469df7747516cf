// Relaxed places in a link: as bytes where they are few, else as a mark that finds them again in the browser that made the link.
import type { GraphModel } from '../graph/graph-model.ts';
import type { ViewState } from './view-state.ts';

type Places = ViewState['places'];

/** Six bytes each: four hundred are three kilobytes of address, which mail programs still carry. */
const MOST_IN_LINK = 400;
const BYTES = 6;
const FULL = 32_767;
const MARK = 'kept';

/** What was written last: the camera moves often, the places seldom. */
let written: { readonly places: Places; readonly model: GraphModel; readonly text: string } | undefined;

/** `extent.bytes`: node number, x and y of each, in 16 bits; they hold for this version of the graph. */
export function writePlaces(places: Places, model: GraphModel): string {
  if (written?.places !== places || written.model !== model) written = { places, model, text: textOf(places, model) };
  return written.text;
}

function textOf(places: Places, model: GraphModel): string {
  const moved = Object.entries(places)
    .map(([id, place]) => [model.find(id), place] as const)
    .filter(([node]) => node >= 0);
  if (moved.length === 0) return '';
  if (moved.length > MOST_IN_LINK || model.size > 65_536) return `${MARK}.${markOf(places)}`;
  const extent = Math.ceil(Math.max(1, ...moved.flatMap(([, [x, y]]) => [Math.abs(x), Math.abs(y)])));
  const bytes = new DataView(new ArrayBuffer(moved.length * BYTES));
  moved.forEach(([node, [x, y]], at) => {
    bytes.setUint16(at * BYTES, node);
    bytes.setInt16(at * BYTES + 2, Math.round((x / extent) * FULL));
    bytes.setInt16(at * BYTES + 4, Math.round((y / extent) * FULL));
  });
  const binary = String.fromCharCode(...new Uint8Array(bytes.buffer));
  return `${extent}.${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** @returns undefined where the link's places are not to be had here: of another graph, or kept in another browser */
export function readPlaces(
  text: string,
  isSameGraph: boolean,
  model: GraphModel,
  keptHere: Places,
): Places | undefined {
  if (text === '') return {};
  const [head = '', body = ''] = text.split('.');
  if (head === MARK) return body === markOf(keptHere) ? keptHere : undefined;
  const extent = Number(head);
  const bytes = isSameGraph && extent > 0 ? bytesOf(body) : undefined;
  if (bytes === undefined) return undefined;
  const places: Record<string, readonly [number, number]> = {};
  for (let at = 0; at + BYTES <= bytes.byteLength; at += BYTES) {
    const node = bytes.getUint16(at);
    const part = (offset: number): number => Math.round((bytes.getInt16(at + offset) / FULL) * extent * 10) / 10;
    if (node < model.size) places[model.id(node)] = [part(2), part(4)];
  }
  return places;
}

function bytesOf(text: string): DataView | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new DataView(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)).buffer);
}

/** Tells layouts apart; nobody has a reason to forge one. */
function markOf(places: Places): string {
  let mark = 0;
  for (const [id, [x, y]] of Object.entries(places))
    for (const value of [parseInt(id.slice(0, 7), 16), x * 10, y * 10]) mark = (Math.imul(mark, 31) + value) | 0;
  return (mark >>> 0).toString(36);
}
