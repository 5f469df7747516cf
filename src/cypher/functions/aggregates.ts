// Aggregating functions: one accumulator a group, fed one value a row.
import { argumentError, typeError } from '../errors.ts';
import { Duration } from '../temporal/duration.ts';
import { sizeOf } from '../run/size.ts';
import { float, integer, isNumber, toDouble } from '../values/number.ts';
import { compareTotally } from '../values/order.ts';
import { valueKey } from '../values/key.ts';
import { typeName } from '../values/type-name.ts';
import type { NumberValue, Value } from '../values/value.ts';

/** Nulls are left out before `add`. `held` counts the bytes to give back when the group goes. */
export interface Accumulator {
  add(value: Value, second: Value): void;
  result(): Value;
}

export interface AggregateDefinition {
  readonly signature: string;
  readonly arguments: 1 | 2;
  /** `hold` charges what the accumulator keeps. */
  readonly start: (hold: (bytes: number) => void) => Accumulator;
}

/** A number that grows past 2^53 without loss: a plain sum, and what did not fit. */
class Sum implements Accumulator {
  count = 0;
  private small = 0;
  private large = 0n;
  private fractions = 0;
  private hasFloat = false;
  private duration: Duration | undefined;
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  add(value: Value): void {
    this.count++;
    if (typeof value === 'number' && Number.isInteger(value)) {
      const next = this.small + value;
      if (Number.isSafeInteger(next)) this.small = next;
      else this.large += BigInt(value);
    } else if (typeof value === 'bigint') this.large += value;
    else if (isNumber(value)) {
      this.hasFloat = true;
      this.fractions += toDouble(value);
    } else if (value instanceof Duration) this.duration = this.duration ? this.duration.plus(value) : value;
    else throw typeError(`${this.name}() takes numbers or durations, not a ${typeName(value)}.`);
  }

  result(): Value {
    if (this.duration) return this.duration;
    if (this.hasFloat) return float(this.fractions + this.small + Number(this.large));
    if (this.large === 0n) return this.small;
    const sum = this.large + BigInt(this.small);
    return BigInt.asIntN(64, sum) === sum ? integer(sum) : float(Number(sum)); // as in Neo4j: only + overflows
  }
}

/** Adds up numbers of rows, which are small: where a step before has counted them. */
export class Tally implements Accumulator {
  private rows = 0;
  add(value: Value): void {
    this.rows += value as number;
  }
  result(): Value {
    return this.rows;
  }
}

/** A moving mean, as Neo4j has it, so that the last digits are the same. */
function average(): Accumulator {
  const durations = new Sum('avg');
  let count = 0;
  let mean = 0;
  return {
    add(value) {
      count++;
      if (isNumber(value)) mean += (toDouble(value) - mean) / count;
      else durations.add(value);
    },
    result() {
      if (count === 0) return null;
      return durations.count > 0 ? (durations.result() as Duration).times(1 / count) : float(mean);
    },
  };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: Value = null;
  return {
    add(value) {
      if (best === null || compareTotally(value, best) * sign > 0) best = value;
    },
    result: () => best,
  };
}

/** A class, because a grouping makes one for each of its groups. */
class Count implements Accumulator {
  private rows = 0;
  add(): void {
    this.rows++;
  }
  result(): Value {
    return this.rows;
  }
}

function collect(hold: (bytes: number) => void): Accumulator {
  const values: Value[] = [];
  return {
    add(value) {
      hold(sizeOf(value));
      values.push(value);
    },
    result: () => values,
  };
}

function deviation(name: string, ofPopulation: boolean): Accumulator {
  let seen = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      const number = numberOr(name, value);
      seen++;
      const distance = number - mean;
      mean += distance / seen;
      squares += distance * (number - mean);
    },
    result() {
      if (seen === 0) return null;
      return float(seen === 1 ? 0 : Math.sqrt(squares / (ofPopulation ? seen : seen - 1)));
    },
  };
}

