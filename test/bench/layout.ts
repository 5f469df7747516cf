// Bench: our layout beside plain ForceAtlas2 from random positions, at equal CPU time.
import { UndirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { computeLayout } from '../../src/adapters/layout/index.ts';
import { layoutGraph, seededRandom, type LayoutGraph } from '../../src/adapters/layout/layout-graph.ts';
import { plantedGraph } from '../web/support/planted-graph.ts';

// Its types speak of an ES module, but Node loads it as CommonJS: the default import is the function itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

interface Quality {
  /** Mean edge length over mean distance of random pairs: lower is better. */
  readonly edgeLength: number;
  /** Mean Jaccard index of graph neighbours and nearest in the plane: higher is better. */
  readonly neighbourhood: number;
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

export function run(): void {
  for (const [nodes, edges, budgets] of [
    [10_000, 40_000, [1, 5, 15]],
    [100_000, 300_000, [10, 30, 60]],
  ] as const) {
    const planted = plantedGraph(nodes, edges);
    const graph = layoutGraph(planted.nodes, planted.edges);
    const start = cpuSeconds();
    const ours = computeLayout(planted.nodes, planted.edges);
    const oursSeconds = cpuSeconds() - start;
    const oursQuality = measure(graph, ours);
    console.log(`${nodes} nodes, ${edges} edges`);
    print('ours', oursSeconds, oursQuality);
    plainForceAtlas2(graph, budgets, (seconds, places) => print('plain ForceAtlas2', seconds, measure(graph, places)));
  }
}

function print(name: string, seconds: number, { edgeLength, neighbourhood }: Quality): void {
  const figures = `edge length ${edgeLength.toFixed(3)}  neighbourhood ${neighbourhood.toFixed(3)}`;
  console.log(`  ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s CPU  ${figures}`);
}

function plainForceAtlas2(
  layout: LayoutGraph,
  budgets: readonly number[],
  report: (seconds: number, places: Places) => void,
): void {
  const random = seededRandom(3);
  const graph = new UndirectedGraph();
  layout.ids.forEach((_id, node) => graph.addNode(node, { x: random() * 1000, y: random() * 1000 }));
  layout.source.forEach((source, edge) => graph.addEdge(source, layout.target[edge]!));
  const settings = forceAtlas2.inferSettings(graph);
  let spent = 0;
  for (const budget of budgets) {
    while (spent < budget) {
      const start = cpuSeconds();
      forceAtlas2.assign(graph, { iterations: 5, settings });
      spent += cpuSeconds() - start;
    }
    const at = (axis: 'x' | 'y'): Float64Array =>
      Float64Array.from(layout.ids, (_id, node) => graph.getNodeAttribute(node, axis) as number);
    report(spent, { x: at('x'), y: at('y') });
  }
}

export function measure(graph: LayoutGraph, { x, y }: Places): Quality {
  const random = seededRandom(5);
  const distance = (a: number, b: number): number => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  let edges = 0;
  graph.source.forEach((source, edge) => (edges += distance(source, graph.target[edge]!)));
  const pick = (): number => Math.floor(random() * graph.ids.length);
  let pairs = 0;
  for (let i = 0; i < 20_000; i++) pairs += distance(pick(), pick());
  const sample = Array.from({ length: 300 }, pick).filter((node) => graph.degree[node]! >= 2);
  const kept = sample.reduce((sum, node) => sum + neighbourhoodOf(graph, node, (other) => distance(node, other)), 0);
  return { edgeLength: edges / graph.source.length / (pairs / 20_000), neighbourhood: kept / sample.length };
}

function neighbourhoodOf(graph: LayoutGraph, node: number, distance: (other: number) => number): number {
  const neighbours = new Set<number>();
  for (let edge = 0; edge < graph.source.length; edge++) {
    if (graph.source[edge] === node) neighbours.add(graph.target[edge]!);
    if (graph.target[edge] === node) neighbours.add(graph.source[edge]!);
  }
  const nearest = Array.from({ length: graph.ids.length }, (_unused, other) => other)
    .filter((other) => other !== node)
    .map((other) => [distance(other), other] as const)
    .sort((a, b) => a[0] - b[0])
    .slice(0, neighbours.size);
  const shared = nearest.filter(([, other]) => neighbours.has(other)).length;
  return shared / (2 * neighbours.size - shared);
}
