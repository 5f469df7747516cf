// A map whose keys are values, equal as grouping sees them; strings need no key to be made for them.
import { rowKey, valueKey } from './key.ts';
import type { Value } from './value.ts';

export class ValueMap<T> {
  private readonly strings = new Map<string, T>();
  private readonly others = new Map<unknown, T>();

  get size(): number {
    return this.strings.size + this.others.size;
  }
  get(key: Value): T | undefined {
    return typeof key === 'string' ? this.strings.get(key) : this.others.get(valueKey(key));
  }
  set(key: Value, held: T): void {
    if (typeof key === 'string') this.strings.set(key, held);
    else this.others.set(valueKey(key), held);
  }
  delete(key: Value): void {
    if (typeof key === 'string') this.strings.delete(key);
    else this.others.delete(valueKey(key));
  }
  *values(): Iterable<T> {
    yield* this.strings.values();
    yield* this.others.values();
  }
}

/** The same for rows of values; a row of one value is as cheap as the value. */
export class RowMap<T> {
  private readonly single = new ValueMap<T>();
  private readonly rows = new Map<unknown, T>();

  get size(): number {
    return this.single.size + this.rows.size;
  }
  get(row: readonly Value[]): T | undefined {
    return row.length === 1 ? this.single.get(row[0]!) : this.rows.get(rowKey(row));
  }
  set(row: readonly Value[], held: T): void {
    if (row.length === 1) this.single.set(row[0]!, held);
    else this.rows.set(rowKey(row), held);
  }
  *values(): Iterable<T> {
    yield* this.single.values();
    yield* this.rows.values();
  }
}
