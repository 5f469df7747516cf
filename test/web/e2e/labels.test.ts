// Names in the picture, by geometry: none is cut, none overlaps another or a hub, none lies under legend, panel or tools.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeLayout, encodeGraphPayload, packPayload } from '../../../src/adapters/layout/index.ts';
import { launchChromium, openPage, search } from '../support/browser.ts';
import { faultsOf, overCanvas, whatIsWritten } from '../support/labels.ts';
import { inPicture } from '../support/picture.ts';
import { plantedGraph } from '../support/planted-graph.ts';
import { serveDemo, type ServedWorld } from '../support/serve.ts';

let world: ServedWorld;
let browser: Browser;
let planted: Buffer;
beforeAll(async () => {
  [world, browser] = await Promise.all([serveDemo(), launchChromium()]);
  const graph = plantedGraph(10_000, 40_000);
  planted = Buffer.from(packPayload(encodeGraphPayload(graph, computeLayout(graph.nodes, graph.edges))));
}, 240_000);
afterAll(async () => {
  await browser.close();
  await world.stop();
});

const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 200))));

async function open(options: Parameters<typeof openPage>[2] = {}, body?: Buffer): Promise<Page> {
  const { page } = await openPage(browser, world.address, options, async (opened) => {
    if (body === undefined) return;
    await opened.route('**/graph/picture', (route) => route.fulfill({ body, contentType: 'application/octet-stream' }));
  });
  await settled(page);
  return page;
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

async function expectClear(page: Page, leastRadius: number, leastLabels: number): Promise<void> {
  await settled(page);
  const written = await whatIsWritten(page, leastRadius);
  expect(faultsOf(written)).toEqual([]);
  expect(written.labels.length).toBeGreaterThanOrEqual(leastLabels);
  expect(written.labels.length).toBeLessThanOrEqual(60);
  expect(await overCanvas(page)).toEqual([]);
}

describe('on the demo corpus, every label is whole and lies over no disc', () => {
  it('at first, near and far', async () => {
    const page = await open();
    await expectClear(page, 0, 25);
    for (const step of ['Zoom in', 'Zoom in', 'Zoom in', 'Show everything', 'Zoom out', 'Zoom out']) {
      await press(page, step);
      await expectClear(page, 0, 3);
    }
    await page.context().close();
  });

  it('around someone who is chosen, with panel and tour beside the canvas', async () => {
    const page = await open();
    await search(page, 'To Lam');
    await expectClear(page, 0, 12);
    await press(page, 'Tour');
    await press(page, 'Start');
    await page.getByText('1 of 4').waitFor();
    await expectClear(page, 0, 4);
    await page.context().close();
  });

  it.each([
    ['a phone', { viewport: { width: 360, height: 740 } }, 6],
    ['200 % zoom', { viewport: { width: 640, height: 400 } }, 3],
    ['a large screen', { viewport: { width: 2200, height: 1300 } }, 40],
  ] as const)('on %s', async (_name, options, least) => {
    const page = await open(options);
    await expectClear(page, 0, least);
    await page.context().close();
  });

  it('and names the three largest communities in the largest letters', async () => {
    const page = await open();
    const hubs = (await page.locator('.legend-row.community .legend-name').allInnerTexts()).slice(0, 3);
    const largest = await inPicture(
      page,
      ({ stage }) => {
        const labels = [...stage!.labels()].sort((a, b) => b.size - a.size).slice(0, 3);
        return labels.map(({ lines }) => lines.map(({ text }) => text).join(' '));
      },
      undefined,
    );
    const words = (text: string): string => text.replace(/\s+/g, ' ');
    expect(largest.map(words).sort()).toEqual(hubs.map(words).sort());
    await page.context().close();
  });

  it('in a drawing that is taken away too, legend included', async () => {
    const page = await open({ viewport: { width: 900, height: 700 } });
    await press(page, 'Share');
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Drawing (SVG)')]);
    const path = await file.path();
    const drawing = await browser.newPage();
    await drawing.goto(`data:image/svg+xml;base64,${readFileSync(path).toString('base64')}`);
    const faults = await drawing.evaluate(() => {
      const sheet = document.documentElement.getBoundingClientRect();
      const texts = [...document.querySelectorAll('text')].map((text) => ({
        words: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      const cut = texts.filter(
        ({ box }) => box.left < 0 || box.top < 0 || box.right > sheet.right || box.bottom > sheet.bottom,
      );
      const crossed = texts.filter(({ box: a }, at) =>
        texts
          .slice(at + 1)
          .some(({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2),
      );
      return [...cut, ...crossed].map(({ words }) => words);
    });
    expect(faults).toEqual([]);
    expect(await drawing.locator('text').count()).toBeGreaterThan(20);
    await page.context().close();
    await drawing.close();
  });
});

describe('with 10,000 entities, no label is cut or lies over a hub', () => {
  it('at first, as communities, and near', async () => {
    const page = await open({}, planted);
    await expectClear(page, 4, 20);
    const main = await inPicture(
      page,
      ({ stage }) => stage!.labels().filter(({ size }) => size > 15).length,
      undefined,
    );
    expect(main).toBe(3);
    for (let step = 0; step < 4; step++) {
      await press(page, 'Zoom in');
      await expectClear(page, 4, 10);
    }
    await page.context().close();
  });

  it('around someone who is chosen', async () => {
    const page = await open({}, planted);
    await inPicture(
      page,
      (explorer) => {
        const node = [...explorer.model.degree.keys()].find((each) => explorer.model.degree[each]! > 30)!;
        explorer.selectEntity(explorer.model.id(node), true);
      },
      undefined,
    );
    await page.locator('.panel').waitFor();
    await expectClear(page, 4, 2);
    await page.context().close();
  });
});
