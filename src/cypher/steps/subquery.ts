// CALL { } and procedures: rows for each row.
import type { ProcedureDefinition } from '../procedures/definition.ts';
import type { Evaluate, QueryContext, Row, Step, Test } from '../run/context.ts';
import { BYTES_A_VALUE } from '../run/size.ts';
import type { Value } from '../values/value.ts';

/** Runs a planned query from a row of the query around it. */
export type RunQuery = (row: Row, context: QueryContext) => Iterable<readonly Value[]>;

export interface SubqueryCall {
  readonly details: string;
  readonly inner: readonly Step[];
  readonly run: RunQuery;
  readonly slots: readonly number[];
  readonly optional: boolean;
  /** Without RETURN the rows go on as they are. */
  readonly isUnit: boolean;
}

export function subqueryStep({ details, inner, run, slots, optional, isUnit }: SubqueryCall): Step {
  return {
    operator: optional ? 'OptionalApply' : 'Apply',
    details,
    inner,
    *run(input, context) {
      for (const row of input) {
        context.budget.tick();
        let found = false;
        for (const values of run(row, context)) {
          found = true;
          if (isUnit) continue;
          for (const [at, slot] of slots.entries()) row[slot] = values[at]!;
          yield row;
        }
        if (!isUnit && (found || !optional)) continue;
        for (const slot of slots) row[slot] = null;
        yield row;
      }
    },
  };
}

export interface ProcedureCall {
  readonly procedure: ProcedureDefinition;
  readonly args: readonly Evaluate[];
  /** Which column goes where. */
  readonly yields: readonly { readonly column: number; readonly slot: number }[];
  readonly where: Test | undefined;
  readonly optional: boolean;
  readonly checkArgument: (value: Value, at: number) => Value;
}

export function procedureStep({ procedure, args, yields, where, optional, checkArgument }: ProcedureCall): Step {
  return {
    operator: 'ProcedureCall',
    details: procedure.name,
    *run(input, context) {
      const { budget } = context;
      for (const row of input) {
        const mark = budget.mark();
        const values = args.map((argument, at) => checkArgument(argument(row, context), at));
        let found = false;
        for (const answer of procedure.run(values, context)) {
          budget.allocate(BYTES_A_VALUE * answer.length);
          for (const { column, slot } of yields) row[slot] = answer[column]!;
          if (where && !where(row, context)) continue;
          found = true;
          yield row;
          budget.release(mark);
        }
        // a procedure without columns does its work and lets the row go on
        if (found || (!optional && procedure.columns.length > 0)) continue;
        for (const { slot } of yields) row[slot] = null;
        yield row;
      }
    },
  };
}
