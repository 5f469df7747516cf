// Finding and asking: words inside documents, sources as filters, questions with parameters and a past, the tour.
import { describe, expect, it } from 'vitest';
import { search } from '../support/browser.ts';
import { inPicture } from '../support/picture.ts';
import { button, openSmallWorld, page, world } from '../support/small-world-page.ts';

openSmallWorld();

const names = (): Promise<readonly string[]> =>
  inPicture(
    page,
    (explorer) => explorer.model.graph.names.filter((_name, node) => explorer.scene().visible[node] === 1),
    undefined,
  );

describe('the search box', () => {
  it('finds a document by words of its text and shows the passage', async () => {
    await page.getByRole('combobox', { name: /Search names/ }).fill('received with honours');
    const hit = page.locator('.search-hits').getByRole('option', { name: /Minister To Lam received in Russia/ });
    expect(await hit.innerText()).toContain('The guests were received with honours.');
    await hit.click();
    await page.locator('.sheet h2', { hasText: 'Minister To Lam received in Russia' }).waitFor();
  });

  it('brings what was hidden back into the picture', async () => {
    await search(page, 'Odd Eide');
    await button('Hide').click();
    await expect.poll(names).not.toContain('Odd Eide');
    await search(page, 'Odd Eide');
    await expect.poll(names).toContain('Odd Eide');
  });
});

describe('the source filter', () => {
  it('keeps what one publisher says, and the link keeps the publisher', async () => {
    await page.getByLabel('Source').selectOption({ label: 'All of Gazette' });
    await expect.poll(names).toContain('Florin Goga');
    await expect.poll(names).not.toContain('Nikolai Patrushev');
    await expect.poll(() => page.url()).toContain('by=Gazette');
    await button('Clear all filters').click();
    await expect.poll(names).toContain('Nikolai Patrushev');
  });
});

describe('the time bar', () => {
  it('marks when meetings were held, in words as well', async () => {
    await page.locator('.meeting-mark').first().waitFor();
    expect(await page.locator('.meeting-mark').count()).toBe(4);
    expect(await page.locator('.meeting-marks p').innerText()).toContain('March 2019 Forum on Cybercrime');
  });
});

describe('the console', () => {
  const run = async (text: string): Promise<void> => {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
  };

  it('has phrases with parameters that run as they stand', async () => {
    await button('Ask').click();
    await page.locator('.cm-content').waitFor();
    await page.getByLabel('Examples').selectOption({ label: 'Meetings attended by $name since $date' });
    expect(await page.getByLabel('Parameters').inputValue()).toContain('To Lam');
    await button('Run').click();
    await page.locator('.ask-view tbody').getByRole('button', { name: 'Forum on Cybercrime' }).waitFor();
  });

  it('remembers what was asked, over a reload, and says what is wrong with parameters', async () => {
    await button('Ask').click();
    await run('MATCH (p:Person) RETURN count(p) AS people');
    await page.locator('.ask-view tbody').waitFor();
    await page.getByLabel('Parameters').fill('{name}');
    await button('Run').click();
    await page.getByText('The parameters are not valid JSON').waitFor();
    await page.goto(world.address);
    await button('Ask').click();
    await page.locator('.cm-content').waitFor();
    await page.getByLabel('History').selectOption({ index: 1 });
    expect(await page.locator('.cm-content').innerText()).toContain('count(p) AS people');
  });
});

describe('a phrase of the reader’s own', () => {
  const phrase = () => button('Who met $name');

  it('is saved with its parameters, listed after a reload, run with others, replaced and deleted', async () => {
    await button('Ask').click();
    await page.locator('.cm-content').click();
    await button('Save phrase').click();
    await page.getByText('Give the phrase a name.').waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.type('MATCH (p:Person {name: $name})-[:MET_WITH]-(o) RETURN DISTINCT o.name');
    await page.keyboard.press('Escape');
    await page.getByLabel('Parameters').fill('{"name": "To Lam"}');
    await page.getByLabel('Name of the phrase').fill('Who met $name');
    await page.keyboard.press('Enter');
    await phrase().waitFor();
    await page.goto('about:blank');
    await page.goto(world.address);
    await button('Ask').click();
    await page.locator('.cm-content').waitFor();
    await phrase().click();
    expect(await page.getByLabel('Parameters').inputValue()).toBe('{"name": "To Lam"}');
    await button('Run').click();
    await page.locator('.ask-view tbody').getByText('Nikolai Patrushev').waitFor();
    await page.getByLabel('Parameters').fill('{"name": "Aurelio Bassi"}');
    await button('Run').click();
    await expect.poll(() => page.locator('.ask-view tbody').innerText()).not.toContain('To Lam\n');
    await page.getByLabel('Name of the phrase').fill('Who met $name');
    await button('Save phrase').click();
    expect(await phrase().count()).toBe(1);
    await button('Delete Who met $name').click();
    await expect.poll(() => phrase().count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('plenary.phrases'))).toBe('[]');
  });
});

describe('the tour', () => {
  it('leads through four steps: someone, why, when, and a question', async () => {
    await button('Tour').click();
    await button('Start').click();
    await page.getByText('1 of 4').waitFor();
    await page.locator('.entity h2').waitFor();
    await button('Next').click();
    await page.locator('.pair .claim mark').first().waitFor();
    await button('Next').click();
    await page.locator('.time-text .link', { hasText: 'all time' }).waitFor();
    await button('Next').click();
    await page.locator('.cm-content').waitFor();
    await button('Done').click();
    expect(await page.locator('.tour').count()).toBe(0);
  });
});