function percentile(name: string, pick: (sorted: readonly NumberValue[], share: number) => Value) {
  return (hold: (bytes: number) => void): Accumulator => {
    const values: NumberValue[] = [];
    let share = 0;
    return {
      add(value, second) {
        hold(sizeOf(value));
        numberOr(name, value);
        values.push(value as NumberValue);
        share = numberOr(name, second);
        if (!(share >= 0 && share <= 1)) throw argumentError(`${name}() needs a percentile between 0 and 1.`);
      },
      result: () => (values.length === 0 ? null : pick(values.sort(compareTotally), share)),
    };
  };
}

const discrete = (sorted: readonly NumberValue[], share: number): Value =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;

function continuous(sorted: readonly NumberValue[], share: number): Value {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  // a value that is met exactly stays what it is, an integer too
  if (place === below) return sorted[below]!;
  const low = toDouble(sorted[below]!);
  const high = toDouble(sorted[below + 1]!);
  return float(low * (below + 1 - place) + high * (place - below));
}

function numberOr(name: string, value: Value): number {
  if (isNumber(value)) return toDouble(value);
  throw typeError(`${name}() takes numbers, not a ${typeName(value)}.`);
}

const ENTRIES: readonly AggregateDefinition[] = [
  { signature: 'count(input :: ANY) :: INTEGER', arguments: 1, start: () => new Count() },
  { signature: 'collect(input :: ANY) :: LIST', arguments: 1, start: collect },
  { signature: 'sum(input :: NUMBER | DURATION) :: ANY', arguments: 1, start: () => new Sum('sum') },
  { signature: 'avg(input :: NUMBER | DURATION) :: ANY', arguments: 1, start: average },
  { signature: 'min(input :: ANY) :: ANY', arguments: 1, start: () => extreme(-1) },
  { signature: 'max(input :: ANY) :: ANY', arguments: 1, start: () => extreme(1) },
  { signature: 'stDev(input :: FLOAT) :: FLOAT', arguments: 1, start: () => deviation('stDev', false) },
  { signature: 'stDevP(input :: FLOAT) :: FLOAT', arguments: 1, start: () => deviation('stDevP', true) },
  {
    signature: 'percentileDisc(input :: NUMBER, percentile :: FLOAT) :: NUMBER',
    arguments: 2,
    start: percentile('percentileDisc', discrete),
  },
  {
    signature: 'percentileCont(input :: NUMBER, percentile :: FLOAT) :: NUMBER',
    arguments: 2,
    start: percentile('percentileCont', continuous),
  },
];

const TABLE: ReadonlyMap<string, AggregateDefinition> = new Map(
  ENTRIES.map((entry) => [entry.signature.split('(')[0]!.toLowerCase(), entry]),
);

export const findAggregate = (name: string): AggregateDefinition | undefined => TABLE.get(name.toLowerCase());

/** DISTINCT before any aggregate. A class, with a list for the first few values: a grouping makes one for each of its groups. */
class Distinct implements Accumulator {
  private readonly inner: Accumulator;
  private readonly hold: (bytes: number) => void;
  private readonly few: unknown[] = [];
  private many: Set<unknown> | undefined;

  constructor(inner: Accumulator, hold: (bytes: number) => void) {
    this.inner = inner;
    this.hold = hold;
  }

  add(value: Value, second: Value): void {
    const key = valueKey(value);
    if (this.many ? this.many.has(key) : this.few.includes(key)) return;
    this.hold(sizeOf(value));
    if (this.many) this.many.add(key);
    else if (this.few.push(key) > FEW) this.many = new Set(this.few);
    this.inner.add(value, second);
  }

  result(): Value {
    return this.inner.result();
  }
}
const FEW = 8;

export const distinct = (inner: Accumulator, hold: (bytes: number) => void): Accumulator => new Distinct(inner, hold);
