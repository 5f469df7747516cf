// A clock and dice for tests: a fixed day, a real stopwatch, and the same random numbers every time.
import type { QueryEnvironment } from '../../../src/cypher/index.ts';

let state = 42;

export const ENVIRONMENT: QueryEnvironment = {
  epochMs: () => Date.UTC(2024, 1, 29, 12, 30, 15, 250),
  elapsedMs: () => performance.now(),
  random: () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  },
};
