// Fits new nodes into a picture people already know: the old ones stay where they are, to the last digit.
import { GOLDEN_ANGLE, NODE_SPACE } from './community-centres.ts';
import { ForceField } from './force.ts';
import type { GraphLayout } from './graph-layout.ts';
import type { LayoutGraph } from './layout-graph.ts';

interface Growing {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly community: Uint32Array;
  readonly placed: Uint8Array;
}

export function growLayout(graph: LayoutGraph, previous: GraphLayout): GraphLayout {
  const size = graph.ids.length;
  const growing = {
    x: new Float64Array(size),
    y: new Float64Array(size),
    community: new Uint32Array(size),
    placed: new Uint8Array(size),
  };
  const before = new Map(previous.ids.map((id, index) => [id, index]));
  const fresh: number[] = [];
  graph.ids.forEach((id, node) => {
    const old = before.get(id);
    if (old === undefined) fresh.push(node);
    else adopt(growing, node, previous.x[old]!, previous.y[old]!, previous.community[old]!);
  });
  const communityCount = placeFresh(graph, fresh, growing, previous.communityCount);
  settleFresh(graph, fresh, growing);
  return { ids: graph.ids, x: growing.x, y: growing.y, community: growing.community, communityCount };
}

function adopt(growing: Growing, node: number, x: number, y: number, community: number): void {
  growing.x[node] = x;
  growing.y[node] = y;
  growing.community[node] = community;
  growing.placed[node] = 1;
}

/** Best-known first: a new node goes beside its placed neighbours; what hangs on nothing goes to the rim. */
function placeFresh(graph: LayoutGraph, fresh: readonly number[], growing: Growing, communityCount: number): number {
  const neighbours = neighboursOf(graph, fresh);
  let waiting = fresh;
  let count = communityCount;
  while (waiting.length > 0) {
    const later = waiting.filter((node) => !placeBesideNeighbours(node, neighbours.get(node) ?? [], growing));
    if (later.length === waiting.length) {
      // No neighbour has a place: the first of them opens a community of its own outside the picture.
      placeOnRim(later[0]!, growing, count);
      count++;
      waiting = later.slice(1);
    } else waiting = later;
  }
  return count;
}

function neighboursOf(graph: LayoutGraph, fresh: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const neighbours = new Map<number, number[]>(fresh.map((node) => [node, []]));
  for (let edge = 0; edge < graph.source.length; edge++) {
    const a = graph.source[edge]!;
    const b = graph.target[edge]!;
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  return neighbours;
}

function placeBesideNeighbours(node: number, neighbours: readonly number[], growing: Growing): boolean {
  const placed = neighbours.filter((other) => growing.placed[other] === 1);
  if (placed.length === 0) return false;
  const votes = new Map<number, number>();
  let x = 0;
  let y = 0;
  for (const other of placed) {
    x += growing.x[other]! / placed.length;
    y += growing.y[other]! / placed.length;
    votes.set(growing.community[other]!, (votes.get(growing.community[other]!) ?? 0) + 1);
  }
  const community = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
  const angle = node * GOLDEN_ANGLE;
  const aside = NODE_SPACE * (1 + (node % 5) / 2);
  adopt(growing, node, x + aside * Math.cos(angle), y + aside * Math.sin(angle), community);
  return true;
}

function placeOnRim(node: number, growing: Growing, community: number): void {
  let rim = 0;
  growing.placed.forEach((placed, other) => {
    if (placed === 1) rim = Math.max(rim, Math.hypot(growing.x[other]!, growing.y[other]!));
  });
  const angle = node * GOLDEN_ANGLE;
  const distance = rim + NODE_SPACE * 2;
  adopt(growing, node, distance * Math.cos(angle), distance * Math.sin(angle), community);
}

function settleFresh(graph: LayoutGraph, fresh: readonly number[], growing: Growing): void {
  if (fresh.length === 0) return;
  const moving = new Set(fresh);
  const field = new ForceField(graph.ids.length, graph.source.length, { gravity: 0.01, repulsion: 4 });
  graph.ids.forEach((_id, node) => {
    field.place(node, growing.x[node]!, growing.y[node]!, 1 + graph.degree[node]!);
    if (!moving.has(node)) field.fix(node);
  });
  graph.source.forEach((source, edge) => field.connect(edge, source, graph.target[edge]!, graph.weight[edge]!));
  field.settle(20, NODE_SPACE);
  for (const node of fresh) {
    growing.x[node] = field.x(node);
    growing.y[node] = field.y(node);
  }
}
