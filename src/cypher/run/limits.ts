// What a query is given from outside: limits, a clock, dice.
import type { QueryLimits } from '../result.ts';

/** What a query may know of the world; injected, so that the library has no clock and no dice of its own. */
export interface QueryEnvironment {
  /** Milliseconds since 1970, read once a query: date() is the same everywhere in it. */
  readonly epochMs: () => number;
  /** A monotonic clock in milliseconds, for deadlines. */
  readonly elapsedMs: () => number;
  /** [0, 1) */
  readonly random: () => number;
}

export interface RunLimits extends Omit<QueryLimits, 'signal'> {
  /** What the query may keep alive at one time (estimated); 512 MB where nothing is said. */
  readonly maxMemoryBytes?: number;
  /** Over a SharedArrayBuffer: any value but 0 in its first place stops the query (a signal cannot reach a busy thread). */
  readonly cancelFlag?: Int32Array;
}
