// Takes documents into a store: whole folders for the command line, single uploads for the service.
import type { GraphStore } from '../ports/graph-store.ts';
import type { UploadPool } from './upload-pool.ts';

export { ingest, type IngestOptions } from './run.ts';
export { openUploadPool, type UploadPool } from './upload-pool.ts';
export type { IngestReport, Outcome, SetAside } from './types.ts';

export interface UploadOutcome {
  readonly state: 'done' | 'set-aside';
  /** What happened, in one sentence. */
  readonly message: string;
}

/** Reads one document that came by the API and commits it. */
export function ingestUpload(
  store: GraphStore,
  pool: UploadPool,
): (bytes: Uint8Array, source: string) => Promise<UploadOutcome> {
  return async (bytes, source) => {
    const extracted = await pool.extract(bytes, source);
    if (!extracted.ok) return { state: 'set-aside', message: extracted.error.message };
    const { added } = await store.commit([{ claims: extracted.value, bytes, source }]);
    return {
      state: 'done',
      message: added.length > 0 ? 'The document is in the graph.' : 'The document was in the graph already.',
    };
  };
}
