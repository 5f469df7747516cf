// Communities by Louvain, numbered from the largest; nodes without an edge share the last one.
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { seededRandom, type LayoutGraph } from './layout-graph.ts';

// Its types speak of an ES module, but Node loads it as CommonJS: the default import is the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

export interface Communities {
  /** Community of each node. */
  readonly of: Uint32Array;
  readonly count: number;
}

export function findCommunities(graph: LayoutGraph): Communities {
  const connected = new UndirectedGraph();
  graph.degree.forEach((degree, node) => {
    if (degree > 0) connected.addNode(node);
  });
  graph.source.forEach((source, edge) => {
    connected.addUndirectedEdge(source, graph.target[edge]!, { weight: graph.weight[edge]! });
  });
  if (connected.size === 0) return { of: new Uint32Array(graph.ids.length), count: graph.ids.length > 0 ? 1 : 0 };
  const found = louvain(connected, { resolution: 1, rng: seededRandom(1), getEdgeWeight: 'weight' });
  return numberBySize(graph, found);
}

function numberBySize(graph: LayoutGraph, found: Readonly<Record<string, number>>): Communities {
  const sizes = new Map<number, number>();
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ranked = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community);
  const rank = new Map(ranked.map((community, index) => [community, index]));
  const of = Uint32Array.from(graph.degree, (degree, node) =>
    degree === 0 ? ranked.length : rank.get(found[String(node)]!)!,
  );
  return { of, count: ranked.length + (graph.degree.includes(0) ? 1 : 0) };
}
