// The explorer's layout: communities first, members inside, room for every node; and old places kept when the graph grows.
import { findCommunities } from './communities.ts';
import { placeCommunities } from './community-centres.ts';
import type { GraphLayout } from './graph-layout.ts';
import { growLayout } from './grow-layout.ts';
import { placeMembers } from './inside-communities.ts';
import { layoutGraph, type LayoutEdge, type LayoutGraph, type LayoutNode } from './layout-graph.ts';
import { makeRoom } from './make-room.ts';

/** Below this share of known nodes the old picture says too little, and a new one reads better. */
const FAMILIAR_SHARE = 0.6;

/** Deterministic. With `previous`, nodes that it knows keep their places and only the new ones are laid out. */
export function computeLayout(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  previous?: GraphLayout,
): GraphLayout {
  const graph = layoutGraph(nodes, edges);
  if (previous !== undefined) {
    const known = new Set(previous.ids);
    const familiar = graph.ids.filter((id) => known.has(id)).length;
    if (familiar > 0 && familiar >= graph.ids.length * FAMILIAR_SHARE) return growLayout(graph, previous);
  }
  return freshLayout(graph);
}

function freshLayout(graph: LayoutGraph): GraphLayout {
  const communities = findCommunities(graph);
  const discs = placeCommunities(graph, communities);
  const positions = placeMembers(graph, communities, discs);
  makeRoom(graph.degree, positions);
  return { ids: graph.ids, ...positions, community: communities.of, communityCount: communities.count };
}
