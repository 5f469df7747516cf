// Cuts an instant down to a unit: the first day of its quarter, the full hour.
import { argumentError } from '../errors.ts';
import type { MapValue } from '../values/value.ts';
import { civilDate, dayNumber, dayOfIsoWeek, dayOfWeek, isoWeek, NANOS_A_DAY, quarterStart } from './calendar.ts';
import { componentsOf, type Components, dateFrom, timeFrom } from './construct.ts';
import { Instant, type InstantKind, PARTS } from './instant.ts';
import { UTC, type Zone, zoneAt } from './zone.ts';

const yearsOf =
  (years: number) =>
  (day: number): number =>
    dayNumber(Math.floor(civilDate(day).year / years) * years, 1, 1);

const DATE_UNITS: ReadonlyMap<string, (day: number) => number> = new Map([
  ['millennium', yearsOf(1000)],
  ['century', yearsOf(100)],
  ['decade', yearsOf(10)],
  ['year', yearsOf(1)],
  ['weekyear', (day: number) => dayOfIsoWeek(isoWeek(day).weekYear, 1, 1)],
  ['quarter', (day: number) => quarterStart(civilDate(day))],
  ['month', (day: number) => day - civilDate(day).day + 1],
  ['week', (day: number) => day - dayOfWeek(day) + 1],
  ['day', (day: number) => day],
]);
/** In nanoseconds. */
const TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ['day', NANOS_A_DAY],
  ['hour', 3.6e12],
  ['minute', 6e10],
  ['second', 1e9],
  ['millisecond', 1e6],
  ['microsecond', 1e3],
]);

/** @throws CypherError */
export function truncate(kind: InstantKind, unit: string, from: Instant, fields: MapValue): Instant {
  const parts = PARTS[kind];
  const name = unit.toLowerCase();
  const cutDate = DATE_UNITS.get(name);
  const cutTime = TIME_UNITS.get(name);
  const fits = parts.date ? from.day !== null && (cutDate ?? (parts.time ? cutTime : undefined)) : cutTime;
  if (!fits || (parts.time && !parts.date && from.nano === null)) {
    throw argumentError(`A ${kind} cannot be truncated to '${unit}' from a ${from.kind}.`);
  }
  const components = componentsOf(fields);
  const day = parts.date ? truncatedDay(name, cutDate ? cutDate(from.day!) : from.day!, components) : null;
  const nano = parts.time ? truncatedNano(cutDate && name !== 'day' ? NANOS_A_DAY : cutTime!, from, components) : null;
  if (!parts.zone) return new Instant(kind, day, nano, null);
  const { localSeconds } = new Instant(kind, day, nano, null);
  return new Instant(kind, day, nano, zoneOf(from, fields.get('timezone'), localSeconds));
}

function truncatedDay(unit: string, day: number, components: Components): number {
  if (unit === 'week' || unit === 'weekyear') {
    const weekday = components.get('dayOfWeek');
    if (weekday !== undefined) return dayOfIsoWeek(isoWeek(day).weekYear, isoWeek(day).week, weekday);
  }
  return dateFrom(components, day);
}

function truncatedNano(unit: number, from: Instant, components: Components): number {
  const nano = from.nano ?? 0;
  const cut = nano - (nano % unit);
  // a finer part that is given is added to what the unit has kept
  const kept = unit < 1e9 ? cut % 1e9 : 0;
  const extra = ['millisecond', 'microsecond', 'nanosecond'].some((key) => components.has(key)) ? kept : 0;
  return timeFrom(components, cut) + extra;
}

function zoneOf(from: Instant, wanted: unknown, localSeconds: number): Zone {
  if (typeof wanted === 'string') return zoneAt(wanted, localSeconds);
  return from.zone?.name ? zoneAt(from.zone.name, localSeconds) : (from.zone ?? UTC);
}
