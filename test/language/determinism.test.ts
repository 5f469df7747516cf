// The same bytes on every run, in four worker threads at once, and in Chromium.
import { chromium, type Page, type Route } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { loadEnglish, MODEL_FOLDER, readModelFiles } from '../../src/adapters/model/load-engine.ts';
import { Engine } from '../../src/language/engine.ts';
import type { Answer } from './compare.ts';
import { transcribe } from './transcript.ts';

const texts = readFileSync(join(import.meta.dirname, 'fixtures', 'reference.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as Answer).text);
const expected = transcribe(loadEnglish(), texts);

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

describe('the same input', () => {
  it('gives the same bytes again, in another order and from a fresh engine', () => {
    expect(transcribe(loadEnglish(), texts) === expected).toBe(true);
    const fresh = new Engine(readModelFiles(MODEL_FOLDER));
    const backwards = [...texts].reverse().map((text) => transcribe(fresh, [text]).slice(1, -1));
    expect(`[${backwards.reverse().join(',')}]` === expected).toBe(true);
  });

  it('gives the same bytes in four worker threads at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(transcribeInWorker));
    expect(answers.map((answer) => answer === expected)).toEqual([true, true, true, true]);
  });

  it('gives the same bytes in Chromium', async () => {
    expect(existsSync(CHROMIUM), 'this test needs Chromium; name it in CHROMIUM_PATH').toBe(true);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await browser.newPage();
      await servePage(page);
      const answer = await page.evaluate(
        (parts) =>
          (globalThis as unknown as { transcribeInPage(texts: string[]): Promise<string> }).transcribeInPage(parts),
        texts,
      );
      expect(answer === expected).toBe(true);
    } finally {
      await browser.close();
    }
  });
});

/** A worker does not inherit what makes this process run TypeScript. */
const WORKER_START = `
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(new URL('./transcript-worker.ts', import.meta.url).href)});
  });`;

function transcribeInWorker(): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_START, { eval: true, workerData: texts });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** The engine and its model on an origin that only this page knows. */
async function servePage(page: Page): Promise<void> {
  const script = await bundle();
  await page.route('http://language.test/**', (route: Route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/')
      return route.fulfill({ contentType: 'text/html', body: '<script type="module" src="engine.js"></script>' });
    if (path === '/engine.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    return route.fulfill({ body: readFileSync(join(MODEL_FOLDER, path.replace('/model/', ''))) });
  });
  await page.goto('http://language.test/');
  await page.waitForFunction(() => 'transcribeInPage' in globalThis);
}

/** The engine has no Node import: it bundles for a browser as it is. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'browser-entry.ts'), formats: ['es'] },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
