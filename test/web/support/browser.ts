// Chromium for the explorer's tests: WebGL on the processor, no background traffic, and a record of what must not happen.
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

const ARGUMENTS = [
  '--no-sandbox', // containers run as root
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ARGUMENTS });

export interface OpenedPage {
  readonly page: Page;
  /** Console errors, uncaught exceptions and requests to other hosts. */
  readonly faults: readonly string[];
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  // A loaded machine is slow to draw; half a minute, the default, would test the machine.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  const host = new URL(address).host;
  page.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== host) faults.push(`request to ${asked}`);
  });
  await prepare(page);
  await page.goto(address);
  await page.getByRole('application').waitFor();
  return { page, faults };
}

/** Finds by the search box, as a reader does. */
export async function search(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /Search names/ }).fill(name);
  await page.locator('.search-hits').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.entity h2').waitFor();
}
