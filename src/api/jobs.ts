// Documents that came by the API wait here: a bounded queue, a few at work, and the state of each for whoever asks.
import { createHash } from 'node:crypto';
import { AppError } from '../domain/errors.ts';

export const JOB_STATES = ['queued', 'running', 'done', 'set-aside', 'failed'] as const;

export interface Job {
  readonly id: string;
  readonly state: (typeof JOB_STATES)[number];
  readonly source: string;
  readonly documentId: string | null;
  /** What happened, in one sentence. */
  readonly message: string;
}

export interface IngestOutcome {
  readonly state: 'done' | 'set-aside';
  readonly message: string;
}

/** Reads one document and commits it. */
export type Ingest = (bytes: Uint8Array, source: string) => Promise<IngestOutcome>;

/** Finished jobs that are still told apart from unknown ones. */
const REMEMBERED = 10_000;
/** Jobs whose outcome is forgotten but whose id still answers 410. */
const FORGOTTEN = 100_000;

export class Jobs {
  readonly #ingest: Ingest;
  readonly #limits: { readonly atOnce: number; readonly waiting: number };
  readonly #onCommit: () => void;
  readonly #jobs = new Map<string, Job>();
  readonly #forgotten = new Set<string>();
  readonly #queue: (() => Promise<void>)[] = [];
  #running = 0;
  #accepted = 0;
  #idle: (() => void)[] = [];
  #isDraining = false;

  constructor(ingest: Ingest, limits: { atOnce: number; waiting: number }, onCommit: () => void) {
    this.#ingest = ingest;
    this.#limits = limits;
    this.#onCommit = onCommit;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** @throws AppError StoreUnavailable when the queue is full or the service is stopping */
  add(bytes: Uint8Array, source: string, documentId: string): Job {
    if (this.#isDraining || this.#queue.length >= this.#limits.waiting)
      throw new AppError('StoreUnavailable', 'Too many documents are waiting; send this one again later.');
    this.#accepted += 1;
    const id = createHash('sha256').update(`${this.#accepted}:${documentId}`).digest('hex').slice(0, 24);
    const job: Job = { id, state: 'queued', source, documentId, message: 'The document waits to be read.' };
    this.#keep(job);
    this.#queue.push(() => this.#run(job, bytes));
    this.#next();
    return job;
  }

  /** @throws AppError NotFound, Gone */
  get(id: string): Job {
    const job = this.#jobs.get(id);
    if (job !== undefined) return job;
    if (this.#forgotten.has(id))
      throw new AppError('Gone', 'The outcome of this job is no longer kept; look for its document.');
    throw new AppError('NotFound', 'No job has this id; it may be of a service that was started again since.');
  }

  /** Takes nothing more in; resolves when what was accepted is done. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    if (this.#running === 0 && this.#queue.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async #run(job: Job, bytes: Uint8Array): Promise<void> {
    this.#keep({ ...job, state: 'running', message: 'The document is being read.' });
    try {
      const outcome = await this.#ingest(bytes, job.source);
      this.#keep({ ...job, ...outcome });
      if (outcome.state === 'done') this.#onCommit();
    } catch (error) {
      const message =
        error instanceof AppError ? error.message : 'The document could not be read because of a fault of the service.';
      this.#keep({ ...job, state: 'failed', message });
    }
  }

  #next(): void {
    while (this.#running < this.#limits.atOnce) {
      const start = this.#queue.shift();
      if (start === undefined) break;
      this.#running += 1;
      void start().finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
    if (this.#running > 0 || this.#queue.length > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #keep(job: Job): void {
    this.#jobs.set(job.id, job);
    if (this.#jobs.size <= REMEMBERED) return;
    for (const [id, old] of this.#jobs) {
      if (old.state === 'queued' || old.state === 'running') continue;
      this.#jobs.delete(id);
      this.#forgotten.add(id);
      break;
    }
    const [eldest] = this.#forgotten;
    if (this.#forgotten.size > FORGOTTEN && eldest !== undefined) this.#forgotten.delete(eldest);
  }
}
