// Serves until SIGTERM or SIGINT, then lets what is at work end.
import { startService } from '../app.ts';
import type { Config } from '../config.ts';
import { ingestUpload, openUploadPool } from '../ingest/index.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { onInterruption } from './interruption.ts';

/** @param store already open, where the caller has one */
export async function serveUntilSignal(config: Config, store?: GraphStore): Promise<void> {
  const pool = openUploadPool(config.ingestAtOnce);
  try {
    const running = await startService(config, {
      ingestInto: (into) => ingestUpload(into, pool),
      ...(store === undefined ? {} : { store }),
    });
    console.log(`Plenary serves ${running.address} (API: ${running.address}/docs, stop: Ctrl-C)`);
    const signal = await new Promise<NodeJS.Signals>((resolve) => void onInterruption(resolve));
    console.log(`${signal}: finishing what is at work`);
    await running.stop();
  } finally {
    await pool.close();
  }
}
