// For everyone: no finding of axe in any state, everything by keyboard, phones, and plain words when something is missing.
import axe from 'axe-core';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage, search } from '../support/browser.ts';
import { drop } from '../support/drop.ts';
import { inPicture, rgbOf, spotBetween, spotOf } from '../support/picture.ts';
import { serveCommits, type ServedWorld } from '../support/serve.ts';
import { smallWorld } from '../support/small-world.ts';

let world: ServedWorld;
let empty: ServedWorld;
let browser: Browser;
beforeAll(async () => {
  [world, empty, browser] = await Promise.all([serveCommits(smallWorld()), serveCommits([]), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
  await empty.stop();
});

/** What axe finds in light and in dark. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document));
    for (const { id, nodes } of violations)
      found.push(`${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }
  return found;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the first picture': () => Promise.resolve(),
  'an open search': async (page) => {
    await page.getByRole('combobox', { name: /Search names/ }).fill('a');
    await page.locator('.search-hits').getByRole('option').first().waitFor();
  },
  'an entity with its expansion': async (page) => {
    await search(page, 'To Lam');
    await press(page, 'Expand');
  },
  'evidence with a denial': async (page) => {
    await search(page, 'To Lam');
    await page.locator('.rows').getByRole('button', { name: 'Nikolai Patrushev' }).click();
    await page.locator('.conflict mark').first().waitFor();
  },
  'a document with what was not read': async (page) => {
    await page.getByRole('combobox', { name: /Search names/ }).fill('denies');
    await page
      .locator('.search-hits')
      .getByRole('option', { name: /denies/ })
      .click();
    await press(page, 'What was not read');
  },
  'a path': async (page) => {
    await search(page, 'To Lam');
    await press(page, 'Path to…');
    await page.getByRole('combobox', { name: /other end/ }).fill('Odd');
    await page.locator('.path-target').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.steps mark').first().waitFor();
  },
  'the table': (page) => press(page, 'Table'),
  'the meetings': async (page) => {
    await press(page, 'Meetings');
    await page.locator('.meetings-view tbody').waitFor();
  },
  'the console with an answer': async (page) => {
    await press(page, 'Ask');
    await page.locator('.cm-content').click();
    await page.keyboard.type('MATCH (p:Person) RETURN p.name LIMIT 3');
    await press(page, 'Run');
    await page.locator('.ask-view tbody').waitFor();
  },
  'the console with a label that the graph does not have': async (page) => {
    await press(page, 'Ask');
    await page.locator('.cm-content').click();
    await page.keyboard.type('MATCH (p:Persn) RETURN p');
    await press(page, 'Run');
    await page.locator('.unknown-name').waitFor();
  },
  'the printed page': async (page) => {
    await search(page, 'To Lam');
    await page.locator('.rows').waitFor();
    await page.emulateMedia({ media: 'print' });
  },
  'documents that were dropped, of which one is set aside': async (page) => {
    await drop(page, 'nothing.pdf', '%PDF-1.4 this is no PDF');
    await page.getByRole('button', { name: 'Load the new graph' }).waitFor();
  },
  'the share menu': (page) => press(page, 'Share'),
  'the keys': (page) => press(page, 'Keys and help'),
  'the tour': async (page) => {
    await press(page, 'Tour');
    await press(page, 'Start');
    await page.getByText('1 of 4').waitFor();
  },
};

describe('axe-core finds nothing, light or dark, in', () => {
  it.each(Object.keys(STATES))('%s', async (state) => {
    const { page, faults } = await openPage(browser, world.address);
    await STATES[state]!(page);
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the phone, at 360 pixels, where nothing is wider than the screen', async () => {
    const { page } = await openPage(browser, world.address, { viewport: { width: 360, height: 740 } });
    await press(page, 'Legend');
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('the page at 200 % zoom, where nothing is wider than the screen', async () => {
    const { page } = await openPage(browser, world.address, { viewport: { width: 640, height: 400 } });
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await page.context().close();
  });

  it('the page of a store without documents', async () => {
    const page = await browser.newPage();
    await page.goto(empty.address);
    await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });
});

describe('the keyboard alone', () => {
  it('walks the graph, opens an entity, hides, undoes, pins, focuses and zooms', async () => {
    const { page, faults } = await openPage(browser, world.address);
    const canvas = page.getByRole('application');
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    const first = await page.locator('.entity h2').innerText();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.entity h2').innerText()).not.toBe(first);
    const name = await page.locator('.entity h2').innerText();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: `Undo: Pin ${name}` }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: `Undo: Focus ${name}` }).waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: `Undo: Hide ${name}` }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: `Redo: Hide ${name}` }).waitFor();
    await page.keyboard.press('+');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('reaches the sentence behind a relation without the canvas', async () => {
    const { page } = await openPage(browser, world.address);
    await page.keyboard.press('/');
    await page.keyboard.type('to lam');
    await page.locator('.search-hits').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const row = page.locator('.rows').getByRole('button', { name: 'Nikolai Patrushev' });
    await row.focus();
    await page.keyboard.press('Enter');
    await page.locator('.claim .source').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.sheet mark.chosen').waitFor();
    await page.context().close();
  });

  it('hears what happened in words', async () => {
    const { page } = await openPage(browser, world.address);
    await search(page, 'Odd Eide');
    await expect.poll(() => page.locator('[role=status].visually-hidden').innerText()).toBe('Odd Eide, Official');
    await page.context().close();
  });
});

describe('a page that turns from light to dark while it is open', () => {
  it('has the colours of the canvas in its legend', async () => {
    const { page } = await openPage(browser, world.address);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const { square, wanted } = await inPicture(
        page,
        ({ appearance }, of) => {
          const row = [...document.querySelectorAll('.legend-row')].find((each) => /^Agencies/.test(each.textContent))!;
          return {
            square: getComputedStyle(row.querySelector('rect')!).fill,
            wanted: appearance.colour('Agency', of),
          };
        },
        theme,
      );
      expect(square).toBe(`rgb(${rgbOf(wanted).join(', ')})`);
    }
    await page.context().close();
  });
});

describe('touch on a phone', () => {
  it('opens a relation by tapping its line, and an entity by tapping its node', async () => {
    const { page } = await openPage(browser, world.address, { viewport: { width: 390, height: 780 }, hasTouch: true });
    const spot = await spotBetween(page, 'Leif Brekke', '4th Conference on Border Security');
    await page.touchscreen.tap(spot.x, spot.y);
    await page.locator('.pair h2').waitFor();
    const node = await spotOf(page, 'Leif Brekke');
    await page.touchscreen.tap(node.x, node.y);
    await page.locator('.entity h2').waitFor();
    await page.context().close();
  });
});

describe('when something is missing', () => {
  it('says that the service is not running, and loads when it is there again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto(world.address);
    await page.getByRole('heading', { name: 'Plenary is not running' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.unroute('**/api/v1/**');
    await press(page, 'Try again');
    await page.getByRole('application').waitFor();
    await context.close();
  });

  it('says that it is loading until the picture is there', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let arrive: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/graph/picture**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(world.address);
    await page.getByText('Loading the graph…').waitFor();
    expect(await findings(page)).toEqual([]);
    arrive();
    await page.getByRole('application').waitFor();
    await context.close();
  });

  it('keeps the console, and says under it that the service does not answer', async () => {
    const { page } = await openPage(browser, world.address);
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.route('**/db/**', (route) => route.abort());
    await press(page, 'Ask');
    await page.locator('.cm-content').click();
    await page.keyboard.type('MATCH (p:Person) RETURN p');
    await page.keyboard.press('Escape');
    await press(page, 'Run');
    await page.locator('.ask-view [role=alert]', { hasText: 'The service does not answer' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('gives the service’s own sentence where a panel cannot be filled, with a way to try again', async () => {
    const { page } = await openPage(browser, world.address);
    await page.route('**/neighbours**', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: '{"detail":"The store is busy; try again."}',
      }),
    );
    await search(page, 'To Lam');
    await page.getByText('The store is busy; try again.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.unroute('**/neighbours**');
    await press(page, 'Try again');
    await page.locator('.rows').waitFor();
    await page.context().close();
  });
});
