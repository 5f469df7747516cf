// The store's end of the graph's thread: sends requests, matches the answers, ends the thread in peace.
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { QueryResult } from '../../../cypher/result.ts';
import { AppError } from '../../../domain/errors.ts';
import {
  STOP_PLACES,
  stopPlace,
  type GraphAnswer,
  type GraphReply,
  type GraphRequestKind,
  type GraphRequests,
  type GraphThreadOptions,
  type GraphThreadStart,
} from './graph-protocol.ts';

const GRAPH_SHARE = 0.75;
/**
 * A collection of young objects looks at every page of the old ones: tens of milliseconds beside a gigabyte of graph, though it finds
 * little to keep. With eight times the usual room a busy thread has one in some seconds, not some in a second.
 */
const YOUNG_MEGABYTES = 384;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

interface Outgoing {
  readonly kind: GraphRequestKind;
  readonly ticket: number;
}

export class GraphThread {
  private readonly worker: Worker;
  private readonly stops = new Int32Array(new SharedArrayBuffer(STOP_PLACES * Int32Array.BYTES_PER_ELEMENT));
  private readonly waiting = new Map<number, Waiting>();
  /**
   * Asked since the thread was last given something: they travel together, when it is done with that, since waking it costs as much as
   * a look-up. Sent one by one, seven tenths of the load that it bears would take all of its time.
   */
  private outgoing: Outgoing[] = [];
  /** Sent and not yet answered. */
  private inHand = 0;
  private readonly exited: Promise<void>;
  private nextTicket = 0;
  private closing = false;
  private lost: Error | undefined;

  constructor(options: GraphThreadOptions) {
    this.worker = startWorker({ ...options, stops: this.stops });
    this.worker.unref(); // an idle graph does not keep a program alive
    this.worker.on('message', (replies: readonly GraphReply[]) => {
      this.inHand -= replies.length;
      this.send();
      for (const reply of replies) this.receive(reply);
    });
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
    if (this.waiting.size === 0) this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(ticket, { resolve, reject });
      this.outgoing.push({ kind, ticket, ...content });
      if (this.outgoing.length === 1) setImmediate(() => this.send());
    });
  }

  /** @param signal stops the query */
  async read(question: Omit<GraphRequests['read'], 'answer'>, signal: AbortSignal | undefined): Promise<QueryResult> {
    const place = stopPlace(this.nextTicket);
    const stop = (): void => void Atomics.store(this.stops, place, 1);
    Atomics.store(this.stops, place, 0);
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop);
    try {
      return await this.ask('read', question);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Stops the queries that run; ending the thread inside SQLite would end the process. */
  async close(save: boolean): Promise<void> {
    for (const ticket of this.waiting.keys()) Atomics.store(this.stops, stopPlace(ticket), 1);
    this.closing = true;
    if (this.lost === undefined) await this.ask('close', { save });
    this.worker.ref(); // a program that only waits for this end must not stop before it
    await this.exited;
  }

  private send(): void {
    const requests = this.outgoing;
    if (this.inHand > 0 || requests.length === 0) return;
    this.outgoing = [];
    try {
      this.worker.postMessage(requests);
      this.inHand += requests.length;
    } catch {
      // One of them holds what no message can; the others are not to suffer for it.
      for (const request of requests) this.sendAlone(request);
    }
  }

  private sendAlone(request: Outgoing): void {
    try {
      this.worker.postMessage([request]);
      this.inHand += 1;
    } catch (error) {
      this.waiting.get(request.ticket)?.reject(error as Error);
      this.forget(request.ticket);
    }
  }

  private receive(reply: GraphReply): void {
    const waiting = this.waiting.get(reply.ticket);
    this.forget(reply.ticket);
    if ('answer' in reply) waiting?.resolve(reply.answer as never);
    else waiting?.reject(new AppError(reply.failure.code, reply.failure.message, { details: reply.failure.details }));
  }

  private forget(ticket: number): void {
    this.waiting.delete(ticket);
    if (this.waiting.size === 0 && !this.closing) this.worker.unref();
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

/**
 * After some idle seconds the engine would look for memory to give back: marking gigabytes in steps of a third of a second, it makes the
 * first questions after a rest wait for many seconds. The thread tidies up itself, once. Heaps that are there already are not touched.
 */
const leaveMemoryAlone = (): void => setFlagsFromString('--no-memory-reducer');

/** Built code starts its neighbour; from source, the thread first needs the loader that the main thread has. */
function startWorker(workerData: GraphThreadStart): Worker {
  leaveMemoryAlone();
  const resourceLimits = { maxOldGenerationSizeMb: graphMegabytes(), maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
  const options = { workerData, resourceLimits };
  if (import.meta.url.endsWith('.js')) return new Worker(new URL('./graph-worker.js', import.meta.url), options);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('./dist/esm/api/index.mjs', tsx).href;
  const entry = new URL('./graph-worker.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(code, { ...options, eval: true });
}

/** The engine's own limit may be a quarter of the machine; the graph of a large store is what the machine is for. */
const graphMegabytes = (): number => Math.floor((totalmem() * GRAPH_SHARE) / 2 ** 20);
