// One page on the small world for each test of a file, without console error, exception or request to another host.
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium, openPage } from './browser.ts';
import { serveCommits, type ServedWorld } from './serve.ts';
import { smallWorld } from './small-world.ts';

export let world: ServedWorld;
export let browser: Browser;
export let page: Page;
export let faults: readonly string[];

/** Serves the world once for the file; `page` is a new one in every test. */
export function openSmallWorld(): void {
  beforeAll(async () => {
    [world, browser] = await Promise.all([serveCommits(smallWorld()), launchChromium()]);
  });
  beforeEach(async () => {
    ({ page, faults } = await openPage(browser, world.address));
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });
}

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
