// Extracts files in worker threads, or in this process where one is enough.
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import readCandidate from './read-candidate.ts';
import type { Candidate, Outcome } from './types.ts';

/** A document of average length takes a fiftieth of a second; one that takes this long never ends. */
const LONGEST_EXTRACTION_MS = 120_000;
/** Loading the engine in a thread costs as much as reading this many documents. */
const DOCUMENTS_WORTH_A_THREAD = 12;

export interface ExtractionPool {
  extract(candidate: Candidate): Promise<Outcome>;
  /** How many files are worth asking for at once. */
  readonly width: number;
  close(): Promise<void>;
}

/** Workers for so many files where the user does not say. */
export function defaultWorkers(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / DOCUMENTS_WORTH_A_THREAD)));
}

const inProcess: ExtractionPool = {
  async extract(candidate) {
    // Lets the terminal, signals and other requests have their turn between two documents.
    await new Promise((resolve) => setImmediate(resolve));
    return readCandidate(candidate);
  },
  width: 1,
  close: () => Promise.resolve(),
};

export function openPool(workers: number): ExtractionPool {
  if (workers <= 1) return inProcess;
  const isBuilt = import.meta.url.endsWith('.js');
  const threads = new Piscina({
    filename: new URL(isBuilt ? './read-candidate.js' : './read-candidate.ts', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: 1,
    // From source a thread needs the loader that the main thread has.
    ...(isBuilt ? {} : { execArgv: ['--import', import.meta.resolve('tsx')] }),
  });
  return {
    async extract(candidate) {
      try {
        return (await threads.run(candidate, { signal: AbortSignal.timeout(LONGEST_EXTRACTION_MS) })) as Outcome;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
        return {
          state: 'set-aside',
          source: candidate.source,
          stage: 'extract',
          reason: isLate ? 'too-slow' : 'fault',
          message: isLate
            ? 'The document takes too long to read: split it.'
            : `Please report this fault of Plenary: ${error.message}`,
        };
      }
    },
    width: workers * 2,
    close: () => threads.destroy(),
  };
}
