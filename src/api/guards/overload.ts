// Sheds load: when too much is at work or the event loop lags, a request waits a moment for a place, and is then refused cheaply.
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface OverloadLimits {
  readonly maxInFlight: number;
  readonly maxLagMs: number;
}

const PROBES = new Set(['/healthz', '/readyz', '/metrics']);
const REFUSAL = JSON.stringify({
  type: 'urn:plenary:problem:StoreUnavailable',
  title: 'The service is overloaded or stopping',
  status: 503,
  detail: 'The service is overloaded or stopping; send the request again after the seconds of Retry-After.',
  code: 'StoreUnavailable',
  requestId: 'none',
});

const REFUSAL_HEADERS = {
  'Content-Type': 'application/problem+json',
  'Content-Length': Buffer.byteLength(REFUSAL),
  'Retry-After': '1',
};

/** How often the lag is measured; also how long one measurement counts. */
const MEASURE_EVERY_MS = 20;

/** Lag without so many requests at work is not theirs: the machine is busy with something else, and refusing helps nobody. */
const CROWD = 8;

/** A burst is over by then; and who has to wait for a refusal sends no more meanwhile, which leaves time for those at work. */
const LONGEST_WAIT_MS = 100;
const MOST_WAITING = 1024;

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

interface Waiting {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly since: number;
}

export class Overload {
  readonly #limits: OverloadLimits;
  readonly #serve: Serve;
  readonly #timer: NodeJS.Timeout;
  readonly #waiting: Waiting[] = [];
  #inFlight = 0;
  #lagMs = 0;
  #tickAt = performance.now();
  #shed = 0;
  #isStopping = false;

  constructor(limits: OverloadLimits, serve: Serve) {
    this.#limits = limits;
    this.#serve = serve;
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.#lagMs = now - this.#tickAt - MEASURE_EVERY_MS;
      this.#tickAt = now;
      this.#letIn();
      this.#turnAway(now - LONGEST_WAIT_MS);
    }, MEASURE_EVERY_MS);
    this.#timer.unref();
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get shed(): number {
    return this.#shed;
  }

  /** The measured lag, or the present silence of the timer where that is longer. */
  get lagMs(): number {
    return Math.max(this.#lagMs, performance.now() - this.#tickAt - MEASURE_EVERY_MS);
  }

  /** Serves the request, now or when there is a place for it, or refuses it. */
  admit(request: IncomingMessage, response: ServerResponse): void {
    const isNext = this.#waiting.length === 0 && this.#hasPlace();
    if (isNext || PROBES.has(request.url ?? '')) this.#take(request, response);
    else if (this.#isStopping || this.#waiting.length >= MOST_WAITING) this.#refuse(response);
    else this.#waiting.push({ request, response, since: performance.now() });
  }

  /** What comes on connections that are still open is for whoever serves next. */
  refuseAll(): void {
    this.#isStopping = true;
    this.#turnAway(Infinity);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #hasPlace(): boolean {
    if (this.#isStopping || this.#inFlight >= this.#limits.maxInFlight) return false;
    return this.#inFlight < CROWD || this.lagMs <= this.#limits.maxLagMs;
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    this.#inFlight += 1;
    response.once('close', () => {
      this.#inFlight -= 1;
      this.#letIn();
    });
    this.#serve(request, response);
  }

  /** Who has hung up meanwhile needs no place. */
  #letIn(): void {
    while (this.#waiting.length > 0 && this.#hasPlace()) {
      const { request, response } = this.#waiting.shift()!;
      if (!response.destroyed) this.#take(request, response);
    }
  }

  #turnAway(cameBefore: number): void {
    while (this.#waiting.length > 0 && this.#waiting[0]!.since <= cameBefore)
      this.#refuse(this.#waiting.shift()!.response);
  }

  #refuse(response: ServerResponse): void {
    this.#shed += 1;
    response.writeHead(503, REFUSAL_HEADERS);
    response.end(REFUSAL);
  }
}
