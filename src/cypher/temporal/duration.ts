// A length of time in three parts that do not convert into each other: months, days, and nanoseconds.
import { argumentError } from '../errors.ts';
import { fraction } from './format.ts';
import { Temporal } from './temporal.ts';

const NANOS = 1_000_000_000n;
const SECONDS_A_DAY = 86_400;
/** Of the mean Gregorian year, as Neo4j has it. */
const SECONDS_A_MONTH = 2_629_746;

export class Duration extends Temporal {
  readonly kind = 'Duration';
  readonly months: number;
  readonly days: number;
  readonly nanos: bigint;

  constructor(months: number, days: number, nanos: bigint) {
    super();
    if (!Number.isSafeInteger(months) || !Number.isSafeInteger(days) || BigInt.asIntN(96, nanos) !== nanos) {
      throw argumentError('The duration is too long.');
    }
    this.months = months;
    this.days = days;
    this.nanos = nanos;
  }

  /** Fractions of a part go into the next smaller one, in the order in which Neo4j computes them. */
  static approximate(months: number, days: number, seconds: number, nanos: number): Duration {
    const wholeMonths = Math.trunc(months);
    const monthRest = 1e9 * SECONDS_A_MONTH * months - 1e9 * SECONDS_A_MONTH * wholeMonths;
    const allDays = days + monthRest / (1e9 * SECONDS_A_DAY);
    const wholeDays = Math.trunc(allDays);
    const dayRest = 1e9 * SECONDS_A_DAY * allDays - 1e9 * SECONDS_A_DAY * wholeDays;
    const allSeconds = seconds + dayRest / 1e9;
    const wholeSeconds = Math.trunc(allSeconds);
    const allNanos = nanos + (1e9 * allSeconds - 1e9 * wholeSeconds);
    if (![wholeSeconds, allNanos].every(Number.isFinite)) throw argumentError('The duration is too long.');
    return new Duration(wholeMonths, wholeDays, BigInt(wholeSeconds) * NANOS + BigInt(Math.trunc(allNanos)));
  }

  plus(other: Duration, sign: 1 | -1 = 1): Duration {
    const nanos = this.nanos + BigInt(sign) * other.nanos;
    return new Duration(this.months + sign * other.months, this.days + sign * other.days, nanos);
  }

  times(factor: number): Duration {
    if (Number.isInteger(factor)) {
      return new Duration(this.months * factor, this.days * factor, this.nanos * BigInt(factor));
    }
    const seconds = this.nanos / NANOS;
    const rest = this.nanos - seconds * NANOS;
    return Duration.approximate(
      this.months * factor,
      this.days * factor,
      Number(seconds) * factor,
      Number(rest) * factor,
    );
  }

  sortKey(): bigint {
    return BigInt(this.months * SECONDS_A_MONTH + this.days * SECONDS_A_DAY) * NANOS + this.nanos;
  }

  toString(): string {
    const years = Math.trunc(this.months / 12);
    const hours = this.nanos / (3600n * NANOS);
    const minutes = (this.nanos / (60n * NANOS)) % 60n;
    const date = part(years, 'Y') + part(this.months % 12, 'M') + part(this.days, 'D');
    const time = part(Number(hours), 'H') + part(Number(minutes), 'M') + secondsPart(this.nanos % (60n * NANOS));
    if (date === '' && time === '') return 'PT0S';
    return `P${date}${time === '' ? '' : `T${time}`}`;
  }

  component(name: string): number | bigint | undefined {
    return COMPONENTS.get(name)?.(this);
  }
}

const part = (size: number, unit: string): string => (size === 0 ? '' : `${size}${unit}`);

function secondsPart(nanos: bigint): string {
  if (nanos === 0n) return '';
  const size = nanos < 0n ? -nanos : nanos;
  return `${nanos < 0n ? '-' : ''}${size / NANOS}${fraction(Number(size % NANOS))}S`;
}

const wholeSeconds = ({ nanos }: Duration): bigint => (nanos - below(nanos, NANOS)) / NANOS;
const subsecond = ({ nanos }: Duration): number => Number(below(nanos, NANOS));
/** The rest towards minus infinity. */
const below = (nanos: bigint, unit: bigint): bigint => ((nanos % unit) + unit) % unit;

const COMPONENTS: ReadonlyMap<string, (duration: Duration) => number | bigint> = new Map<
  string,
  (duration: Duration) => number | bigint
>([
  ['years', ({ months }) => Math.trunc(months / 12)],
  ['quarters', ({ months }) => Math.trunc(months / 3)],
  ['months', ({ months }) => months],
  ['weeks', ({ days }) => Math.trunc(days / 7)],
  ['days', ({ days }) => days],
  ['hours', (duration) => wholeSeconds(duration) / 3600n],
  ['minutes', (duration) => wholeSeconds(duration) / 60n],
  ['seconds', wholeSeconds],
  ['milliseconds', ({ nanos }) => (nanos - below(nanos, 1_000_000n)) / 1_000_000n],
  ['microseconds', ({ nanos }) => (nanos - below(nanos, 1000n)) / 1000n],
  ['nanoseconds', ({ nanos }) => nanos],
  ['quartersOfYear', ({ months }) => Math.trunc(months / 3) % 4],
  ['monthsOfQuarter', ({ months }) => months % 3],
  ['monthsOfYear', ({ months }) => months % 12],
  ['daysOfWeek', ({ days }) => days % 7],
  ['minutesOfHour', (duration) => (wholeSeconds(duration) / 60n) % 60n],
  ['secondsOfMinute', (duration) => wholeSeconds(duration) % 60n],
  ['millisecondsOfSecond', (duration) => Math.floor(subsecond(duration) / 1e6)],
  ['microsecondsOfSecond', (duration) => Math.floor(subsecond(duration) / 1e3)],
  ['nanosecondsOfSecond', subsecond],
]);
