// A planned query: its columns, its steps, and how to run it from a row.
import type { QueryContext, Row, Step } from '../run/context.ts';
import type { Value } from '../values/value.ts';

export interface Plan {
  readonly columns: readonly string[];
  readonly steps: readonly Step[];
  readonly run: (row: Row, context: QueryContext) => Iterable<readonly Value[]>;
}
