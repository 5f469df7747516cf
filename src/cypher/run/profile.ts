// EXPLAIN and PROFILE: the steps as rows, with what was measured.
import type { PlanStep } from '../result.ts';
import type { Row, Step, StepWatch } from './context.ts';

interface Measured {
  rows: number;
  timeMs: number;
}

/** The time of a step includes that of the steps before it, until it is taken off in the description. */
export class Profile implements StepWatch {
  private readonly measured = new Map<Step, Measured>();
  private readonly elapsedMs: () => number;

  constructor(elapsedMs: () => number) {
    this.elapsedMs = elapsedMs;
  }

  *watch(step: Step, rows: Iterable<Row>): Iterable<Row> {
    const measured = this.measured.get(step) ?? { rows: 0, timeMs: 0 };
    this.measured.set(step, measured);
    const source = rows[Symbol.iterator]();
    try {
      for (;;) {
        const before = this.elapsedMs();
        const next = source.next();
        measured.timeMs += this.elapsedMs() - before;
        if (next.done) return;
        measured.rows++;
        yield next.value;
      }
    } finally {
      source.return?.();
    }
  }

  of(step: Step): Measured | undefined {
    return this.measured.get(step);
  }
}

export function describePlan(steps: readonly Step[], profile: Profile | undefined, depth = 0): readonly PlanStep[] {
  let before = 0;
  return steps.flatMap((step) => {
    const measured = profile?.of(step);
    const timeMs = measured && Math.max(0, measured.timeMs - before);
    before = measured?.timeMs ?? before;
    return [
      {
        operator: step.operator,
        details: step.details,
        depth,
        ...(step.estimatedRows === undefined ? {} : { estimatedRows: Math.round(step.estimatedRows) }),
        ...(measured ? { rows: measured.rows, timeMs: timeMs! } : {}),
      },
      ...describePlan(step.inner ?? [], profile, depth + 1),
    ];
  });
}
