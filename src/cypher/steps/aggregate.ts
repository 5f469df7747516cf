// Grouping and aggregation in one pass over the rows.
import type { Accumulator } from '../functions/aggregates.ts';
import type { Evaluate, QueryContext, Row, Step } from '../run/context.ts';
import { BYTES_A_VALUE, sizeOf } from '../run/size.ts';
import type { Value } from '../values/value.ts';
import { RowMap } from '../values/value-map.ts';

export interface PlannedAggregate {
  readonly slot: number;
  readonly start: (hold: (bytes: number) => void) => Accumulator;
  /** Absent for count(*). */
  readonly input: Evaluate | undefined;
  /** The percentile of percentileCont(). */
  readonly second: Evaluate | undefined;
}

export interface Aggregation {
  readonly details: string;
  readonly keys: readonly { readonly evaluate: Evaluate; readonly slot: number }[];
  readonly aggregates: readonly PlannedAggregate[];
  /** Places of the outer query's variables, which stay visible. */
  readonly outer: readonly number[];
}

interface Group {
  readonly row: Row;
  readonly accumulators: readonly Accumulator[];
}

/** A group's map entry, row and accumulators. */
const BYTES_A_GROUP = 200;

export function aggregateStep(aggregation: Aggregation): Step {
  const { keys, aggregates } = aggregation;
  return {
    operator: keys.length === 0 ? 'Aggregation' : 'GroupedAggregation',
    details: aggregation.details,
    *run(input, context, start) {
      let held = 0;
      const hold = (bytes: number): void => {
        held += bytes;
        context.budget.hold(bytes);
      };
      try {
        const groups = collectGroups(aggregation, input, context, hold);
        // an aggregation over no rows is one row, unless there are keys
        if (groups.size === 0 && keys.length === 0) groups.set([], newGroup(aggregation, start, [], hold));
        for (const { row, accumulators } of groups.values()) {
          context.budget.tick();
          for (const [at, { slot }] of aggregates.entries()) row[slot] = accumulators[at]!.result();
          yield row;
        }
      } finally {
        context.budget.letGo(held);
      }
    },
  };
}

function collectGroups(
  aggregation: Aggregation,
  input: Iterable<Row>,
  context: QueryContext,
  hold: (bytes: number) => void,
): RowMap<Group> {
  const { keys, aggregates } = aggregation;
  const { budget } = context;
  const groups = new RowMap<Group>();
  // rows of one group often follow each other: then the last group is the right one again
  let group: Group | undefined;
  let last: Value[] = [];
  const values: Value[] = [];
  for (const row of input) {
    budget.tick();
    for (let at = 0; at < keys.length; at++) values[at] = keys[at]!.evaluate(row, context);
    if (!group || !isIdentical(values, last)) {
      last = [...values];
      group = groups.get(last);
    }
    if (!group) {
      group = newGroup(aggregation, row, last, hold);
      groups.set(last, group);
    }
    for (let at = 0; at < aggregates.length; at++) {
      feed(aggregates[at]!, group.accumulators[at]!, row, context);
    }
  }
  return groups;
}

/** NaN and values that are equal but not identical are looked up. */
function isIdentical(left: readonly Value[], right: readonly Value[]): boolean {
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}

function feed({ input, second }: PlannedAggregate, accumulator: Accumulator, row: Row, context: QueryContext): void {
  if (!input) {
    accumulator.add(true, null);
    return;
  }
  const value = input(row, context);
  if (value !== null) accumulator.add(value, second ? second(row, context) : null);
}

function newGroup(
  { keys, aggregates, outer }: Aggregation,
  source: Row,
  values: readonly Value[],
  hold: (bytes: number) => void,
): Group {
  hold(values.reduce<number>((sum, value) => sum + sizeOf(value), BYTES_A_GROUP + BYTES_A_VALUE * aggregates.length));
  const row: Row = [];
  for (const slot of outer) row[slot] = source[slot]!;
  for (const [at, { slot }] of keys.entries()) row[slot] = values[at]!;
  return { row, accumulators: aggregates.map((aggregate) => aggregate.start(hold)) };
}
