// The duration from one instant to another.
import { addMonths, floorDivide, floorModulo, monthsBetween, NANOS_A_DAY, NANOS_A_SECOND } from './calendar.ts';
import { Duration } from './duration.ts';
import { Instant } from './instant.ts';
import { zoneAt } from './zone.ts';

export type DurationPart = 'all' | 'months' | 'days' | 'seconds';

interface Moment {
  readonly day: number;
  readonly nano: number;
}

export function between(from: Instant, to: Instant, part: DurationPart): Duration {
  const [start, end] = sameZone(from, to);
  if (start.day === null || end.day === null) {
    return part === 'months' || part === 'days'
      ? new Duration(0, 0, 0n)
      : new Duration(0, 0, clockDifference(start, end));
  }
  const first = { day: start.day, nano: start.nano ?? 0 };
  const last = seenFrom(start, end);
  if (part === 'seconds') return new Duration(0, 0, elapsed(start, first, end, last));
  if (part === 'days') return new Duration(0, wholeDays(first, last), 0n);
  const months = wholeMonths(first, last);
  if (part === 'months') return new Duration(months, 0, 0n);
  const middle = { day: addMonths(first.day, months), nano: first.nano };
  const days = wholeDays(middle, last);
  return new Duration(months, days, elapsed(start, { day: middle.day + days, nano: middle.nano }, end, last));
}

/** Between two clock readings; in a region, where the clock may have been changed, between their moments. */
function elapsed(start: Instant, from: Moment, end: Instant, to: Moment): bigint {
  if (!start.zone?.name || !end.zone) return nanosFrom(from, to);
  return end.sortKey() - start.withClock(from.day, from.nano).sortKey();
}

/** A value without a zone is read in the region of the other. */
function sameZone(from: Instant, to: Instant): readonly [Instant, Instant] {
  const region = from.zone?.name ?? to.zone?.name;
  if (!region || (from.zone && to.zone)) return [from, to];
  const dated = from.zone ? from : to;
  const read = (value: Instant): Instant => {
    if (value.zone) return value;
    const bare = new Instant('DateTime', value.day ?? dated.day, value.nano ?? 0, null);
    return new Instant('DateTime', bare.day, bare.nano, zoneAt(region, bare.localSeconds));
  };
  return [read(from), read(to)];
}

/** `end` on the clock of `start`. */
function seenFrom(start: Instant, end: Instant): Moment {
  if (start.zone?.name && end.zone && end.day !== null && end.nano !== null) {
    const there = end.inZone(start.zone.name);
    return { day: there.day!, nano: there.nano! };
  }
  const shift = start.zone && end.zone ? (start.zone.offset - end.zone.offset) * NANOS_A_SECOND : 0;
  const nanos = (end.nano ?? 0) + shift;
  return { day: end.day! + floorDivide(nanos, NANOS_A_DAY), nano: floorModulo(nanos, NANOS_A_DAY) };
}

/** Of two times of day, or of a time and the time of a date. */
function clockDifference(start: Instant, end: Instant): bigint {
  const offset = start.zone && end.zone ? start.zone.offset - end.zone.offset : 0;
  return BigInt((end.nano ?? 0) - (start.nano ?? 0) + offset * NANOS_A_SECOND);
}

const nanosFrom = (from: Moment, to: Moment): bigint =>
  BigInt(to.day - from.day) * BigInt(NANOS_A_DAY) + BigInt(to.nano - from.nano);

const wholeDays = (from: Moment, to: Moment): number => Number(nanosFrom(from, to) / BigInt(NANOS_A_DAY));

/** A last day that is not full does not count. */
function wholeMonths(from: Moment, to: Moment): number {
  const forward = to.day > from.day && to.nano < from.nano ? -1 : 0;
  const backward = to.day < from.day && to.nano > from.nano ? 1 : 0;
  return monthsBetween(from.day, to.day + forward + backward);
}
