// The layout: the same graph gives the same picture, communities are apart, and old places survive growth.
import { describe, expect, it } from 'vitest';
import { computeLayout, decodeLayout, encodeLayout, type GraphLayout } from '../../src/adapters/layout/index.ts';
import { radiusOf } from '../../src/adapters/layout/node-radius.ts';
import { plantedGraph, type PlantedGraph } from '../web/support/planted-graph.ts';

const layOut = ({ nodes, edges }: PlantedGraph, previous?: GraphLayout): GraphLayout =>
  computeLayout(nodes, edges, previous);

function meanDistance(layout: GraphLayout, pairs: readonly (readonly [number, number])[]): number {
  const sum = pairs.reduce(
    (total, [a, b]) => total + Math.hypot(layout.x[a]! - layout.x[b]!, layout.y[a]! - layout.y[b]!),
    0,
  );
  return sum / pairs.length;
}

describe('the layout', () => {
  it('is the same whenever it is computed', () => {
    const graph = plantedGraph(400, 1000);
    expect(layOut(graph)).toEqual(layOut(graph));
  });

  it('places every node somewhere finite, also in graphs without edges, and an empty graph nowhere', () => {
    for (const [nodes, edges] of [
      [0, 0],
      [1, 0],
      [12, 0],
      [2, 1],
      [40, 60],
    ] as const) {
      const layout = layOut(plantedGraph(nodes, edges));
      expect(layout.x).toHaveLength(nodes);
      expect([...layout.x, ...layout.y].every((value) => Number.isFinite(value))).toBe(true);
    }
  });

  it('draws members of a planted community closer together than strangers', () => {
    const graph = plantedGraph(600, 2400, 3);
    const layout = layOut(graph);
    const pairs = graph.planted.flatMap((_community, a) =>
      [1, 7, 50, 200].map((step) => [a, (a + step) % graph.planted.length] as const),
    );
    const together = pairs.filter(([a, b]) => graph.planted[a] === graph.planted[b]);
    const apart = pairs.filter(([a, b]) => graph.planted[a] !== graph.planted[b]);
    expect(meanDistance(layout, together)).toBeLessThan(meanDistance(layout, apart) * 0.6);
  });

  it('leaves nothing under its own hub at the size it is drawn with', () => {
    const { nodes, edges } = plantedGraph(120, 240, 5);
    const layout = computeLayout(nodes, edges);
    const degree = new Map<string, Set<string>>(nodes.map((node) => [node.id, new Set()]));
    for (const { source, target } of edges) {
      degree.get(source)!.add(target);
      degree.get(target)!.add(source);
    }
    const extent = Math.max(...[layout.x, layout.y].map((values) => Math.max(...values) - Math.min(...values)));
    const radius = (at: number): number => (radiusOf(degree.get(layout.ids[at]!)!.size, nodes.length) / 700) * extent;
    for (let a = 0; a < nodes.length; a++)
      for (let b = a + 1; b < nodes.length; b++) {
        const distance = Math.hypot(layout.x[a]! - layout.x[b]!, layout.y[a]! - layout.y[b]!);
        expect(distance).toBeGreaterThan(Math.max(radius(a), radius(b)));
      }
  });

  it('keeps the place of every known node to the last digit when the graph grows', () => {
    const graph = plantedGraph(300, 900, 7);
    const before = layOut(graph);
    const id = 'f'.repeat(64);
    const nodes = [...graph.nodes, { id, kind: 'Person', name: 'New' }];
    const edges = [...graph.edges, { ...graph.edges[0]!, source: id }];
    const after = computeLayout(nodes, edges, before);
    before.ids.forEach((each, at) => {
      const now = after.ids.indexOf(each);
      expect([after.x[now], after.y[now]]).toEqual([before.x[at], before.y[at]]);
    });
    const neighbour = after.ids.indexOf(graph.edges[0]!.target);
    const fresh = after.ids.indexOf(id);
    const extent = Math.max(...before.x) - Math.min(...before.x);
    expect(Math.hypot(after.x[fresh]! - after.x[neighbour]!, after.y[fresh]! - after.y[neighbour]!)).toBeLessThan(
      extent / 3,
    );
    expect(after.community[fresh]).toBe(after.community[neighbour]);
  });

  it('keeps places when nodes go away', () => {
    const graph = plantedGraph(200, 500, 9);
    const before = layOut(graph);
    const left = graph.nodes.slice(0, 170);
    const after = computeLayout(left, graph.edges, before);
    left.forEach(({ id }, now) => {
      const at = before.ids.indexOf(id);
      expect([after.x[now], after.y[now]]).toEqual([before.x[at], before.y[at]]);
    });
  });

  it('is stored and read again unchanged; bytes of another format are no layout', () => {
    const layout = layOut(plantedGraph(80, 200));
    expect(decodeLayout(encodeLayout(layout))).toEqual(layout);
    expect(decodeLayout(new Uint8Array(64))).toBeUndefined();
    expect(decodeLayout(new TextEncoder().encode('not a layout at all'))).toBeUndefined();
    expect(decodeLayout(encodeLayout(layout).subarray(0, 400))).toBeUndefined();
  });
});
