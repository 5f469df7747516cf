// Where each community lies: ForceAtlas2 over the graph of communities, then their discs are pushed apart.
import type { Communities } from './communities.ts';
import { ForceField } from './force.ts';
import type { LayoutGraph } from './layout-graph.ts';

/** Half the distance between two neighbours inside a community, in layout units. */
export const NODE_SPACE = 11;
/** Golden angle: a sunflower start has no two communities in one place. */
export const GOLDEN_ANGLE = 2.399963;

/** White space between communities is what tells them apart. */
const DISC_ROOM = 1.22;
/** And among many there is a name beside each. */
const MANY = 12;
const ROOM_FOR_NAMES = 1.16;

/** All drift inwards while they are pushed apart; from above and below more, since screens are wider than high. */
const DRIFT_X = 0.9985;
const DRIFT_Y = 0.9955;
/** Width over height of the finished picture, at least. */
const LANDSCAPE = 1.6;

export interface Discs {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
}

export function placeCommunities(graph: LayoutGraph, communities: Communities): Discs {
  const size = new Uint32Array(communities.count);
  for (const community of communities.of) size[community]!++;
  const radius = Float64Array.from(size, (count) => Math.sqrt(count) * NODE_SPACE);
  // What is tied to nothing needs no room for lines.
  if (graph.degree.includes(0)) radius[communities.count - 1]! *= 0.7;
  return separate(settle(communities.count, linksBetween(graph, communities, size)), radius);
}

/** Springs hold communities by how closely they are tied for their size. */
function settle(count: number, links: ReadonlyMap<number, number>): ForceField {
  const mass = new Float64Array(count).fill(1);
  for (const [pair, weight] of links) {
    mass[Math.floor(pair / count)]! += weight;
    mass[pair % count]! += weight;
  }
  const field = new ForceField(count, links.size);
  mass.forEach((each, index) => {
    const distance = Math.sqrt(index) * 10;
    const angle = index * GOLDEN_ANGLE;
    field.place(index, distance * Math.cos(angle), distance * Math.sin(angle), each);
  });
  let spring = 0;
  for (const [pair, weight] of links) field.connect(spring++, Math.floor(pair / count), pair % count, weight);
  field.settle(count > 400 ? 120 : 200, 3 * Math.sqrt(count));
  return field;
}

function linksBetween(graph: LayoutGraph, communities: Communities, size: Uint32Array): ReadonlyMap<number, number> {
  const links = new Map<number, number>();
  for (let edge = 0; edge < graph.source.length; edge++) {
    const a = communities.of[graph.source[edge]!]!;
    const b = communities.of[graph.target[edge]!]!;
    if (a === b) continue;
    const pair = Math.min(a, b) * communities.count + Math.max(a, b);
    links.set(pair, (links.get(pair) ?? 0) + graph.weight[edge]! / Math.sqrt(size[a]! * size[b]!));
  }
  return links;
}

/** Scales the centres so that the discs just about fit, then moves overlapping ones apart while all drift inwards. */
function separate(field: ForceField, radius: Float64Array): Discs {
  const count = radius.length;
  let spread = 0;
  let area = 0;
  for (let i = 0; i < count; i++) {
    spread += field.x(i) ** 2 + field.y(i) ** 2;
    area += radius[i]! ** 2;
  }
  const scale = (Math.sqrt(area * 1.5) * 0.7) / (Math.sqrt(spread / Math.max(count, 1)) || 1);
  const x = Float64Array.from(radius, (_r, i) => field.x(i) * scale);
  const y = Float64Array.from(radius, (_r, i) => field.y(i) * scale);
  const order = Uint32Array.from(radius, (_r, i) => i);
  const widest = radius.reduce((most, r) => Math.max(most, r), 0);
  for (let turn = 0; turn < 300; turn++) {
    order.sort((a, b) => x[a]! - x[b]!);
    if (!pushApart(order, x, y, radius, widest)) break;
  }
  stretch(x, y, radius);
  if (count > MANY)
    for (let i = 0; i < count; i++) {
      x[i]! *= ROOM_FOR_NAMES;
      y[i]! *= ROOM_FOR_NAMES;
    }
  return { x, y, radius };
}

/** What is still too square gets more white space between left and right. */
function stretch(x: Float64Array, y: Float64Array, radius: Float64Array): void {
  const reach = (places: Float64Array, sign: number): number =>
    places.reduce((most, place, i) => Math.max(most, sign * place + radius[i]!), -Infinity);
  const [width, height] = [reach(x, 1) + reach(x, -1), reach(y, 1) + reach(y, -1)];
  const share = Math.min(1.5, (height * LANDSCAPE) / width);
  if (share > 1) for (let i = 0; i < x.length; i++) x[i]! *= share;
}

/** One pass in x order: a disc looks right until no other can touch it. */
function pushApart(order: Uint32Array, x: Float64Array, y: Float64Array, radius: Float64Array, widest: number) {
  let moved = false;
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    const reach = (radius[i]! + widest) * DISC_ROOM + NODE_SPACE;
    for (let next = at + 1; next < order.length; next++) {
      const j = order[next]!;
      const dx = x[j]! - x[i]!;
      if (dx > reach) break;
      const dy = y[j]! - y[i]!;
      const need = (radius[i]! + radius[j]!) * DISC_ROOM + NODE_SPACE;
      if (Math.abs(dx) >= need || Math.abs(dy) >= need) continue;
      const distance = Math.hypot(dx, dy) || 1;
      if (distance >= need) continue;
      const shift = (need - distance) / 2 / distance;
      x[i]! -= dx * shift;
      y[i]! -= dy * shift;
      x[j]! += dx * shift;
      y[j]! += dy * shift;
      moved = true;
    }
    x[i]! *= DRIFT_X;
    y[i]! *= DRIFT_Y;
  }
  return moved;
}
