// The store's end of the graph's thread: sends requests, matches the answers, ends the thread in peace.
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../domain/errors.ts';
import type { GraphAnswer, GraphReply, GraphRequestKind, GraphRequests, GraphThreadOptions } from './graph-protocol.ts';

const GRAPH_SHARE = 0.75;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly cancel?: Int32Array;
}

export class GraphThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly exited: Promise<void>;
  private nextTicket = 0;
  private closing = false;
  private lost: Error | undefined;

  constructor(options: GraphThreadOptions) {
    this.worker = startWorker(options);
    this.worker.unref(); // an idle graph does not keep a program alive
    this.worker.on('message', (reply: GraphReply) => this.receive(reply));
    this.worker.on('error', (error) => this.lose(error));
    this.exited = new Promise((resolve) => {
      this.worker.on('exit', () => {
        this.lose(new Error('The thread has ended.'));
        resolve();
      });
    });
  }

  ask<Kind extends GraphRequestKind>(
    kind: Kind,
    content: Omit<GraphRequests[Kind], 'answer'>,
  ): Promise<GraphAnswer<Kind>> {
    if (this.lost !== undefined) return Promise.reject(gone(this.lost));
    const ticket = this.nextTicket++;
    this.worker.ref();
    return new Promise((resolve, reject) => {
      const cancel = 'cancel' in content ? { cancel: content.cancel as Int32Array } : {};
      this.waiting.set(ticket, { resolve, reject, ...cancel });
      this.worker.postMessage({ kind, ticket, ...content });
    });
  }

  /** Stops the queries that run; ending the thread inside SQLite would end the process. */
  async close(save: boolean): Promise<void> {
    for (const { cancel } of this.waiting.values()) if (cancel !== undefined) Atomics.store(cancel, 0, 1);
    this.closing = true;
    if (this.lost === undefined) await this.ask('close', { save });
    this.worker.ref(); // a program that only waits for this end must not stop before it
    await this.exited;
  }

  private receive(reply: GraphReply): void {
    const waiting = this.waiting.get(reply.ticket);
    this.waiting.delete(reply.ticket);
    if (this.waiting.size === 0 && !this.closing) this.worker.unref();
    if ('answer' in reply) waiting?.resolve(reply.answer as never);
    else waiting?.reject(new AppError(reply.failure.code, reply.failure.message, { details: reply.failure.details }));
  }

  private lose(error: Error): void {
    this.lost ??= error;
    for (const { reject } of this.waiting.values()) reject(gone(this.lost));
    this.waiting.clear();
  }
}

function gone(cause: Error): AppError {
  return new AppError('StoreUnavailable', 'The graph of this store is not running any more: open the store again.', {
    cause,
  });
}

/** Built code starts its neighbour; from source, the thread first needs the loader that the main thread has. */
function startWorker(workerData: GraphThreadOptions): Worker {
  const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: graphMegabytes() } };
  if (import.meta.url.endsWith('.js')) return new Worker(new URL('./graph-worker.js', import.meta.url), options);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('./dist/esm/api/index.mjs', tsx).href;
  const entry = new URL('./graph-worker.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(code, { ...options, eval: true });
}

/** The engine's own limit may be a quarter of the machine; the graph of a large store is what the machine is for. */
const graphMegabytes = (): number => Math.floor((totalmem() * GRAPH_SHARE) / 2 ** 20);
