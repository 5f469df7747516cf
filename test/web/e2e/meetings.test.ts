// The meetings view where there are more meetings than one answer of the service or one table holds.
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDocument } from '../../contract/a-document.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { serveCommits, type ServedWorld } from '../support/serve.ts';

const COUNT = 520;
let world: ServedWorld;
let browser: Browser;
beforeAll(async () => {
  const calendar = aDocument().described({ title: 'A long calendar', publishedOn: '2021-01-01' });
  const chair = calendar.names('Person', 'Ingrid Aasen');
  for (let at = 0; at < COUNT; at++) {
    const startDate = `${2000 + Math.floor(at / 60)}-${String(1 + (at % 12)).padStart(2, '0')}-05`;
    const time = { startDate, endDate: startDate, datePrecision: 'day' as const };
    calendar.relates('CHAIRED', chair, calendar.names('Meeting', `Sitting ${at + 1}`, { attributes: time }), time);
  }
  [world, browser] = await Promise.all([serveCommits([calendar.build()]), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

describe('more meetings than one answer holds', () => {
  it('are listed five hundred at a time, down to the last, and all marked in the time bar', async () => {
    const { page, faults } = await openPage(browser, world.address);
    const rows = page.locator('.meetings-view tbody tr');
    await page.locator('.meeting-mark').first().waitFor();
    const marked = await page
      .locator('.meeting-mark')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('title')).join());
    expect(marked.match(/Sitting \d+/g)).toHaveLength(COUNT);
    await page.getByRole('button', { name: 'Meetings', exact: true }).click();
    await expect.poll(() => rows.count()).toBe(500);
    await page.getByRole('button', { name: `500 of ${COUNT} meetings: show 20 more` }).click();
    await expect.poll(() => rows.count()).toBe(COUNT);
    expect(await page.getByRole('button', { name: /meetings: show/ }).count()).toBe(0);
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
