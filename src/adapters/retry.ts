// The one place that tries again: only what says of itself that it is retriable, with growing pauses and injected time.
import { AppError } from '../domain/errors.ts';

export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly firstDelayMs: number;
  /** Each pause is this many times the one before. */
  readonly factor: number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 4,
  firstDelayMs: 500,
  factor: 2,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Runs `attempt` until it succeeds, fails for good, or the attempts are used up; then the last error is thrown. */
export async function retrying<T>(attempt: () => Promise<T>, policy: RetryPolicy = DEFAULT_RETRY): Promise<T> {
  let delayMs = policy.firstDelayMs;
  for (let left = policy.attempts - 1; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left <= 0 || !(error instanceof AppError) || !error.retriable) throw error;
      await policy.sleep(delayMs);
      delayMs *= policy.factor;
    }
  }
}
