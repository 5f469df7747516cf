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

const frames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Fonts are there, the camera that may have set out since the last act rests, and frames have been drawn since. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await frames(page);
  await expect.poll(() => inPicture(page, ({ stage }) => stage!.sigma.getCamera().isAnimated(), undefined)).toBe(false);
  await frames(page);
}

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
      // Lines of text are 1.2 of their size apart; some typefaces call themselves higher than that.
      const lettersOf = (text: SVGTextElement): DOMRect => {
        const { x, y, width, height } = text.getBoundingClientRect();
        const lines = text.querySelectorAll('tspan').length || 1;
        const spare = Math.max(0, height / lines - parseFloat(getComputedStyle(text).fontSize) * 1.2);
        return new DOMRect(x, y + spare / 2, width, height - spare);
      };
      const texts = [...document.querySelectorAll('text')].map((text) => ({
        words: text.textContent,
        box: lettersOf(text),
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

describe('a picture that is taken away', () => {
  it('holds labels, legend and date whole, pixel by pixel', async () => {
    const page = await open({ viewport: { width: 900, height: 700 } });
    await press(page, 'Share');
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Picture (PNG)')]);
    const png = readFileSync(await file.path()).toString('base64');
    const seen = await inPicture(
      page,
      async (explorer, base64) => {
        const { width, height } = explorer.stage!.sigma.getDimensions();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes]));
        const sheet = (draw: (context: CanvasRenderingContext2D) => void): ImageData => {
          const context = Object.assign(document.createElement('canvas'), {
            width: image.width,
            height: image.height,
          }).getContext('2d')!;
          draw(context);
          return context.getImageData(0, 0, image.width, image.height);
        };
        const picture = sheet((context) => context.drawImage(image, 0, 0));
        const colourAt = (of: ImageData, x: number, y: number): readonly number[] => [
          ...of.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 3),
        ];
        const paper = colourAt(picture, 0, 0);
        const difference = (a: readonly number[], b: readonly number[]): number =>
          a.reduce((sum, each, at) => sum + Math.abs(each - b[at]!), 0);
        const count = (box: readonly number[], isWanted: (x: number, y: number) => boolean): number => {
          let found = 0;
          for (let y = Math.ceil(box[1]!); y < box[3]!; y++)
            for (let x = Math.ceil(box[0]!); x < box[2]!; x++) if (isWanted(x, y)) found++;
          return found;
        };
        const isMarked = (x: number, y: number): boolean => difference(colourAt(picture, x, y), paper) > 12;
        const [right, foot] = [image.width, image.height];
        const rim = [
          [0, 0, right, 4],
          [0, foot - 4, right, foot],
          [0, 0, 4, foot],
          [right - 4, 0, right, foot],
        ];
        const { nodeCount, lineCount } = explorer.scene();
        const title = sheet((context) => {
          context.fillStyle = `rgb(${paper.join(' ')})`;
          context.fillRect(0, 0, right, foot);
          context.font = '12px Inter, system-ui, sans-serif';
          context.fillStyle = '#1c1e22';
          const day = new Date().toISOString().slice(0, 10);
          context.fillText(`Plenary · ${nodeCount} entities, ${lineCount} relations · ${day}`, 16, height + 20);
        });
        const kinds = explorer.model.graph.kinds.map((kind) => explorer.appearance.colour(kind, 'light'));
        const legend = [0, height + 28, right, foot];
        return {
          size: [right, foot - height],
          width,
          marksOnRim: rim.reduce((sum, box) => sum + count(box, isMarked), 0),
          unlikeTitle: count(
            [0, height, right, height + 26],
            (x, y) => difference(colourAt(picture, x, y), colourAt(title, x, y)) > 60,
          ),
          titleInk: count([0, height, right, height + 26], isMarked),
          missingKinds: kinds.filter((colour) => {
            const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
            return count(legend, (x, y) => difference(colourAt(picture, x, y), wanted) < 12) < 15;
          }),
          unwritten: explorer
            .stage!.labels()
            .filter(({ rect }) => {
              const dark = (x: number, y: number): boolean => difference(colourAt(picture, x, y), paper) > 250;
              const isInside = rect.left >= 4 && rect.top >= 4 && rect.right <= width - 4 && rect.bottom <= height - 4;
              return !isInside || count([rect.left, rect.top, rect.right, rect.bottom], dark) < 20;
            })
            .map(({ lines }) => lines.map(({ text }) => text).join(' ')),
        };
      },
      png,
    );
    expect(seen.size[0]).toBe(seen.width);
    expect(seen.size[1]).toBeGreaterThanOrEqual(56);
    expect(seen.titleInk).toBeGreaterThan(200);
    expect([seen.marksOnRim, seen.unlikeTitle]).toEqual([0, 0]);
    expect(seen.missingKinds).toEqual([]);
    expect(seen.unwritten).toEqual([]);
    await page.context().close();
  });
});

describe('with 10,000 entities, no label is cut or lies over a hub', () => {
  it.each([
    ['a laptop', {}],
    ['a phone', { viewport: { width: 360, height: 740 } }],
  ] as const)(
    'and the six largest communities are named on paper of their ground’s tint, on %s',
    async (_name, options) => {
      const page = await open(options, planted);
      const tinted = await inPicture(
        page,
        ({ stage, model }) =>
          stage!
            .labels()
            .filter(({ tint }) => tint !== undefined)
            .map(({ tint, node }) => `${tint} ${model.name(node!)}`),
        undefined,
      );
      const inLegend = await page
        .locator('.legend-row.community')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('title')));
      expect([...tinted].sort()).toEqual(inLegend.map((name, rank) => `${rank} ${name}`));
      await expectClear(page, 4, 15);
      await page.context().close();
    },
  );

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
