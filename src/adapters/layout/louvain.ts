// Louvain's communities over plain arrays: nodes move where they gain most, communities become nodes, until nothing gains.

export interface WeightedEdges {
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

/** Edges by node; what a node has with itself is kept apart. */
interface Adjacency {
  readonly first: Uint32Array;
  readonly other: Uint32Array;
  readonly weight: Float64Array;
  /** Twice its loops and all its edges. */
  readonly strength: Float64Array;
  readonly total: number;
}

/** A gain below this is rounding. */
const LEAST_GAIN = 1e-12;

/** @returns the community of each node; deterministic, since nodes are visited in their order */
export function louvain(count: number, edges: WeightedEdges): Uint32Array {
  let of = Uint32Array.from({ length: count }, (_unused, node) => node);
  let level = edges;
  let size = count;
  for (;;) {
    const moved = moveNodes(adjacencyOf(size, level));
    if (moved === undefined) return of;
    const names = new Map<number, number>();
    const renamed = moved.map((community) => {
      const name = names.get(community) ?? names.size;
      names.set(community, name);
      return name;
    });
    of = of.map((node) => renamed[node]!);
    size = names.size;
    level = mergeEdges(level, renamed, size);
  }
}

function adjacencyOf(count: number, { source, target, weight }: WeightedEdges): Adjacency {
  const first = new Uint32Array(count + 1);
  const strength = new Float64Array(count);
  let total = 0;
  for (let edge = 0; edge < source.length; edge++) {
    const [a, b] = [source[edge]!, target[edge]!];
    strength[a]! += weight[edge]!;
    strength[b]! += weight[edge]!;
    total += 2 * weight[edge]!;
    if (a === b) continue;
    first[a + 1]!++;
    first[b + 1]!++;
  }
  for (let node = 0; node < count; node++) first[node + 1]! += first[node]!;
  const next = first.slice();
  const other = new Uint32Array(first[count]!);
  const weights = new Float64Array(first[count]!);
  const put = (from: number, to: number, value: number): void => {
    other[next[from]!] = to;
    weights[next[from]!++] = value;
  };
  for (let edge = 0; edge < source.length; edge++) {
    if (source[edge] === target[edge]) continue;
    put(source[edge]!, target[edge]!, weight[edge]!);
    put(target[edge]!, source[edge]!, weight[edge]!);
  }
  return { first, other, weight: weights, strength, total };
}

/** @returns the community of each node, or undefined where nobody gains by moving */
function moveNodes(graph: Adjacency): Uint32Array | undefined {
  const count = graph.strength.length;
  const of = Uint32Array.from({ length: count }, (_unused, node) => node);
  const strengths = graph.strength.slice();
  const ties = new Float64Array(count);
  const touched = new Uint32Array(count);
  // Only neighbours of a node that moved can gain anew: a ring of those still to be visited.
  const queue = of.slice();
  const isQueued = new Uint8Array(count).fill(1);
  let [head, waiting, hasMoved] = [0, count, false];
  while (waiting > 0) {
    const node = queue[head]!;
    head = (head + 1) % count;
    waiting--;
    isQueued[node] = 0;
    const best = bestCommunity(graph, node, of, strengths, ties, touched);
    if (best === of[node]) continue;
    strengths[of[node]!]! -= graph.strength[node]!;
    strengths[best]! += graph.strength[node]!;
    of[node] = best;
    hasMoved = true;
    for (let at = graph.first[node]!; at < graph.first[node + 1]!; at++) {
      const other = graph.other[at]!;
      if (isQueued[other] === 1 || of[other] === best) continue;
      isQueued[other] = 1;
      queue[(head + waiting++) % count] = other;
    }
  }
  return hasMoved ? of : undefined;
}

/** @param ties all zero, and all zero again afterwards */
function bestCommunity(
  graph: Adjacency,
  node: number,
  of: Uint32Array,
  strengths: Float64Array,
  ties: Float64Array,
  touched: Uint32Array,
): number {
  const own = of[node]!;
  const share = graph.strength[node]! / graph.total;
  let count = 0;
  for (let at = graph.first[node]!; at < graph.first[node + 1]!; at++) {
    const community = of[graph.other[at]!]!;
    if (ties[community] === 0) touched[count++] = community;
    ties[community]! += graph.weight[at]!;
  }
  let best = own;
  let most = ties[own]! - (strengths[own]! - graph.strength[node]!) * share + LEAST_GAIN;
  for (let at = 0; at < count; at++) {
    const community = touched[at]!;
    const gain = ties[community]! - strengths[community]! * share;
    if (community !== own && gain > most) {
      most = gain;
      best = community;
    }
  }
  for (let at = 0; at < count; at++) ties[touched[at]!] = 0;
  return best;
}

function mergeEdges({ source, target, weight }: WeightedEdges, of: Uint32Array, size: number): WeightedEdges {
  const sums = new Map<number, number>();
  for (let edge = 0; edge < source.length; edge++) {
    const [a, b] = [of[source[edge]!]!, of[target[edge]!]!];
    const pair = Math.min(a, b) * size + Math.max(a, b);
    sums.set(pair, (sums.get(pair) ?? 0) + weight[edge]!);
  }
  return {
    source: Uint32Array.from(sums.keys(), (pair) => Math.floor(pair / size)),
    target: Uint32Array.from(sums.keys(), (pair) => pair % size),
    weight: Float64Array.from(sums.values()),
  };
}
