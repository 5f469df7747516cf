// What the picture may cost the service and the reader's processor: CPU time, the least of several runs.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  computeLayout,
  decodeGraphPayload,
  encodeGraphPayload,
  type GraphLayout,
} from '../../src/adapters/layout/index.ts';
import { plantedGraph, plantedLayout, type PlantedGraph } from '../web/support/planted-graph.ts';

/** CPU seconds, not time on the clock: other work on the machine does not count, and the least run is free of collections. */
function leastCpuSeconds(runs: number, work: () => unknown): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

describe('the layout', () => {
  it('costs at most 1.5 s of CPU for 10,000 nodes and 40,000 edges', () => {
    const { nodes, edges } = plantedGraph(10_000, 40_000);
    expect(leastCpuSeconds(3, () => computeLayout(nodes, edges))).toBeLessThanOrEqual(1.5);
  });
});

describe('with 100,000 nodes and 300,000 edges', () => {
  let planted: PlantedGraph;
  beforeAll(() => {
    planted = plantedGraph(100_000, 300_000);
  });

  it('the layout costs at most 8 s of CPU', () => {
    let layout: GraphLayout | undefined;
    const seconds = leastCpuSeconds(2, () => (layout = computeLayout(planted.nodes, planted.edges)));
    expect(seconds).toBeLessThanOrEqual(8);
    expect(layout!.communityCount).toBeGreaterThan(50);
  });

  it('the payload is read in at most 30 ms of CPU', () => {
    const payload = encodeGraphPayload(planted, plantedLayout(planted));
    expect(leastCpuSeconds(9, () => decodeGraphPayload(payload))).toBeLessThanOrEqual(0.03);
  });
});
