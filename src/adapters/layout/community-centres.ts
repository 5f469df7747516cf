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

/** Screens are wider than high; a picture that is too uses them. */
const LANDSCAPE = 1.25;

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
  const links = linksBetween(graph, communities);
  const field = new ForceField(communities.count, links.size, { gravity: 0.01, barnesHutOptimize: false });
  size.forEach((count, index) => {
    const distance = Math.sqrt(index) * 300;
    const angle = index * GOLDEN_ANGLE;
    field.place(index, distance * Math.cos(angle), distance * Math.sin(angle), count, radius[index]);
  });
  let spring = 0;
  for (const [pair, weight] of links) {
    const a = Math.floor(pair / communities.count);
    const b = pair % communities.count;
    field.connect(spring++, a, b, weight / Math.sqrt(size[a]! * size[b]!));
  }
  field.step(communities.count > 400 ? 120 : 400);
  return separate(field, radius);
}

function linksBetween(graph: LayoutGraph, communities: Communities): ReadonlyMap<number, number> {
  const links = new Map<number, number>();
  for (let edge = 0; edge < graph.source.length; edge++) {
    const a = communities.of[graph.source[edge]!]!;
    const b = communities.of[graph.target[edge]!]!;
    if (a === b) continue;
    const pair = Math.min(a, b) * communities.count + Math.max(a, b);
    links.set(pair, (links.get(pair) ?? 0) + graph.weight[edge]!);
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
  const x = Float64Array.from(radius, (_r, i) => field.x(i) * scale * LANDSCAPE);
  const y = Float64Array.from(radius, (_r, i) => (field.y(i) * scale) / LANDSCAPE);
  for (let turn = 0; turn < 300; turn++) {
    if (!pushApart(x, y, radius)) break;
  }
  return { x, y, radius };
}

function pushApart(x: Float64Array, y: Float64Array, radius: Float64Array): boolean {
  let moved = false;
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const dx = x[j]! - x[i]!;
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
    x[i]! *= 0.997;
    y[i]! *= 0.997;
  }
  return moved;
}
