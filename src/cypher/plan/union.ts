// UNION and UNION ALL.
import { syntaxError } from '../errors.ts';
import type { Step } from '../run/context.ts';
import { sizeOf } from '../run/size.ts';
import type { Value } from '../values/value.ts';
import { RowMap } from '../values/value-map.ts';
import type { Plan } from './plan.ts';

/** @param inSubquery whether the parts start from the outer query's row */
export function planUnion(plans: readonly Plan[], unionAll: readonly boolean[], inSubquery: boolean): Plan {
  const { columns } = plans[0]!;
  const isSame = (plan: Plan): boolean =>
    plan.columns.length === columns.length && plan.columns.every((column) => columns.includes(column));
  if (!plans.every(isSame)) {
    throw syntaxError('DifferentColumnsInUnion', 'All parts of a UNION need the same column names.');
  }
  if (unionAll.some((all) => all !== unionAll[0])) {
    throw syntaxError('InvalidClauseComposition', 'UNION and UNION ALL cannot be mixed.');
  }
  // columns are put together by name, whatever their order in each part
  const places = plans.map((plan) => columns.map((column) => plan.columns.indexOf(column)));
  const steps: readonly Step[] = plans.map((plan, at) => ({
    operator: at === 0 || unionAll[0] ? 'Union' : 'DistinctUnion',
    details: '',
    inner: plan.steps,
    run: (input) => input,
  }));
  const all: Plan['run'] = function* (row, context) {
    for (const [at, plan] of plans.entries()) {
      for (const values of plan.run(inSubquery ? row : [], context)) yield places[at]!.map((place) => values[place]!);
    }
  };
  return { columns, steps, run: unionAll[0] ? all : distinctRows(all) };
}

function distinctRows(run: Plan['run']): Plan['run'] {
  return function* (row, context) {
    const seen = new RowMap<true>();
    let held = 0;
    try {
      for (const values of run(row, context)) {
        if (seen.get(values)) continue;
        const bytes = values.reduce<number>((sum, value: Value) => sum + sizeOf(value), 50);
        held += bytes;
        context.budget.hold(bytes);
        seen.set(values, true);
        yield values;
      }
    } finally {
      context.budget.letGo(held);
    }
  };
}
