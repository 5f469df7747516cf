// Extracts documents that came by the API in a thread of their own, so that reading one delays no answer.
import { Piscina } from 'piscina';
import type { DocumentClaims } from '../domain/claim.ts';
import { err, type Result } from '../domain/result.ts';
import type { ExtractFailure } from './extractor.ts';

/** A document that takes this long never ends. */
const LONGEST_MS = 120_000;
/** What unpacks to more than this is no document but a bomb; it ends its thread and nothing else. */
const MAX_MEMORY_MB = 1024;

export interface UploadPool {
  extract(bytes: Uint8Array, source: string): Promise<Result<DocumentClaims, ExtractFailure>>;
  close(): Promise<void>;
}

export function openUploadPool(atOnce: number, longestMs = LONGEST_MS): UploadPool {
  const isBuilt = import.meta.url.endsWith('.js');
  const threads = new Piscina({
    filename: new URL(isBuilt ? './extract-upload.js' : './extract-upload.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: atOnce,
    concurrentTasksPerWorker: 1,
    // Loading the engine takes longer than reading a document: a thread waits a while for the next one.
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    ...(isBuilt ? {} : { execArgv: ['--import', import.meta.resolve('tsx')] }),
  });
  return {
    async extract(bytes, source) {
      try {
        const task: unknown = await threads.run({ bytes, source }, { signal: AbortSignal.timeout(longestMs) });
        return task as Result<DocumentClaims, ExtractFailure>;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const message = 'The document takes too long or too much memory to read; send it in parts.';
        return err({ stage: 'extract', reason: 'too-large', message });
      }
    },
    close: () => threads.destroy(),
  };
}
