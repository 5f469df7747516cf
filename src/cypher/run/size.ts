// Estimates what a value keeps alive, for the memory budget.
import { isList, isMap, PathValue, type Value } from '../values/value.ts';

export const BYTES_A_VALUE = 8;
const BYTES_AN_OBJECT = 32;

/** Entities belong to the graph: a row that holds one keeps a reference only. */
export function sizeOf(value: Value): number {
  if (typeof value === 'string') return BYTES_AN_OBJECT + 2 * value.length;
  if (typeof value !== 'object' || value === null) return BYTES_A_VALUE;
  if (isList(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), BYTES_AN_OBJECT);
  if (isMap(value)) {
    let sum = BYTES_AN_OBJECT;
    for (const [key, held] of value) sum += BYTES_AN_OBJECT + 2 * key.length + sizeOf(held);
    return sum;
  }
  if (value instanceof PathValue) return BYTES_AN_OBJECT + 2 * BYTES_A_VALUE * value.nodes.length;
  return BYTES_A_VALUE;
}

/** Sizes rows one after the other; a list or string that the row before held too is not counted again. */
export class RowMeter {
  private last: readonly Value[] = [];

  sizeOf(row: readonly Value[]): number {
    let sum = BYTES_AN_OBJECT;
    for (let at = 0; at < row.length; at++) {
      const value = row[at]!;
      sum += value === this.last[at] ? BYTES_A_VALUE : sizeOf(value);
    }
    this.last = row;
    return sum;
  }
}
