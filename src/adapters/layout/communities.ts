// Communities numbered from the largest; nodes without an edge share the last one.
import type { LayoutGraph } from './layout-graph.ts';
import { louvain } from './louvain.ts';

export interface Communities {
  /** Community of each node. */
  readonly of: Uint32Array;
  readonly count: number;
}

export function findCommunities(graph: LayoutGraph): Communities {
  const found = louvain(graph.ids.length, graph);
  const sizes = new Map<number, number>();
  let lonely = 0;
  found.forEach((community, node) => {
    if (graph.degree[node] === 0) lonely++;
    else sizes.set(community, (sizes.get(community) ?? 0) + 1);
  });
  const ranked = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community);
  const rank = new Map(ranked.map((community, index) => [community, index]));
  const of = found.map((community, node) => (graph.degree[node] === 0 ? ranked.length : rank.get(community)!));
  return { of, count: ranked.length + (lonely > 0 ? 1 : 0) };
}
