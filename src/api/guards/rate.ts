// How many requests a minute one caller may send: counted in fixed windows, said in the headers of the RateLimit draft.

export interface Allowance {
  readonly isOver: boolean;
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetSeconds: number;
}

const WINDOW_MS = 60_000;

export class RateLimit {
  readonly #perMinute: number;
  readonly #counts = new Map<string, number>();
  #endsAt = 0;

  /** @param perMinute 0 is no limit */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Undefined where there is no limit. */
  take(caller: string, nowMs: number): Allowance | undefined {
    if (this.#perMinute === 0) return undefined;
    if (nowMs >= this.#endsAt) {
      this.#counts.clear();
      this.#endsAt = nowMs + WINDOW_MS;
    }
    const count = (this.#counts.get(caller) ?? 0) + 1;
    this.#counts.set(caller, count);
    return {
      isOver: count > this.#perMinute,
      remaining: Math.max(0, this.#perMinute - count),
      resetSeconds: Math.max(1, Math.ceil((this.#endsAt - nowMs) / 1000)),
    };
  }

  headers({ remaining, resetSeconds }: Allowance): [string, string][] {
    return [
      ['RateLimit-Policy', `"minute"; q=${this.#perMinute}; w=${WINDOW_MS / 1000}`],
      ['RateLimit', `"minute"; r=${remaining}; t=${resetSeconds}`],
    ];
  }
}
