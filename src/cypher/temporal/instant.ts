// A point in time: a date, a time of day, or both, with or without a zone.
import {
  addMonths,
  checkedYear,
  civilDate,
  dayOfWeek,
  dayOfYear,
  floorDivide,
  floorModulo,
  isoWeek,
  NANOS_A_DAY,
  NANOS_A_SECOND,
  quarterOf,
  quarterStart,
  SECONDS_A_DAY,
} from './calendar.ts';
import type { Duration } from './duration.ts';
import { formatDate, formatOffset, formatTime } from './format.ts';
import { Temporal } from './temporal.ts';
import { offsetAtInstant, UTC, type Zone, zoneAt } from './zone.ts';

export type InstantKind = 'Date' | 'LocalTime' | 'Time' | 'LocalDateTime' | 'DateTime';

/** Which parts the kinds have. */
export const PARTS: Readonly<Record<InstantKind, { date: boolean; time: boolean; zone: boolean }>> = {
  Date: { date: true, time: false, zone: false },
  LocalTime: { date: false, time: true, zone: false },
  Time: { date: false, time: true, zone: true },
  LocalDateTime: { date: true, time: true, zone: false },
  DateTime: { date: true, time: true, zone: true },
};

export class Instant extends Temporal {
  readonly kind: InstantKind;
  /** Days since 1970-01-01; null for a time of day. */
  readonly day: number | null;
  /** Nanoseconds since midnight; null for a date. */
  readonly nano: number | null;
  readonly zone: Zone | null;

  constructor(kind: InstantKind, day: number | null, nano: number | null, zone: Zone | null) {
    super();
    this.kind = kind;
    this.day = day;
    this.nano = nano;
    // a time without a date has no region: whether it is summer there is unknown
    this.zone = zone && kind === 'Time' ? { name: null, offset: zone.offset } : zone;
  }

  /** Nanoseconds since 1970 in UTC. */
  static atEpoch(nanos: bigint): Instant {
    const dayNanos = BigInt(NANOS_A_DAY);
    const nano = ((nanos % dayNanos) + dayNanos) % dayNanos;
    return new Instant('DateTime', checkedYear(Number((nanos - nano) / dayNanos)), Number(nano), UTC);
  }

  toString(): string {
    const date = this.day === null ? '' : formatDate(this.day);
    const time = this.nano === null ? '' : formatTime(this.nano);
    const region = this.zone?.name === undefined || this.zone.name === null ? '' : `[${this.zone.name}]`;
    const zone = this.zone ? formatOffset(this.zone.offset) + region : '';
    return `${date}${date !== '' && time !== '' ? 'T' : ''}${time}${zone}`;
  }

  sortKey(): bigint {
    const offset = BigInt(this.zone?.offset ?? 0) * BigInt(NANOS_A_SECOND);
    return BigInt(this.day ?? 0) * BigInt(NANOS_A_DAY) + BigInt(this.nano ?? 0) - offset;
  }

  /** The seconds of its own clock since 1970. */
  get localSeconds(): number {
    return (this.day ?? 0) * SECONDS_A_DAY + Math.floor((this.nano ?? 0) / NANOS_A_SECOND);
  }

  private get epochMillis(): number {
    return Number(floorOf(this.sortKey(), 1_000_000n));
  }

  plus(duration: Duration, sign: 1 | -1): Instant {
    const nanos = BigInt(sign) * duration.nanos;
    const dayNanos = BigInt(NANOS_A_DAY);
    const moved = this.day === null ? null : addMonths(this.day, sign * duration.months) + sign * duration.days;
    if (this.nano === null) {
      return new Instant(this.kind, checkedYear(moved! + Number(nanos / dayNanos)), null, null);
    }
    // months and days move the calendar, hours the time line: they differ where the clock is changed in between
    const from = moved === this.day ? this : this.withClock(moved, this.nano);
    const sum = BigInt(from.nano!) + nanos;
    const nano = ((sum % dayNanos) + dayNanos) % dayNanos;
    const day = from.day === null ? null : checkedYear(from.day + Number((sum - nano) / dayNanos));
    const clock = new Instant(this.kind, day, Number(nano), from.zone);
    return nanos !== 0n && from.zone?.name ? clock.inZone(from.zone.name) : clock;
  }

