// What a procedure is: a signature like a function's, and rows.
import type { QueryContext } from '../run/context.ts';
import type { Value } from '../values/value.ts';

export interface ProcedureParameter {
  readonly name: string;
  /** INTEGER, STRING, …, in the words of IS :: tests; ANY for all, NUMBER for integers and floats. */
  readonly type: string;
  readonly optional?: boolean;
}

export interface ProcedureDefinition {
  readonly name: string;
  readonly parameters: readonly ProcedureParameter[];
  readonly columns: readonly string[];
  readonly run: (args: readonly Value[], context: QueryContext) => Iterable<readonly Value[]>;
}
