// What a query may use: time, memory, and the patience of whoever started it. Every loop calls `tick`.
import type { QueryEnvironment, RunLimits } from './limits.ts';

export type StopReason = 'rows' | 'time' | 'size' | 'memory' | 'cancelled';

/** Not an error of the query: it ends here with the rows that it has. */
export class QueryStopped extends Error {
  readonly reason: StopReason;
  constructor(reason: StopReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Turns of a loop between two looks at the clock: about 20 µs. */
const TURNS = 256;
/** The same as time, rather too much than too little: what cannot be stopped once begun is weighed by it. */
const MS_A_TURN = 80e-6;
/** Less than this is done before anybody notices. */
const UNNOTICED_TURNS = 8_192;
const DEFAULT_MEMORY_BYTES = 512 * 1024 * 1024;

export class Budget {
  private turns = 0;
  private readonly deadline: number;
  private readonly limits: RunLimits;
  private readonly environment: QueryEnvironment;
  private readonly maxBytes: number;
  /** Bytes of values that live as long as the row they were made for. */
  private passing = 0;
  /** Bytes that a step holds over many rows: sorting, grouping, collecting. */
  private held = 0;

  constructor(limits: RunLimits, environment: QueryEnvironment) {
    this.limits = limits;
    this.environment = environment;
    this.deadline = limits.timeoutMs === undefined ? Infinity : environment.elapsedMs() + limits.timeoutMs;
    this.maxBytes = limits.maxMemoryBytes ?? DEFAULT_MEMORY_BYTES;
  }

  /** Once a turn of every loop. @throws QueryStopped */
  tick(): void {
    if (++this.turns % TURNS === 0) this.checkTime();
  }

  /** For work that counts as many turns at once. */
  work(turns: number): void {
    this.turns += turns;
    if (this.turns % TURNS < turns) this.checkTime();
  }

  /**
   * Before work that nothing can stop once it has begun, such as a search in one long text.
   * @param turns what it may take at worst
   * @throws QueryStopped where that would not end in time
   */
  claim(turns: number): void {
    this.tick();
    if (turns < UNNOTICED_TURNS) return;
    if (this.environment.elapsedMs() + turns * MS_A_TURN <= this.deadline) return;
    const limit = this.limits.timeoutMs ?? 0;
    throw new QueryStopped('time', `The query was stopped: its next step might not end within its ${limit} ms.`);
  }

  private checkTime(): void {
    const flag = this.limits.cancelFlag;
    if (flag && Atomics.load(flag, 0) !== 0) throw new QueryStopped('cancelled', 'The query was cancelled.');
    if (this.environment.elapsedMs() <= this.deadline) return;
    throw new QueryStopped('time', `The query was stopped after its ${this.limits.timeoutMs ?? 0} ms.`);
  }

  /** For a value made while a row is worked on; `release` to the mark taken before gives it back. */
  allocate(bytes: number): void {
    this.tick();
    this.passing += bytes;
    this.checkMemory();
  }

  mark(): number {
    return this.passing;
  }

  release(mark: number): void {
    this.passing = mark;
  }

  /** For what a step keeps; it gives back the same number when it ends. */
  hold(bytes: number): void {
    this.tick();
    this.held += bytes;
    this.checkMemory();
  }

  letGo(bytes: number): void {
    this.held -= bytes;
  }

  private checkMemory(): void {
    if (this.passing + this.held <= this.maxBytes) return;
    const megabytes = Math.round(this.maxBytes / 1024 / 1024);
    throw new QueryStopped('memory', `The query was stopped: it needs more than ${megabytes} MB at one time.`);
  }
}
