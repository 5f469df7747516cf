// What outlives the page: relaxed places, links that say what changed, files that open again, and the printed sheet.
import { readFile } from 'node:fs/promises';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import { openPage, search } from '../support/browser.ts';
import { inPicture, spotOf } from '../support/picture.ts';
import { browser, button, openSmallWorld, page, world } from '../support/small-world-page.ts';

openSmallWorld();

const counted = (): Promise<{ entities: number; relations: number }> =>
  inPicture(
    page,
    (explorer) => ({ entities: explorer.scene().nodeCount, relations: explorer.scene().lineCount }),
    undefined,
  );

async function download(label: string): Promise<Buffer> {
  await button('Share').click();
  const [file] = await Promise.all([page.waitForEvent('download'), button(label).click()]);
  await page.keyboard.press('Escape');
  return readFile(await file.path());
}

describe('relaxing', () => {
  it('moves the picture from where it is, is undone in one step, and is kept over a reload', async () => {
    const before = await spotOf(page, 'Odd Eide');
    await button('Relax').click();
    await button('Undo: Relax').waitFor();
    const relaxed = await spotOf(page, 'Odd Eide');
    expect(Math.hypot(relaxed.x - before.x, relaxed.y - before.y)).toBeGreaterThan(1);
    await page.goto(world.address);
    await page.getByRole('application').waitFor();
    const kept = await spotOf(page, 'Odd Eide');
    expect(Math.hypot(kept.x - relaxed.x, kept.y - relaxed.y)).toBeLessThan(1);
    await button('Relax').click();
    await button('Undo: Relax').click();
    const off = async (): Promise<number> => {
      const undone = await spotOf(page, 'Odd Eide');
      return Math.hypot(undone.x - kept.x, undone.y - kept.y);
    };
    await expect.poll(off).toBeLessThan(1);
  });
});

describe('a link', () => {
  it('shows a relaxed picture as it was, in another browser too, and leaves that reader’s own places alone', async () => {
    await button('Relax').click();
    await button('Undo: Relax').waitFor();
    await expect.poll(() => page.url()).toContain('places=');
    const relaxed = await spotOf(page, 'Odd Eide');
    const link = page.url();
    const elsewhere = await openPage(browser, link);
    const there = await spotOf(elsewhere.page, 'Odd Eide');
    expect(Math.hypot(there.x - relaxed.x, there.y - relaxed.y)).toBeLessThan(1);
    expect(await elsewhere.page.locator('.link-note').count()).toBe(0);
    expect(await elsewhere.page.evaluate(() => localStorage.getItem('plenary.places'))).toBe(null);
    await elsewhere.page.context().close();
  });

  it('without relaxed places shows what its maker saw, whatever this reader has relaxed', async () => {
    const plain = await spotOf(page, 'Odd Eide');
    await button('Relax').click();
    await button('Undo: Relax').waitFor();
    const version = await inPicture(page, ({ model }) => model.graph.version, undefined);
    await page.goto('about:blank');
    await page.goto(`${world.address}/#off=Nothing&graph=${version}`);
    await page.getByRole('application').waitFor();
    const shown = await spotOf(page, 'Odd Eide');
    expect(Math.hypot(shown.x - plain.x, shown.y - plain.y)).toBeLessThan(1);
  });

  it('made on more relaxed places than an address holds says where they are', async () => {
    const again = await openPage(browser, `${world.address}/#places=kept.zz`);
    await again.page.getByText('only the browser it was made in keeps').waitFor();
    await again.page.context().close();
  });

  it('made on a smaller graph says by how much it has grown', async () => {
    const { entities, relations } = await inPicture(
      page,
      ({ model }) => ({ entities: model.size, relations: model.lines.count }),
      undefined,
    );
    const link = `${world.address}/#off=Topic&graph=another&size=${entities - 2}.${relations - 1}`;
    const again = await openPage(browser, link);
    await again.page
      .getByText(
        'since this link was made: 2 entities more and 1 relation more. Everything the link names is still here.',
      )
      .waitFor();
    await again.page.context().close();
  });

  it('keeps the view and what was hidden', async () => {
    await search(page, 'Odd Eide');
    await button('Hide').click();
    await button('Table').click();
    await expect.poll(() => page.url()).toMatch(/view=table.*hide=/);
    const again = await browser.newPage();
    await again.goto(page.url());
    await again.locator('.table-view tbody').waitFor();
    expect(await again.locator('.table-view').getByRole('button', { name: 'Odd Eide' }).count()).toBe(0);
    await again.close();
  });
});

describe('files', () => {
  it('open again: the picture has the size of the canvas and a legend, the GEXF all entities and relations', async () => {
    const { entities, relations } = await counted();
    const png = await download('Picture (PNG)');
    const size = await page.evaluate(async (base64) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
      return [image.width, image.height];
    }, png.toString('base64'));
    const canvas = (await page.locator('.stage-canvas').boundingBox())!;
    expect(size[0]).toBe(Math.round(canvas.width));
    // Below the canvas a line with the date, and one or two of the legend.
    expect(size[1]! - Math.round(canvas.height)).toBeGreaterThanOrEqual(56);
    expect(size[1]! - Math.round(canvas.height)).toBeLessThanOrEqual(76);
    const graph = gexf.parse(MultiGraph, (await download('Graph for Gephi (GEXF)')).toString(), {
      addMissingNodes: false,
    });
    expect(graph.order).toBe(entities);
    const rows = (await download('Relations (CSV)')).toString().trim().split('\r\n');
    expect(rows.length - 1).toBeGreaterThanOrEqual(relations);
    const svg = (await download('Drawing (SVG)')).toString();
    const drawn = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror, title').length,
      svg,
    );
    expect(drawn).toBe(entities);
    expect(svg).toMatch(/Plenary · \d+ entities, \d+ relations · \d{4}-\d{2}-\d{2}/);
  });
});

describe('the printed page', () => {
  it('holds the picture and the evidence in full, and none of the tools', async () => {
    await search(page, 'To Lam');
    await page.locator('.rows').getByRole('button', { name: 'Nikolai Patrushev' }).click();
    await page.locator('.claim mark').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const fit = (): Promise<boolean> =>
      inPicture(
        page,
        ({ stage }) => {
          const { width, height } = stage!.sigma.getContainer().getBoundingClientRect();
          const drawn = stage!.sigma.getDimensions();
          return Math.abs(drawn.width - width) <= 1 && Math.abs(drawn.height - height) <= 1;
        },
        undefined,
      );
    await expect.poll(fit).toBe(true);
    for (const hidden of ['.topbar button', '.topbar input', '.side', '.time', '.stage-foot'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Plenary' }).isVisible()).toBe(true);
    expect(await page.locator('.claim mark').first().isVisible()).toBe(true);
    const panel = await page.locator('.panel-body').evaluate((body) => body.scrollHeight - body.clientHeight);
    expect(panel).toBeLessThanOrEqual(1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(paper).toBe('rgb(251, 251, 250)');
    expect((await page.pdf({ format: 'A4' })).subarray(0, 4).toString()).toBe('%PDF');
  });
});
