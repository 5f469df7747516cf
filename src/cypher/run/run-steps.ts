// Runs the steps of a plan one after the other; for PROFILE, with a watch on each.
import type { QueryContext, Row, Step } from './context.ts';

export function runSteps(
  steps: readonly Step[],
  input: Iterable<Row>,
  context: QueryContext,
  start: Row,
): Iterable<Row> {
  let rows = input;
  for (const step of steps) {
    rows = step.run(rows, context, start);
    if (context.profile) rows = context.profile.watch(step, rows);
  }
  return rows;
}
