// Large graphs in the browser: how much is ever drawn, what it costs the main thread, how much memory it keeps.
import type { Browser, CDPSession, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGraphPayload, packPayload } from '../../../src/adapters/layout/index.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { inPicture } from '../support/picture.ts';
import { plantedGraph, plantedLayout } from '../support/planted-graph.ts';
import { serveCommits, type ServedWorld } from '../support/serve.ts';

let world: ServedWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([serveCommits([]), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** The real service gives schema and page; the graph is a planted one, in the service's own format. */
async function openPlanted(nodes: number, edges: number): Promise<Page> {
  const graph = plantedGraph(nodes, edges);
  const body = Buffer.from(packPayload(encodeGraphPayload(graph, plantedLayout(graph))));
  const { page, faults } = await openPage(browser, world.address, {}, async (opened) => {
    await opened.route('**/graph/picture', (route) => route.fulfill({ body, contentType: 'application/octet-stream' }));
  });
  expect(faults).toEqual([]);
  return page;
}

async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

describe('10,000 entities and 40,000 relations', () => {
  it('draw within the limits of nodes, lines and labels, and keep at most 30 MB of memory', async () => {
    const page = await openPlanted(10_000, 40_000);
    const session = await page.context().newCDPSession(page);
    const drawn = await inPicture(
      page,
      ({ stage }) => ({
        nodes: stage!.sigma.getGraph().order,
        lines: stage!.sigma.getGraph().size,
        labels: stage!.labels().length,
      }),
      undefined,
    );
    expect(drawn.nodes).toBe(10_000);
    expect(drawn.lines).toBeLessThanOrEqual(40_000);
    expect(drawn.labels).toBeLessThanOrEqual(60);
    const heap = await heapMegabytes(session);
    expect(heap).toBeLessThanOrEqual(30);
    await page.getByRole('checkbox', { name: /^Agencies/ }).uncheck();
    const hidden = await inPicture(page, (explorer) => explorer.scene().nodeCount, undefined);
    expect(hidden).toBeLessThan(10_000);
    await page.context().close();
  });
});

describe('100,000 entities and 300,000 relations', () => {
  it('show communities by their hubs first, then one community, never more than the screen holds', async () => {
    const page = await openPlanted(100_000, 300_000);
    const order = (): Promise<number> => inPicture(page, (explorer) => explorer.scene().nodeCount, undefined);
    expect(await order()).toBeLessThanOrEqual(5000);
    await page.getByLabel('Part of the graph').selectOption({ index: 2 });
    await expect.poll(order).toBeGreaterThan(300);
    await page.getByLabel('Part of the graph').selectOption('all');
    await expect.poll(order).toBe(20_000);
    const session = await page.context().newCDPSession(page);
    expect(await heapMegabytes(session)).toBeLessThanOrEqual(150);
    const lines = await inPicture(page, (explorer) => explorer.scene().lineCount, undefined);
    expect(lines).toBeLessThanOrEqual(40_000);
    await page.context().close();
  }, 240_000);
});
