// A service for a test: its own store with the invented world, a free port, and a way to ask it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { openStore } from '../../../src/adapters/stores/open.ts';
import type { Ingest } from '../../../src/api/jobs.ts';
import { keysFileOf } from '../../../src/api/keys-file.ts';
import { KeyRing, type Scope } from '../../../src/api/keys.ts';
import { startService, type RunningService } from '../../../src/app.ts';
import { loadConfig, type Settings } from '../../../src/config.ts';
import type { GraphStore } from '../../../src/ports/graph-store.ts';
import { commitOf, REPORTS, type Report } from './world.ts';

export interface TestService extends RunningService {
  readonly url: (path: string) => string;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** The answer's JSON, checked; fails where the status or the shape is another. */
  readonly get: <S extends z.ZodType>(
    shape: S,
    path: string,
    init?: RequestInit,
    status?: number,
  ) => Promise<z.output<S>>;
  readonly key: (...scopes: Scope[]) => string;
}

/** Takes what it is given as one short report of its own: the queue is what is tested here, not the reading. */
const ingestInto =
  (store: GraphStore): Ingest =>
  async (bytes, source) => {
    const text = Buffer.from(bytes).toString('utf8');
    const report: Report = {
      title: source,
      publisher: 'A reader',
      publishedOn: '2026-01-01',
      text,
      entities: [],
      claims: [],
    };
    await store.commit([{ ...commitOf(report), source }]);
    return { state: 'done', message: 'The document was read.' };
  };

export interface TestOptions {
  readonly settings?: Settings;
  readonly reports?: readonly Report[];
  readonly ingest?: (store: GraphStore) => Ingest;
}

export async function startTestService({
  settings = {},
  reports = REPORTS,
  ingest = ingestInto,
}: TestOptions = {}): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-api-'));
  const config = loadConfig({
    store: `file:${folder}/store`,
    port: 0,
    logLevel: 'silent',
    ratePerMinute: 0,
    keysFile: join(folder, 'keys.json'),
    ...settings,
  });
  if (config.store.startsWith('file:')) {
    const store = await openStore(config.store);
    await store.commit(reports.map(commitOf));
    await store.close();
  }
  const keys = new KeyRing(keysFileOf(config));
  if (config.requireKeys) keys.make('keeps the service willing to start', ['read'], new Date());
  const running = await startService(config, { ingestInto: ingest });
  const url = (path: string): string => running.address + path;
  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(url(path), init);
  return {
    ...running,
    url,
    ask,
    get: async (shape, path, init, status = 200) => {
      const response = await ask(path, init);
      const text = await response.text();
      if (response.status !== status) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 400)}`);
      return shape.parse(JSON.parse(text));
    },
    key: (...scopes) => keys.make('test', scopes, new Date()),
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const posted = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
