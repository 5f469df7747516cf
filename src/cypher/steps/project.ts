// Projection, DISTINCT, ORDER BY, SKIP and LIMIT.
import type { Evaluate, QueryContext, Row, Step } from '../run/context.ts';
import { RowMeter, sizeOf } from '../run/size.ts';
import { compareTotally } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import { RowMap } from '../values/value-map.ts';

export interface ProjectedItem {
  readonly evaluate: Evaluate;
  readonly slot: number;
}

/** Evaluates the items into places of the same row: ORDER BY and WHERE may still see the old variables. */
export function widenStep(items: readonly ProjectedItem[], details: string): Step {
  return {
    operator: 'Projection',
    details,
    *run(input, context) {
      for (const row of input) {
        const values = items.map(({ evaluate }) => evaluate(row, context));
        for (const [at, { slot }] of items.entries()) row[slot] = values[at]!;
        yield row;
      }
    },
  };
}

/** Makes new rows with the items and the outer query's variables only. */
export function narrowStep(items: readonly ProjectedItem[], outer: readonly number[], details: string): Step {
  return {
    operator: 'Projection',
    details,
    *run(input, context) {
      const { budget } = context;
      for (const row of input) {
        budget.tick();
        const narrow: Row = [];
        for (const slot of outer) narrow[slot] = row[slot]!;
        for (const { evaluate, slot } of items) narrow[slot] = evaluate(row, context);
        yield narrow;
      }
    },
  };
}

export function distinctStep(slots: readonly number[]): Step {
  return {
    operator: 'Distinct',
    details: '',
    *run(input, { budget }) {
      const seen = new RowMap<true>();
      let held = 0;
      try {
        for (const row of input) {
          budget.tick();
          const values = slots.map((slot) => row[slot]!);
          if (seen.get(values)) continue;
          const bytes = values.reduce<number>((sum, value) => sum + sizeOf(value), 50);
          held += bytes;
          budget.hold(bytes);
          seen.set(values, true);
          yield row;
        }
      } finally {
        budget.letGo(held);
      }
    },
  };
}

export interface SortOrder {
  readonly evaluate: Evaluate;
  readonly descending: boolean;
}

/** How many rows a query needs at most, known when it runs; undefined for all. */
export type RowCount = (context: QueryContext) => number | undefined;

interface SortedRow {
  readonly keys: readonly Value[];
  readonly row: Row;
}

/** With a LIMIT, only as many rows are kept as can come out. */
export function sortStep(orders: readonly SortOrder[], needed: RowCount, details: string): Step {
  return {
    operator: 'Sort',
    details,
    *run(input, context) {
      const kept = new SortBuffer(orders, needed(context), context);
      try {
        for (const row of input) kept.add(row);
        for (const { row } of kept.sorted()) yield row;
      } finally {
        kept.letGo();
      }
    },
  };
}

class SortBuffer {
  private rows: SortedRow[] = [];
  private held = 0;
  private readonly meter = new RowMeter();
  private readonly orders: readonly SortOrder[];
  private readonly limit: number;
  private readonly context: QueryContext;
  /** Of the rows that are kept, the last: what comes after it need not be looked at again. */
  private last: SortedRow | undefined;

  constructor(orders: readonly SortOrder[], limit: number | undefined, context: QueryContext) {
    this.orders = orders;
    this.limit = limit ?? Infinity;
    this.context = context;
  }

  add(shared: Row): void {
    if (this.last && !this.comesBefore(shared, this.last.keys)) {
      this.context.budget.tick();
      return;
    }
    const row = [...shared];
    const keys = this.orders.map(({ evaluate }) => evaluate(row, this.context));
    const bytes = this.meter.sizeOf(row) + this.meter.sizeOf(keys);
    this.held += bytes;
    this.context.budget.hold(bytes);
    this.rows.push({ keys, row });
    if (this.rows.length > 2 * this.limit + SPARE_ROWS) this.cut();
  }

  /** A key at a time: most rows are known to come after by their first. */
  private comesBefore(row: Row, keys: readonly Value[]): boolean {
    for (let at = 0; at < keys.length; at++) {
      const { evaluate, descending } = this.orders[at]!;
      const order = compareTotally(evaluate(row, this.context), keys[at]!);
      if (order !== 0) return descending ? order > 0 : order < 0;
    }
    return false;
  }

  private readonly compare = (left: SortedRow, right: SortedRow): number => {
    for (let at = 0; at < this.orders.length; at++) {
      const order = compareTotally(left.keys[at]!, right.keys[at]!);
      if (order !== 0) return this.orders[at]!.descending ? -order : order;
    }
    return 0;
  };

  /** Rows that a limit can never reach go. */
  private cut(): void {
    const before = this.rows.length;
    this.rows = this.rows.sort(this.compare).slice(0, this.limit);
    this.last = this.rows.at(-1);
    const share = (this.held * (before - this.rows.length)) / before;
    this.held -= share;
    this.context.budget.letGo(share);
  }

  sorted(): readonly SortedRow[] {
    return this.rows.sort(this.compare).slice(0, this.limit);
  }

  letGo(): void {
    this.context.budget.letGo(this.held);
  }
}
const SPARE_ROWS = 1000;

export function skipStep(count: RowCount): Step {
  return {
    operator: 'Skip',
    details: '',
    *run(input, context) {
      let left = count(context) ?? 0;
      for (const row of input) {
        if (left-- > 0) context.budget.tick();
        else yield row;
      }
    },
  };
}

/** Asks for no row after the last one. */
export function limitStep(count: RowCount): Step {
  return {
    operator: 'Limit',
    details: '',
    *run(input, context) {
      let left = count(context) ?? Infinity;
      if (left <= 0) return;
      for (const row of input) {
        yield row;
        if (--left <= 0) return;
      }
    },
  };
}
