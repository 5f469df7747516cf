// What all steps and expressions share while one query runs.
import type { PropertyGraph } from '../property-graph.ts';
import type { MapValue, Value } from '../values/value.ts';
import type { Budget } from './budget.ts';
import type { QueryEnvironment } from './limits.ts';

/**
 * One place for each variable. Steps hand the same array on and on and overwrite their own places: whoever keeps a row past
 * the next turn of the loop copies it.
 */
export type Row = Value[];
export type Evaluate = (row: Row, context: QueryContext) => Value;
export type Test = (row: Row, context: QueryContext) => boolean;

export interface QueryContext {
  readonly graph: PropertyGraph;
  readonly parameters: MapValue;
  readonly budget: Budget;
  readonly environment: QueryEnvironment;
  /** The query's one reading of the clock. */
  readonly nowMs: number;
  /** For PROFILE. */
  readonly profile?: StepWatch;
}

export interface StepWatch {
  watch(step: Step, rows: Iterable<Row>): Iterable<Row>;
}

/** One step of a plan: rows in, rows out. `start` is the row that the query or subquery began with. */
export interface Step {
  readonly operator: string;
  readonly details: string;
  readonly estimatedRows?: number;
  /** Plans that this step runs for each of its rows, shown below it. */
  readonly inner?: readonly Step[];
  /** Of a step whose rows may be counted instead of made. */
  readonly counted?: CountedRows;
  run(input: Iterable<Row>, context: QueryContext, start: Row): Iterable<Row>;
}

/** Where nobody looks at what a step adds to its rows, their number is enough. */
export interface CountedRows {
  /** The variables that the step adds; they are never null. */
  readonly names: readonly string[];
  /** The step that hands each row of its input on once, with the number in a place; a row with 0 is left out. */
  into(slot: number): Step;
}
