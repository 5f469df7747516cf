// Documents in the explorer: dropped ones are read with progress; what they contain is shown as text, whatever it is.
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDocument } from '../../contract/a-document.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { drop } from '../support/drop.ts';
import { HARMFUL } from '../support/payloads.ts';
import { serveCommits, type ServedWorld } from '../support/serve.ts';

let world: ServedWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([serveCommits([harmful()]), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

function harmful() {
  const document = aDocument().described({ title: HARMFUL[0]!, publisher: HARMFUL[1]!, publishedOn: '2021-01-01' });
  const hub = document.names('Person', 'Ada Prim');
  HARMFUL.forEach((text, index) => {
    document.says(text);
    const name = `${text} ${index}`;
    document.relates('MET_WITH', hub, document.names('Person', name, { key: `harmful ${index}` }), {
      attributedTo: text,
    });
  });
  return document.build();
}

describe('text of documents', () => {
  it('is shown as text in panels, document, table, search and picture, for fifty harmful texts', async () => {
    expect(HARMFUL.length).toBeGreaterThanOrEqual(50);
    const { page, faults } = await openPage(browser, world.address);
    await page.getByRole('combobox', { name: /Search names/ }).fill('ada prim');
    await page.locator('.search-hits').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.entity .rows').waitFor();
    const more = page.locator('.panel .more');
    if ((await more.count()) > 0) await more.click();
    const panel = (await page.locator('.panel').innerText()).replace(/\s+/g, ' ');
    for (const [index, text] of HARMFUL.entries()) expect(panel).toContain(`${text} ${index}`.replace(/\s+/g, ' '));
    await page.locator('.rows .link').first().click();
    await page.locator('.claim .source').first().click();
    await page.locator('.sheet .text').waitFor();
    const sheet = (await page.locator('.sheet').innerText()).replace(/\s+/g, ' ');
    for (const text of HARMFUL) expect(sheet).toContain(text.replace(/\s+/g, ' '));
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.locator('.table-view tbody tr').first().waitFor();
    const made = await page.evaluate(() => [
      String(Reflect.get(window, 'harmed')),
      document.querySelectorAll('#app iframe, #app object, #app embed, #app script, #app marquee, #app base').length,
      document.querySelectorAll('.panel img, .panel b, .panel form, .panel h1, .view img, .view h1').length,
    ]);
    expect(made).toEqual(['undefined', 0, 0]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a file that is dropped', () => {
  it('is read with progress, and its people are in the graph that is loaded then', async () => {
    const { page, faults } = await openPage(browser, world.address);
    const text =
      'Hanoi, 7 November 2018 - Minister of Public Security To Lam met with Secretary of the Security Council of Russia Nikolai Patrushev in Moscow on November 7, 2018.\n';
    await drop(page, 'visit.txt', text);
    await page.getByText('The document is in the graph.').waitFor();
    await page.getByRole('button', { name: 'Load the new graph' }).click();
    await page.getByRole('combobox', { name: /Search names/ }).fill('patrushev');
    await page
      .locator('.search-hits')
      .getByRole('option', { name: /^Nikolai Patrushev/ })
      .waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('may be chosen instead, by keyboard alone', async () => {
    const { page, faults } = await openPage(browser, world.address);
    await page.getByRole('button', { name: 'Add documents…' }).focus();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    const text =
      'Hanoi, 9 May 2019 - Minister of Public Security To Lam met with Ambassador Ada Prim in Hanoi on May 9, 2019.';
    await chooser.setFiles({ name: 'chosen.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByText('The document is in the graph.').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is set aside with the reason when it cannot be read', async () => {
    const { page } = await openPage(browser, world.address);
    await drop(page, 'nothing.pdf', '%PDF-1.4 this is no PDF');
    await page.locator('.ingest li.set-aside, .ingest li.failed').waitFor();
    expect((await page.locator('.ingest li').innerText()).length).toBeGreaterThan(20);
    await page.context().close();
  });
});
