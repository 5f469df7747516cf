// The members of each community: ForceAtlas2 within its disc, turned so that bridges face the communities they lead to.
import { GOLDEN_ANGLE, type Discs } from './community-centres.ts';
import type { Communities } from './communities.ts';
import { ForceField } from './force.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { louvain } from './louvain.ts';
import { MOST_WITH_ROOM } from './make-room.ts';

/** Circles within a community are looked for where it is more than a handful. */
const LEAST_WITH_CIRCLES = 80;
/** What ties two circles pulls less than what holds one together: they are seen as clumps with hubs of their own. */
const BETWEEN_CIRCLES = 0.15;

export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function placeMembers(graph: LayoutGraph, communities: Communities, discs: Discs): Positions {
  const members: number[][] = Array.from({ length: communities.count }, () => []);
  communities.of.forEach((community, node) => members[community]!.push(node));
  const inner: number[][] = Array.from({ length: communities.count }, () => []);
  for (let edge = 0; edge < graph.source.length; edge++) {
    const community = communities.of[graph.source[edge]!]!;
    if (community === communities.of[graph.target[edge]!]) inner[community]!.push(edge);
  }
  const positions = { x: new Float64Array(graph.ids.length), y: new Float64Array(graph.ids.length) };
  const local = new Uint32Array(graph.ids.length);
  // Dense in the middle, as far as the discs are pushed apart again; otherwise the hubs would hide each other there.
  const drawIn = graph.ids.length <= MOST_WITH_ROOM ? Math.sqrt : (): number => 1;
  members.forEach((nodes, community) => {
    nodes.sort((a, b) => graph.degree[b]! - graph.degree[a]! || a - b);
    nodes.forEach((node, index) => (local[node] = index));
    const field = settle(graph, nodes, inner[community]!, local);
    fitIntoDisc(field, nodes, community, discs, positions, drawIn);
  });
  faceNeighbours(graph, communities, discs, positions);
  return positions;
}

function settle(graph: LayoutGraph, nodes: readonly number[], edges: readonly number[], local: Uint32Array) {
  const field = new ForceField(nodes.length, edges.length);
  nodes.forEach((node, index) => {
    const distance = Math.sqrt(index + 0.5) * 10;
    const angle = index * GOLDEN_ANGLE;
    field.place(index, distance * Math.cos(angle), distance * Math.sin(angle), 1 + graph.degree[node]!);
  });
  const source = Uint32Array.from(edges, (edge) => local[graph.source[edge]!]!);
  const target = Uint32Array.from(edges, (edge) => local[graph.target[edge]!]!);
  const weight = Float64Array.from(edges, (edge) => graph.weight[edge]!);
  const circle = nodes.length < LEAST_WITH_CIRCLES ? undefined : louvain(nodes.length, { source, target, weight });
  for (let spring = 0; spring < edges.length; spring++) {
    const isInCircle = circle === undefined || circle[source[spring]!] === circle[target[spring]!];
    field.connect(spring, source[spring]!, target[spring]!, weight[spring]! * (isInCircle ? 1 : BETWEEN_CIRCLES));
  }
  if (edges.length > 0) field.settle(stepsFor(nodes.length), 3 * Math.sqrt(nodes.length));
  return field;
}

/** Small communities are cheap and looked at closely; large ones are read as a shape. */
function stepsFor(size: number): number {
  if (size < 60) return 200;
  if (size < 400) return 60;
  return size < 2000 ? 30 : 20;
}

/** Nine tenths of the members fill the disc; stragglers are drawn in so that no hull swells for one node. */
function fitIntoDisc(
  field: ForceField,
  nodes: readonly number[],
  community: number,
  discs: Discs,
  positions: Positions,
  drawIn: (distance: number) => number,
): void {
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < nodes.length; i++) {
    meanX += field.x(i) / nodes.length;
    meanY += field.y(i) / nodes.length;
  }
  const distances = nodes.map((_node, i) => Math.hypot(field.x(i) - meanX, field.y(i) - meanY)).sort((a, b) => a - b);
  const reach = distances[Math.floor(nodes.length * 0.9)] || 1;
  const scale = nodes.length === 1 ? 0 : discs.radius[community]! * 0.85;
  nodes.forEach((node, i) => {
    const dx = (field.x(i) - meanX) / reach;
    const dy = (field.y(i) - meanY) / reach;
    const distance = Math.hypot(dx, dy);
    const pull = distance > 1 ? (1 + 0.25 * Math.tanh(distance - 1)) / distance : drawIn(distance);
    positions.x[node] = discs.x[community]! + dx * pull * scale;
    positions.y[node] = discs.y[community]! + dy * pull * scale;
  });
}

/** The best rotation has a closed form: the angle of the summed cross and dot products of offset and wish. */
function faceNeighbours(graph: LayoutGraph, communities: Communities, discs: Discs, { x, y }: Positions): void {
  const sine = new Float64Array(communities.count);
  const cosine = new Float64Array(communities.count);
  const pullOf = (node: number, other: number): void => {
    const community = communities.of[node]!;
    const dx = x[node]! - discs.x[community]!;
    const dy = y[node]! - discs.y[community]!;
    const wishX = x[other]! - discs.x[community]!;
    const wishY = y[other]! - discs.y[community]!;
    const distance = Math.hypot(wishX, wishY) || 1;
    sine[community]! += (dx * wishY - dy * wishX) / distance;
    cosine[community]! += (dx * wishX + dy * wishY) / distance;
  };
  for (let edge = 0; edge < graph.source.length; edge++) {
    const a = graph.source[edge]!;
    const b = graph.target[edge]!;
    if (communities.of[a] === communities.of[b]) continue;
    pullOf(a, b);
    pullOf(b, a);
  }
  communities.of.forEach((community, node) => {
    const length = Math.hypot(sine[community]!, cosine[community]!);
    if (length === 0) return;
    const dx = x[node]! - discs.x[community]!;
    const dy = y[node]! - discs.y[community]!;
    const turnSine = sine[community]! / length;
    const turnCosine = cosine[community]! / length;
    x[node] = discs.x[community]! + dx * turnCosine - dy * turnSine;
    y[node] = discs.y[community]! + dx * turnSine + dy * turnCosine;
  });
}
