// Steps that need a line or two: filter, unwind, finish.
import type { Evaluate, Row, Step, Test } from '../run/context.ts';
import { isList } from '../values/value.ts';

export function filterStep(test: Test, details: string): Step {
  return {
    operator: 'Filter',
    details,
    *run(input, context) {
      for (const row of input) {
        context.budget.tick();
        if (test(row, context)) yield row;
      }
    },
  };
}

/** A null gives no row, what is no list gives one. */
export function unwindStep(list: Evaluate, slot: number, variable: string): Step {
  return {
    operator: 'Unwind',
    details: variable,
    *run(input, context) {
      const { budget } = context;
      for (const row of input) {
        const values = list(row, context);
        if (values === null) continue;
        const mark = budget.mark();
        for (const value of isList(values) ? values : [values]) {
          budget.tick();
          row[slot] = value;
          yield row;
          budget.release(mark);
        }
      }
    },
  };
}

/** Runs everything before it and answers nothing. */
export const FINISH_STEP: Step = {
  operator: 'Finish',
  details: '',
  run(input) {
    const rows = input[Symbol.iterator]();
    while (!rows.next().done);
    return [] as Row[];
  },
};

/** OPTIONAL: one row with nulls where the steps give none. */
export function optionalStep(
  run: (rows: Iterable<Row>, context: Parameters<Step['run']>[1]) => Iterable<Row>,
  slots: readonly number[],
  inner: readonly Step[],
): Step {
  return {
    operator: 'Optional',
    details: '',
    inner,
    *run(input, context) {
      for (const row of input) {
        let found = false;
        for (const each of run([row], context)) {
          found = true;
          yield each;
        }
        if (found) continue;
        for (const slot of slots) row[slot] = null;
        yield row;
      }
    },
  };
}
