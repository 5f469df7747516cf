// What a property can hold.
import type { Temporal } from '../temporal/temporal.ts';

/**
 * A float that a JavaScript number would confuse with an integer: 1.0 is `new Float(1)`, while 1.5, NaN and the infinities
 * are plain numbers. An integer is a plain number inside ±(2^53−1) and a bigint outside.
 */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type NumberValue = number | bigint | Float;

/** Numbers as `Float` says; there is no null: a property without a value is not there. */
export type StoredValue = boolean | NumberValue | string | Temporal | readonly StoredValue[];
