// Sheds load before it queues: when too much is at work or the event loop lags, a request is refused at once and cheaply.
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface OverloadLimits {
  readonly maxInFlight: number;
  readonly maxLagMs: number;
}

const PROBES = new Set(['/healthz', '/readyz', '/metrics']);
const REFUSAL = JSON.stringify({
  type: 'urn:plenary:problem:StoreUnavailable',
  title: 'The service is overloaded',
  status: 503,
  detail: 'The service is overloaded; send the request again after the seconds of Retry-After.',
  code: 'StoreUnavailable',
  requestId: 'none',
});

/** How often the lag is measured; also how long one measurement counts. */
const MEASURE_EVERY_MS = 20;

/** Lag without so many requests at work is not theirs: the machine is busy with something else, and refusing helps nobody. */
const CROWD = 8;

export class Overload {
  readonly #limits: OverloadLimits;
  readonly #timer: NodeJS.Timeout;
  #inFlight = 0;
  #lagMs = 0;
  #tickAt = performance.now();
  #shed = 0;

  constructor(limits: OverloadLimits) {
    this.#limits = limits;
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.#lagMs = now - this.#tickAt - MEASURE_EVERY_MS;
      this.#tickAt = now;
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

  /** @returns false where the request was refused and answered */
  admit(request: IncomingMessage, response: ServerResponse): boolean {
    const isLate = this.#inFlight >= CROWD && this.lagMs > this.#limits.maxLagMs;
    const isFull = isLate || this.#inFlight >= this.#limits.maxInFlight;
    if (isFull && !PROBES.has(request.url ?? '')) {
      this.#refuse(response);
      return false;
    }
    this.#inFlight += 1;
    response.once('close', () => {
      this.#inFlight -= 1;
    });
    return true;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #refuse(response: ServerResponse): void {
    this.#shed += 1;
    response.writeHead(503, {
      'Content-Type': 'application/problem+json',
      'Content-Length': Buffer.byteLength(REFUSAL),
      'Retry-After': '1',
    });
    response.end(REFUSAL);
  }
}
