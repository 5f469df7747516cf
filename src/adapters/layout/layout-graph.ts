// The graph as the layout sees it: indexes, weights and degrees in typed arrays.

/** What a layout needs of a node of the explorer's graph. */
export interface LayoutNode {
  readonly id: string;
}

/** What a layout needs of an edge: the ids of its ends. */
export interface LayoutEdge {
  readonly source: string;
  readonly target: string;
}

export interface LayoutGraph {
  readonly ids: readonly string[];
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Number of parallel edges between the two. */
  readonly weight: Float32Array;
  readonly degree: Uint32Array;
}

/** Parallel edges become one with a weight, loops and edges to unknown nodes fall away. */
export function layoutGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): LayoutGraph {
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const weights = new Map<number, number>();
  for (const edge of edges) {
    const a = indexOf.get(edge.source);
    const b = indexOf.get(edge.target);
    if (a === undefined || b === undefined || a === b) continue;
    const pair = Math.min(a, b) * nodes.length + Math.max(a, b);
    weights.set(pair, (weights.get(pair) ?? 0) + 1);
  }
  const source = new Uint32Array(weights.size);
  const target = new Uint32Array(weights.size);
  const weight = new Float32Array(weights.size);
  const degree = new Uint32Array(nodes.length);
  let at = 0;
  for (const [pair, count] of weights) {
    const a = Math.floor(pair / nodes.length);
    const b = pair % nodes.length;
    source[at] = a;
    target[at] = b;
    weight[at] = Math.sqrt(count);
    degree[a]!++;
    degree[b]!++;
    at++;
  }
  return { ids: nodes.map((node) => node.id), source, target, weight, degree };
}

/** Deterministic numbers in [0, 1): a layout of the same graph is the same picture (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
