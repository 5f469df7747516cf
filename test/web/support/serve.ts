// A real service over a real embedded store on a free port: what the explorer's tests talk to.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../../../src/app.ts';
import { openStore } from '../../../src/adapters/stores/open.ts';
import { loadConfig } from '../../../src/config.ts';
import { ingest, ingestUpload, openUploadPool } from '../../../src/ingest/index.ts';
import type { DocumentCommit, GraphStore } from '../../../src/ports/graph-store.ts';

export interface ServedWorld {
  readonly address: string;
  readonly store: GraphStore;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Documents that were written for the tests, with claims as an extraction would make them. */
export const serveCommits = (commits: readonly DocumentCommit[]): Promise<ServedWorld> =>
  serveStore((store) => store.commit(commits));

/** The demo corpus, read by the line itself. */
export const serveDemo = (): Promise<ServedWorld> =>
  serveStore((store) => ingest(store, [join(ROOT, 'seeds', 'corpus')], { workers: 2 }));

async function serveStore(fill: (store: GraphStore) => Promise<unknown>): Promise<ServedWorld> {
  if (!existsSync(join(ROOT, 'dist', 'web', 'index.html')))
    throw new Error('The explorer is not built; run `npm run build:web` first.');
  const folder = mkdtempSync(join(tmpdir(), 'plenary-web-'));
  const url = `file:${folder}`;
  const store = await openStore(url);
  await fill(store);
  const pool = openUploadPool(1);
  // A machine that is busy with other suites lags more than a service should.
  const config = loadConfig({ store: url, port: 0, maxLagMs: 60_000 });
  const running = await startService(config, { store, ingestInto: (into) => ingestUpload(into, pool) });
  return {
    address: running.address,
    store,
    async stop() {
      await running.stop();
      await pool.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
