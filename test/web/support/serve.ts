// A real service over a real embedded store, filled with documents, on a free port: what the explorer's tests talk to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/adapters/stores/open.ts';
import type { Ingest } from '../../../src/api/jobs.ts';
import { startService, type RunningService } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config.ts';
import type { DocumentCommit, GraphStore } from '../../../src/ports/graph-store.ts';

export interface ServedWorld {
  readonly address: string;
  readonly service: RunningService;
  stop(): Promise<void>;
}

/** @param ingestInto what reads documents that are dropped on the explorer */
export async function serveWorld(
  commits: readonly DocumentCommit[],
  ingestInto: (store: GraphStore) => Ingest = () => refuse,
  port = 0,
): Promise<ServedWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-web-'));
  const url = `file:${folder}`;
  const store = await openStore(url);
  await store.commit(commits);
  await store.close();
  // A test machine that is busy with other suites lags more than a service should.
  const service = await startService(loadConfig({ store: url, port, maxLagMs: 60_000 }), ingestInto);
  return {
    address: service.address,
    service,
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const refuse: Ingest = () => Promise.resolve({ state: 'set-aside', message: 'This world takes no documents.' });
