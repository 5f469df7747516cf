// The first minute with the demo corpus: find someone, see the picture, read the sentence behind a line in its document.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage, search } from '../support/browser.ts';
import { drawnColour, rgbOf, spotBetween } from '../support/picture.ts';
import { serveDemo, type ServedWorld } from '../support/serve.ts';

let world: ServedWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([serveDemo(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

async function clickLine(page: Page, one: string, other: string): Promise<void> {
  const spot = await spotBetween(page, one, other);
  await page.mouse.click(spot.x, spot.y);
}

describe('the demo corpus in the explorer', () => {
  it('finds To Lam, opens the line to Patrushev and shows its sentence highlighted in its document', async () => {
    const { page, faults } = await openPage(browser, world.address);
    await search(page, 'To Lam');
    await expect.poll(() => page.locator('.entity h2').innerText()).toBe('To Lam');
    await clickLine(page, 'To Lam', 'Nikolai Patrushev');
    const sentence = page.locator('.pair .claim mark').first();
    await sentence.waitFor();
    const quote = await sentence.innerText();
    expect(quote).toMatch(/Patrushev/);
    await page.locator('.pair .claim .source').first().click();
    const highlighted = page.locator('.sheet mark.chosen');
    await highlighted.first().waitFor();
    const inDocument = (await highlighted.allInnerTexts()).join('').replace(/\s+/g, ' ');
    expect(inDocument).toContain(quote.replace(/\s+/g, ' '));
    expect(faults).toEqual([]);
  });

  it('names the page of a PDF that a sentence stands on', async () => {
    const { page, faults } = await openPage(browser, world.address);
    await search(page, 'Retno Marsudi');
    await page
      .locator('.rows')
      .getByRole('button', { name: /56th ASEAN/ })
      .first()
      .click();
    await page
      .locator('.claim .byline')
      .filter({ hasText: /page 1\b/ })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('draws every node in the colour that the schema gives its kind', async () => {
    const { page, faults } = await openPage(browser, world.address);
    const { drawn, wanted } = await drawnColour(page, 'To Lam');
    expect(wanted.toUpperCase()).toBe('#2227A2');
    rgbOf(wanted).forEach((channel, at) => expect(Math.abs(channel - drawn[at]!)).toBeLessThanOrEqual(3));
    expect(faults).toEqual([]);
  });
});
