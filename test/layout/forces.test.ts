// What the layout is made of, beside the packages that it replaces: communities as good, forces that agree with all pairs.
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { describe, expect, it } from 'vitest';
import { ForceField } from '../../src/adapters/layout/force.ts';
import { layoutGraph, seededRandom, type LayoutGraph } from '../../src/adapters/layout/layout-graph.ts';
import { louvain } from '../../src/adapters/layout/louvain.ts';
import { Quadtree } from '../../src/adapters/layout/quadtree.ts';
import { plantedGraph } from '../web/support/planted-graph.ts';

// Its types speak of an ES module, but Node loads it as CommonJS: the default import is the function itself.
const theirs = louvainModule as unknown as typeof louvainModule.default;

function modularity({ source, target, weight }: LayoutGraph, of: (node: number) => number): number {
  const totals = new Map<number, number>();
  let [all, inside] = [0, 0];
  source.forEach((from, edge) => {
    const [a, b] = [of(from), of(target[edge]!)];
    all += weight[edge]!;
    if (a === b) inside += weight[edge]!;
    for (const end of [a, b]) totals.set(end, (totals.get(end) ?? 0) + weight[edge]!);
  });
  return inside / all - [...totals.values()].reduce((sum, total) => sum + (total / (2 * all)) ** 2, 0);
}

describe('the communities', () => {
  it('are as well parted as those of graphology’s Louvain', () => {
    for (const seed of [1, 2, 3]) {
      const planted = plantedGraph(1500, 5000, seed);
      const graph = layoutGraph(planted.nodes, planted.edges);
      const known = new UndirectedGraph();
      graph.ids.forEach((_id, node) => known.addNode(node));
      graph.source.forEach((from, edge) => known.addEdge(from, graph.target[edge]!, { weight: graph.weight[edge]! }));
      const given = theirs(known, { rng: seededRandom(1), getEdgeWeight: 'weight' });
      const ours = louvain(graph.ids.length, graph);
      const [own, other] = [
        modularity(graph, (node) => ours[node]!),
        modularity(graph, (node) => given[String(node)]!),
      ];
      expect(own).toBeGreaterThan(other - 0.02);
    }
  });

  it('leave nodes without an edge alone', () => {
    const of = louvain(4, { source: [0], target: [1], weight: [1] });
    expect(of[0]).toBe(of[1]);
    expect(new Set([of[0], of[2], of[3]]).size).toBe(3);
  });
});

describe('the quadtree', () => {
  it('pushes each body nearly as all others one by one would', () => {
    const random = seededRandom(9);
    const count = 500;
    const column = (): Float64Array => Float64Array.from({ length: count }, () => random() * 1000);
    const bodies = { x: column(), y: column(), mass: column() };
    const [x, y] = [new Float64Array(count), new Float64Array(count)];
    const tree = new Quadtree(count);
    tree.build(bodies);
    tree.repel(bodies, 1, x, y);
    let [off, size] = [0, 0];
    for (let body = 0; body < count; body++) {
      let [exactX, exactY] = [0, 0];
      for (let other = 0; other < count; other++) {
        const [dx, dy] = [bodies.x[body]! - bodies.x[other]!, bodies.y[body]! - bodies.y[other]!];
        const push = (bodies.mass[body]! * bodies.mass[other]!) / (dx * dx + dy * dy || Infinity);
        exactX += dx * push;
        exactY += dy * push;
      }
      off += Math.hypot(x[body]! - exactX, y[body]! - exactY);
      size += Math.hypot(exactX, exactY);
    }
    expect(off / size).toBeLessThan(0.15);
  });

  it('bears many bodies in one place', () => {
    const field = new ForceField(300, 0);
    for (let body = 0; body < 300; body++) field.place(body, body % 2, 5, 1);
    field.settle(20, 10);
    for (let body = 0; body < 300; body++) expect(Number.isFinite(field.x(body) + field.y(body))).toBe(true);
  });
});

describe('the forces', () => {
  it('leave what is fixed where it is, and draw tied bodies together', () => {
    const field = new ForceField(3, 1);
    field.place(0, 0, 0, 2);
    field.place(1, 200, 0, 2);
    field.place(2, 0, 300, 2);
    field.connect(0, 0, 1, 1);
    field.fix(2);
    field.settle(100, 20);
    expect([field.x(2), field.y(2)]).toEqual([0, 300]);
    expect(Math.hypot(field.x(0) - field.x(1), field.y(0) - field.y(1))).toBeLessThan(60);
  });
});
