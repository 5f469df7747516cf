// Every way of exploring, in a real browser against a real service: expand, path, time, filter, undo, views, ask, link, export.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openPage, search } from '../support/browser.ts';
import { inPicture, spotBetween, spotOf } from '../support/picture.ts';
import { browser, button, faults, openSmallWorld, page, world } from '../support/small-world-page.ts';

openSmallWorld();

const shown = (): Promise<string> =>
  page
    .getByRole('application')
    .getAttribute('aria-label')
    .then((label) => label ?? '');
const entitiesShown = async (): Promise<number> => Number(/of (\d+) entities/.exec(await shown())?.[1]);
const relationsShown = async (): Promise<number> => Number(/and (\d+) relations/.exec(await shown())?.[1]);

describe('the search box', () => {
  it('finds a name by its alias, without accents and in any order, by keyboard alone', async () => {
    for (const words of ['lam to', 'tô lâm', 'minister lam']) {
      await page.keyboard.press('Escape');
      await search(page, words);
      expect(await page.locator('.entity h2').innerText()).toBe('To Lam');
    }
  });

  it('finds meetings and documents too, and says so when nothing is found', async () => {
    const box = page.getByRole('combobox', { name: /Search names/ });
    await box.fill('forum cyber');
    await page.getByRole('option', { name: /Forum on Cybercrime.*Meeting/ }).waitFor();
    await box.fill('denies');
    await page.getByRole('option', { name: /Ministry denies a meeting.*Document/ }).click();
    await page.locator('.sheet h2').waitFor();
    await box.fill('zzzz');
    await page.getByText('Nothing is called “zzzz”').waitFor();
  });
});

describe('the entity panel', () => {
  it('tells names, posts, counts, relations in a table that sorts, and the timeline', async () => {
    await search(page, 'To Lam');
    const panel = page.locator('.panel');
    await panel.getByText('also Minister Lam, Tô Lâm').waitFor();
    await panel.getByRole('button', { name: 'minister, Ministry of Public Security' }).waitFor();
    await panel.getByRole('button', { name: 'With', exact: true }).click();
    const names = async (): Promise<readonly string[]> =>
      (await panel.locator('.rows tbody td:nth-child(2)').allInnerTexts()).map((name) => name.trim());
    await expect.poll(async () => (await names()).join('\n')).toBe([...(await names())].sort().join('\n'));
    await expect.poll(() => panel.locator('.timeline li').count()).toBeGreaterThan(2);
    expect(await panel.locator('.rows .badge.planned').first().innerText()).toBe('Planned');
  });
});

describe('expand, collapse, hide and pin', () => {
  it('collapses what hangs on an entity alone and adds it again by relation, with undo and redo of each step', async () => {
    const before = await entitiesShown();
    await search(page, 'Ministry of the Interior of Norland');
    await button('Collapse').click();
    await expect.poll(entitiesShown).toBeLessThan(before);
    const collapsed = await entitiesShown();
    await button('Expand').click();
    await page.locator('.expand').getByRole('button', { name: /^Add/ }).first().click();
    await expect.poll(entitiesShown).toBeGreaterThan(collapsed);
    await button(/^Undo: Add/).click();
    await expect.poll(entitiesShown).toBe(collapsed);
    await button(/^Undo: Collapse/).click();
    await expect.poll(entitiesShown).toBe(before);
    await button(/^Redo: Collapse/).click();
    await expect.poll(entitiesShown).toBe(collapsed);
  });

  it('expands by double click', async () => {
    const spot = await spotOf(page, 'Forum on Cybercrime');
    await page.mouse.dblclick(spot.x, spot.y);
    await page.getByRole('region', { name: 'Expand' }).waitFor();
  });

  it('expands by a double click that a busy page hears late', async () => {
    const spot = await spotOf(page, 'Forum on Cybercrime');
    await page.mouse.click(spot.x, spot.y);
    await page.waitForTimeout(600);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await page.getByRole('region', { name: 'Expand' }).waitFor();
  });

  it('keeps a pin where it was dropped, over a reload', async () => {
    const spot = await spotOf(page, 'Odd Eide');
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x - 60, spot.y + 10, { steps: 6 });
    await page.mouse.up();
    await button(/^Undo: Pin Odd Eide/).waitFor();
    const dropped = await spotOf(page, 'Odd Eide');
    await page.goto(world.address);
    await page.getByRole('application').waitFor();
    const kept = await spotOf(page, 'Odd Eide');
    expect(Math.hypot(kept.x - dropped.x, kept.y - dropped.y)).toBeLessThan(2);
  });

  it('dims all but the neighbourhood in focus', async () => {
    await search(page, 'To Lam');
    await button('Focus').click();
    const coloursDrawn = (): Promise<number> =>
      inPicture(
        page,
        (explorer) =>
          new Set(
            ['Nikolai Patrushev', 'Odd Eide'].map(
              (name) => explorer.stage!.sigma.getNodeDisplayData(explorer.model.graph.names.indexOf(name))!.color,
            ),
          ).size,
        undefined,
      );
    await expect.poll(coloursDrawn).toBe(2);
  });
});

