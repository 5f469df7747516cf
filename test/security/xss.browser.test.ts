// Markup in every field that comes from a document, shown in a real browser: no dialog, no foreign request, nothing that runs.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitOf, type Report } from '../api/support/world.ts';
import { launchChromium, openPage, search } from '../web/support/browser.ts';
import { serveCommits, type ServedWorld } from '../web/support/serve.ts';

const HOSTILE =
  '<img src=x onerror="window.owned=1;alert(1)"><img src="//foreign.example/i"><script>window.owned=1;alert(2)</script><svg onload=alert(3)>"\'><a href="javascript:alert(4)">a</a>';

const REPORT: Report = {
  title: `Report ${HOSTILE}`,
  publisher: `Press ${HOSTILE}`,
  publishedOn: '2026-01-01',
  text: `Ada Brandt met ${HOSTILE}. Both attended the forum ${HOSTILE}. Denied by ${HOSTILE}.`,
  entities: [
    { kind: 'Person', name: 'Ada Brandt', aliases: [`Alias ${HOSTILE}`], attributes: { country: HOSTILE } },
    { kind: 'Person', name: HOSTILE },
    { kind: 'Meeting', name: `forum ${HOSTILE}`, attributes: { startDate: HOSTILE, datePrecision: HOSTILE } },
  ],
  claims: [
    {
      relation: 'MET_WITH',
      source: 'Ada Brandt',
      target: HOSTILE,
      role: HOSTILE,
      attributedTo: HOSTILE,
      startDate: HOSTILE,
      quote: `Ada Brandt met ${HOSTILE}.`,
      attributes: { note: HOSTILE },
    },
    {
      relation: 'ATTENDED',
      source: 'Ada Brandt',
      target: `forum ${HOSTILE}`,
      role: HOSTILE,
      quote: `Both attended the forum ${HOSTILE}`,
    },
  ],
};

let world: ServedWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([serveCommits([commitOf(REPORT)]), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

interface Watched {
  readonly page: Page;
  readonly dialogs: string[];
  readonly foreign: string[];
}

async function watched(path: string): Promise<Watched> {
  const dialogs: string[] = [];
  const foreign: string[] = [];
  const { page } = await openPage(browser, world.address, {}, (fresh) => {
    fresh.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    fresh.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(world.address).host) foreign.push(request.url());
    });
    return Promise.resolve();
  });
  if (path !== '/') await page.goto(world.address + path);
  return { page, dialogs, foreign };
}

async function expectHarmless({ page, dialogs, foreign }: Watched): Promise<void> {
  expect(dialogs).toEqual([]);
  expect(foreign).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { owned?: number }).owned)).toBeUndefined();
  expect(await page.locator('img[src="x"], img[src*="foreign.example"], a[href^="javascript"]').count()).toBe(0);
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

const PLACES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the picture': () => Promise.resolve(),
  'the search': async (page) => {
    await page.getByRole('combobox', { name: /Search names/ }).fill('img');
    await page.locator('.search-hits').getByRole('option').first().waitFor();
  },
  'an entity': (page) => search(page, 'Ada Brandt'),
  'the evidence of a line and its document': async (page) => {
    await search(page, 'Ada Brandt');
    await page.locator('.rows button.link').first().click();
    await page.locator('.claim mark').first().waitFor();
    await page.locator('.claim .source').first().click();
    await page.locator('.sheet mark').first().waitFor();
  },
  'the table': (page) => press(page, 'Table'),
  'the meetings': async (page) => {
    await press(page, 'Meetings');
    await page.locator('.meetings-view tbody').waitFor();
  },
  'rows of a query': async (page) => {
    await press(page, 'Ask');
    await page.locator('.cm-content').click();
    await page.keyboard.type('MATCH (c:Claim)-[:IN]->(d) RETURN c.quote, d.title, d');
    await press(page, 'Run');
    await page.locator('.ask-view tbody').waitFor();
  },
};

describe('markup from a document stays text in', () => {
  it.each(Object.keys(PLACES))('%s', async (place) => {
    const seen = await watched('/');
    await PLACES[place]!(seen.page);
    await expectHarmless(seen);
    await seen.page.context().close();
  });

  it.each([
    '/docs',
    '/api/v1/entities',
    '/api/v1/documents',
    '/api/v1/exports/gexf',
    '/api/v1/exports/json-ld',
    `/api/v1/${encodeURIComponent(HOSTILE)}`,
    `/api/v1/entities?q=${encodeURIComponent(HOSTILE)}`,
    `/docs?x=${encodeURIComponent(HOSTILE)}`,
    `/${encodeURIComponent(HOSTILE)}`,
  ])('the address %s', async (path) => {
    const seen = await watched('/');
    // A download ends the navigation; what it holds is no page.
    await seen.page.goto(world.address + path).catch(() => undefined);
    await expectHarmless(seen);
    await seen.page.context().close();
  });
});
