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

/** A group is its row; the places of the aggregates hold the accumulators until the rows have all been read. */
type Group = (Value | Accumulator)[];

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
        for (const group of groups.values()) {
          context.budget.tick();
          for (const { slot } of aggregates) group[slot] = (group[slot] as Accumulator).result();
          yield group as Row;
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
  const values: Value[] = [];
  // rows of one group often follow each other: then the last group is the right one again
  let group: Group | undefined;
  for (const row of input) {
    budget.tick();
    for (let at = 0; at < keys.length; at++) values[at] = keys[at]!.evaluate(row, context);
    if (!group || !isOfGroup(group, keys, values)) group = groups.get(values);
    if (!group) {
      group = newGroup(aggregation, row, values, hold);
      groups.set(values, group);
    }
    for (let at = 0; at < aggregates.length; at++) {
      const aggregate = aggregates[at]!;
      feed(aggregate, group[aggregate.slot] as Accumulator, row, context);
    }
  }
  return groups;
}

/** NaN and values that are equal but not identical are looked up. */
function isOfGroup(group: Group, keys: Aggregation['keys'], values: readonly Value[]): boolean {
  for (let at = 0; at < keys.length; at++) if (group[keys[at]!.slot] !== values[at]) return false;
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
  const group: Group = [];
  let bytes = BYTES_A_GROUP + BYTES_A_VALUE * aggregates.length;
  for (const slot of outer) group[slot] = source[slot]!;
  for (let at = 0; at < keys.length; at++) {
    group[keys[at]!.slot] = values[at]!;
    bytes += sizeOf(values[at]!);
  }
  for (const { slot, start } of aggregates) group[slot] = start(hold);
  hold(bytes);
  return group;
}