  /** Another clock reading of the same kind in the same zone. */
  withClock(day: number | null, nano: number): Instant {
    if (!this.zone?.name) return new Instant(this.kind, day, nano, this.zone);
    return inRegion(new Instant(this.kind, day, nano, null), this.zone.name);
  }

  /** The same moment on the clocks of another zone. */
  inZone(text: string): Instant {
    const epochSeconds = this.localSeconds - this.zone!.offset;
    const fixed = zoneAt(text, epochSeconds);
    const offset = fixed.name === null ? fixed.offset : offsetAtInstant(fixed.name, epochSeconds);
    const nanos = this.nano! + (offset - this.zone!.offset) * NANOS_A_SECOND;
    const day = this.day === null ? null : this.day + floorDivide(nanos, NANOS_A_DAY);
    return new Instant(this.kind, day, floorModulo(nanos, NANOS_A_DAY), { name: fixed.name, offset });
  }

  component(name: string): string | number | bigint | undefined {
    const found = this.day === null ? undefined : DATE_COMPONENTS.get(name)?.(this.day);
    if (found !== undefined) return found;
    const time = this.nano === null ? undefined : TIME_COMPONENTS.get(name)?.(this.nano);
    if (time !== undefined) return time;
    return this.zone ? this.zoneComponent(name, this.zone) : undefined;
  }

  private zoneComponent(name: string, zone: Zone): string | number | bigint | undefined {
    switch (name) {
      case 'timezone':
        return zone.name ?? formatOffset(zone.offset);
      case 'offset':
        return formatOffset(zone.offset);
      case 'offsetMinutes':
        return Math.trunc(zone.offset / 60);
      case 'offsetSeconds':
        return zone.offset;
      case 'epochSeconds':
        return this.day === null ? undefined : Math.trunc(this.epochMillis / 1000);
      case 'epochMillis':
        return this.day === null ? undefined : this.epochMillis;
      default:
        return undefined;
    }
  }
}

/** A clock reading in a zone; one that the clock leaves out in spring moves on by what is left out. */
export function inRegion(bare: Instant, zone: string): Instant {
  const read = new Instant(bare.kind, bare.day, bare.nano, zoneAt(zone, bare.localSeconds));
  return read.zone!.name === null || read.kind === 'Time' ? read : read.inZone(zone);
}

const floorOf = (value: bigint, unit: bigint): bigint => (value - (((value % unit) + unit) % unit)) / unit;

const DATE_COMPONENTS: ReadonlyMap<string, (day: number) => number> = new Map([
  ['year', (day: number) => civilDate(day).year],
  ['quarter', (day: number) => quarterOf(civilDate(day).month)],
  ['month', (day: number) => civilDate(day).month],
  ['week', (day: number) => isoWeek(day).week],
  ['weekYear', (day: number) => isoWeek(day).weekYear],
  ['dayOfQuarter', (day: number) => day - quarterStart(civilDate(day)) + 1],
  ['quarterDay', (day: number) => day - quarterStart(civilDate(day)) + 1],
  ['day', (day: number) => civilDate(day).day],
  ['ordinalDay', dayOfYear],
  ['dayOfWeek', dayOfWeek],
  ['weekDay', dayOfWeek],
]);

const TIME_COMPONENTS: ReadonlyMap<string, (nano: number) => number> = new Map([
  ['hour', (nano: number) => Math.floor(nano / (3600 * NANOS_A_SECOND))],
  ['minute', (nano: number) => Math.floor(nano / (60 * NANOS_A_SECOND)) % 60],
  ['second', (nano: number) => Math.floor(nano / NANOS_A_SECOND) % 60],
  ['millisecond', (nano: number) => Math.floor((nano % NANOS_A_SECOND) / 1e6)],
  ['microsecond', (nano: number) => Math.floor((nano % NANOS_A_SECOND) / 1e3)],
  ['nanosecond', (nano: number) => nano % NANOS_A_SECOND],
]);