describe('the evidence of a line', () => {
  it('shows who says so and who denies it side by side, with sources, dates and rule', async () => {
    await search(page, 'To Lam');
    const spot = await spotBetween(page, 'To Lam', 'Nikolai Patrushev');
    await page.mouse.click(spot.x, spot.y);
    await page.locator('.conflict').waitFor();
    expect(await page.locator('.conflict > div').nth(0).locator('.claim').count()).toBe(2);
    expect(await page.locator('.conflict > div').nth(1).innerText()).toContain('according to a spokesman');
    expect(await page.locator('.fact-line').first().innerText()).toMatch(
      /Occurred[\s\S]*17 May 2019[\s\S]*2 independent sources/,
    );
    expect(await page.locator('.claim .rule').first().innerText()).toMatch(/test\/1/);
  });

  it('says what was not read of a document, and narrows the graph to what it says', async () => {
    await page.getByLabel('Source').selectOption({ label: 'Talks on security · The Continental' });
    await expect.poll(entitiesShown).toBe(3);
    await button('Clear all filters').click();
    await expect.poll(entitiesShown).toBeGreaterThan(30);
  });
});

describe('a path between two', () => {
  it('is chosen by search, drawn, and each step has its evidence', async () => {
    await search(page, 'To Lam');
    await button('Path to…').click();
    await page.getByRole('combobox', { name: /other end/ }).fill('Odd Eide');
    await page.locator('.path-target').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.steps > li').first().waitFor();
    expect(await page.locator('.steps > li').count()).toBeGreaterThan(1);
    await page.locator('.steps .claim mark').first().waitFor();
  });
});

describe('a step that is only planned', () => {
  it('says so once', async () => {
    await search(page, 'To Lam');
    await button('Path to…').click();
    await page.getByRole('combobox', { name: /other end/ }).fill('Mirela Anghel');
    await page.locator('.path-target').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const step = page.locator('.steps > li').first();
    await step.locator('.claim mark').waitFor();
    expect((await step.innerText()).match(/Planned/g)).toHaveLength(1);
  });
});

describe('time', () => {
  it('narrows the graph to a window and to what had happened by a day', async () => {
    const all = await relationsShown();
    const from = page.getByRole('slider', { name: 'From' });
    await from.focus();
    for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(relationsShown).toBeLessThan(all);
    await page.getByText(/without a date not shown/).waitFor();
    await button('all time').click();
    await expect.poll(relationsShown).toBe(all);
    await page.getByLabel('as of').check();
    const asOf = page.getByRole('slider', { name: 'As of' });
    await asOf.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await expect.poll(relationsShown).toBeLessThan(all);
  });

  it('plays from the beginning and stops when it is told to', async () => {
    const all = await relationsShown();
    const text = (): Promise<string> => page.locator('.time-text').innerText();
    await page.clock.install();
    await button('Play').click();
    await expect.poll(relationsShown).toBeLessThan(all);
    const first = await text();
    await page.clock.runFor(1000);
    await expect.poll(text).not.toBe(first);
    await button('Stop').click();
    await button('Play').waitFor();
    const stopped = await text();
    await page.clock.runFor(5000);
    expect(await text()).toBe(stopped);
  });
});

describe('legend and filters', () => {
  it('switch kinds off and show what is planned with another line style and in words', async () => {
    const before = await entitiesShown();
    await page.getByRole('checkbox', { name: /^Places/ }).uncheck();
    await expect.poll(entitiesShown).toBe(before - 8);
    await page.getByRole('checkbox', { name: /^Places/ }).check();
    const lines = await relationsShown();
    await page.getByRole('checkbox', { name: /^Planned/ }).check();
    await expect.poll(relationsShown).toBe(lines + 2);
    const dashes = (): Promise<readonly (number | undefined)[]> =>
      inPicture(
        page,
        ({ stage, model }) =>
          model.graph.modalities.map((_name, modality) => {
            const graph = stage!.sigma.getGraph();
            const line = graph.findEdge((key) => model.lines.modality[Number(key)] === modality);
            return line === undefined ? undefined : (graph.getEdgeAttribute(line, 'dash') as number);
          }),
        undefined,
      );
    // The count is told before the lines are drawn.
    await expect.poll(async () => (await dashes()).includes(undefined)).toBe(false);
    expect(new Set(await dashes()).size).toBe(2);
  });

  it('keep only what several claims support', async () => {
    await page.getByLabel('Claims at least').fill('2');
    await page.keyboard.press('Tab');
    await expect.poll(relationsShown).toBeLessThan(10);
  });
});

describe('the other views', () => {
  it('list the same entities and relations as the canvas, and open them', async () => {
    const [entities, relations] = [await entitiesShown(), await relationsShown()];
    await button('Table').click();
    await button(`${relations} relations`).waitFor();
    expect(await page.locator('.table-view tbody tr').count()).toBe(entities);
    await page.locator('.table-view').getByRole('button', { name: 'To Lam' }).click();
    await page.locator('.entity h2', { hasText: 'To Lam' }).waitFor();
  });

  it('list meetings with participants, each a way into the graph', async () => {
    await button('Meetings').click();
    const row = page.locator('.meetings-view tbody tr', { hasText: '3rd Conference on Border Security' });
    expect(await row.innerText()).toMatch(/Fjordhavn/);
    await row.getByRole('button', { name: 'Ingrid Aasen' }).first().click();
    await page.locator('.entity h2', { hasText: 'Ingrid Aasen' }).waitFor();
    expect(await page.getByRole('button', { name: 'Graph', exact: true }).getAttribute('aria-current')).toBe('page');
  });
});

describe('the console', () => {
  it('completes from the schema, runs with parameters, answers as table and as graph', async () => {
    await button('Ask').click();
    const editor = page.locator('.cm-content');
    await editor.click();
    await page.keyboard.type('MATCH (p:Offi');
    await page.locator('.cm-tooltip-autocomplete').getByRole('option', { name: 'Official' }).click();
    await page.keyboard.type(' {name: $name})-[:MET_WITH]-(other) RETURN p, other');
    await page.getByLabel('Parameters').fill('{"name": "To Lam"}');
    await button('Run').click();
    await page.locator('.ask-view tbody').getByRole('button', { name: 'Nikolai Patrushev' }).first().waitFor();
    await button(/as graph$/).click();
    await expect.poll(entitiesShown).toBeLessThanOrEqual(3);
  });

  it('says which label the graph does not have, and what it may have been meant for', async () => {
    await button('Ask').click();
    await page.locator('.cm-content').click();
    await page.keyboard.type('MATCH (m:Meetng)<-[:ATENDED]-(p:Person) RETURN p');
    await page.keyboard.press('Escape');
    await button('Run').click();
    await page.getByText('No label “Meetng” in this graph; did you mean “Meeting”?', { exact: true }).waitFor();
    await page
      .getByText('No relation type “ATENDED” in this graph; did you mean “ATTENDED”?', { exact: true })
      .waitFor();
    expect(await page.locator('.unknown-name').count()).toBe(2);
  });

  it('puts an error under the text, in one sentence', async () => {
    await button('Ask').click();
    await page.locator('.cm-content').click();
    await page.keyboard.type('MATCH (n) DELETE n');
    await page.keyboard.press('Control+Enter');
    await page.locator('.ask-view .failed').waitFor();
    expect(await page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0);
    // The browser itself logs the refused request.
    (faults as string[]).length = 0;
  });
});

describe('a link', () => {
  it('opened again shows the same picture: selection, filters, period, camera', async () => {
    await search(page, 'Aurelio Bassi');
    await page.getByRole('checkbox', { name: /^Topics/ }).uncheck();
    await button('Zoom in').click();
    // The camera glides, and the address follows when it rests.
    const hasArrived = (): Promise<boolean> =>
      inPicture(
        page,
        ({ stage }) => {
          const { x, y, ratio } = stage!.camera();
          const written = [x, y, ratio].map((value) => value.toFixed(4)).join('_');
          return !stage!.sigma.getCamera().isAnimated() && window.location.hash.includes(`cam=${written}`);
        },
        undefined,
      );
    await expect.poll(hasArrived).toBe(true);
    const link = page.url();
    const place = await spotOf(page, 'Aurelio Bassi');
    const again = await openPage(browser, link);
    await again.page.locator('.entity h2', { hasText: 'Aurelio Bassi' }).waitFor();
    expect(await again.page.getByRole('checkbox', { name: /^Topics/ }).isChecked()).toBe(false);
    const samePlace = await spotOf(again.page, 'Aurelio Bassi');
    expect(Math.hypot(place.x - samePlace.x, place.y - samePlace.y)).toBeLessThan(2);
    expect(await again.page.locator('.link-note').count()).toBe(0);
    await again.page.context().close();
  });

  it('made on another graph says what has changed', async () => {
    const again = await openPage(browser, `${world.address}/#sel=e.ffffffffffff&graph=another`);
    await again.page
      .getByText(/graph has changed since this link was made. 1 of the entities it names is no longer/)
      .waitFor();
    await again.page.context().close();
  });
});

describe('what can be taken away', () => {
  async function download(label: string): Promise<Buffer> {
    await button('Share').click();
    const [file] = await Promise.all([page.waitForEvent('download'), button(label).click()]);
    await page.keyboard.press('Escape');
    return readFile(await file.path());
  }

  it('is a picture, a drawing, a graph and tables of what is shown', async () => {
    const entities = await entitiesShown();
    expect((await download('Picture (PNG)')).subarray(1, 4).toString()).toBe('PNG');
    const svg = (await download('Drawing (SVG)')).toString();
    expect(svg).toContain('<title>To Lam</title>');
    expect(svg).not.toContain('<img');
    expect((await download('Graph for Gephi (GEXF)')).toString().match(/<node /g)).toHaveLength(entities);
    const csv = (await download('Entities (CSV)')).toString().trim().split('\r\n');
    expect(csv).toHaveLength(entities + 1);
  });
});
