// Makes instants and durations from maps of components and from other instants.
import { argumentError, typeError } from '../errors.ts';
import { isInteger, isNumber, toDouble } from '../values/number.ts';
import { isMap, type MapValue, type Value } from '../values/value.ts';
import { checkedDay, civilDate, dayOfIsoWeek, dayOfWeek, isoWeek, NANOS_A_SECOND, quarterOf } from './calendar.ts';
import { Duration } from './duration.ts';
import { inRegion, Instant, type InstantKind, PARTS } from './instant.ts';
import { dayOfOrdinal, dayOfQuarter, nanoOfDay, parseDuration, parseInstant } from './parse.ts';
import { UTC, type Zone, zoneAt } from './zone.ts';

/** The components that a map gives, all of them checked to be numbers. */
export type Components = ReadonlyMap<string, number>;

const DATE_KEYS = ['year', 'quarter', 'month', 'week', 'dayOfQuarter', 'day', 'ordinalDay', 'dayOfWeek'];
const TIME_KEYS = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond'];

/** @throws CypherError */
export function makeInstant(kind: InstantKind, from: Value): Instant {
  if (typeof from === 'string') return parseInstant(kind, from);
  if (from instanceof Instant) return select(kind, new Map([[selectorOf(kind, from), from]]));
  if (isMap(from)) return select(kind, from);
  throw typeError(`A ${kind} is made from a string, a map or another temporal value.`);
}

/** Under which key of a map another instant would be given. */
function selectorOf(kind: InstantKind, from: Instant): string {
  const { date, time } = PARTS[kind];
  if (date && time) return from.nano === null ? 'date' : from.day === null ? 'time' : 'datetime';
  return date ? 'date' : 'time';
}

function select(kind: InstantKind, map: MapValue): Instant {
  const parts = PARTS[kind];
  const both = selected(map, 'datetime') ?? fromEpoch(map);
  const date = both ?? selected(map, 'date');
  const time = both ?? selected(map, 'time');
  if ((date && date.day === null) || (time && time.nano === null)) {
    throw argumentError(`The value that is given for a ${kind} lacks a part that it needs.`);
  }
  checkKeys(kind, map);
  const components = componentsOf(map);
  checkLarger(parts.date && !date ? (parts.time && !time ? DATE_CHAIN : []) : [], components, TIME_KEYS);
  checkLarger(parts.time && !time ? TIME_CHAIN : [], components, TIME_KEYS.slice(3));
  const day = parts.date ? dateFrom(components, date?.day ?? null) : null;
  const nano = parts.time ? timeFrom(components, time?.nano ?? null) : null;
  if (!parts.zone) return new Instant(kind, day, nano, null);
  return inZone(kind, day, nano!, time?.zone ?? null, map.get('timezone') ?? null);
}

/** { epochMillis } or { epochSeconds }, with what more the map says. */
function fromEpoch(map: MapValue): Instant | undefined {
  const millis = map.get('epochMillis') ?? null;
  const seconds = map.get('epochSeconds') ?? null;
  if (millis !== null && seconds !== null) throw argumentError('Give epochMillis or epochSeconds, not both.');
  const given = millis ?? seconds;
  if (given === null) return undefined;
  if (!isInteger(given)) throw argumentError('epochMillis and epochSeconds are given as an integer.');
  const nanos = BigInt(given) * (millis === null ? 1_000_000_000n : 1_000_000n);
  return Instant.atEpoch(nanos);
}

function inZone(kind: InstantKind, day: number | null, nano: number, given: Zone | null, wanted: Value): Instant {
  const { localSeconds } = new Instant(kind, day, nano, null);
  const own = given?.name ? zoneAt(given.name, localSeconds) : given;
  if (wanted === null) return new Instant(kind, day, nano, own ?? UTC);
  if (typeof wanted !== 'string') throw typeError('A timezone is given as a string.');
  // a value that has a zone keeps its moment; one that has none gets its clock read in the new zone
  if (own) return new Instant(kind, day, nano, own).inZone(wanted);
  return inRegion(new Instant(kind, day, nano, null), wanted);
}

function selected(map: MapValue, key: string): Instant | undefined {
  const value = map.get(key);
  if (value === undefined || value === null) return undefined;
  if (value instanceof Instant) return value;
  throw typeError(`${key} is given as a temporal value.`);
}

function checkKeys(kind: InstantKind, map: MapValue): void {
  const { date, time, zone } = PARTS[kind];
  const known = new Set([
    ...(date ? [...DATE_KEYS, 'date'] : []),
    ...(time ? [...TIME_KEYS, 'time'] : []),
    ...(date && time ? ['datetime', 'epochSeconds', 'epochMillis'] : []),
    ...(zone ? ['timezone'] : []),
  ]);
  for (const key of map.keys()) {
    if (!known.has(key)) throw argumentError(`A ${kind} has no component '${key}'.`);
  }
}

const DATE_CHAIN = ['month', 'day'];
const TIME_CHAIN = ['hour', 'minute', 'second'];
/** Other ways to name a day of a year. */
const DAY_KEYS = ['week', 'quarter', 'ordinalDay'];

/** Who gives a smaller part gives the larger ones of its chain too: no minute without its hour. */
function checkLarger(chain: readonly string[], components: Components, smaller: readonly string[]): void {
  if (chain === DATE_CHAIN && DAY_KEYS.some((key) => components.has(key))) return;
  let needed = smaller.some((key) => components.has(key));
  for (const key of chain.toReversed()) {
    if (needed && !components.has(key)) throw argumentError(`${key} must be given, since a smaller part is.`);
    needed ||= components.has(key);
  }
}

export function componentsOf(map: MapValue): Components {
  const components = new Map<string, number>();
  for (const key of [...DATE_KEYS, ...TIME_KEYS]) {
    const value = map.get(key);
    if (value === undefined || value === null) continue;
    if (!isInteger(value)) throw argumentError(`${key} is given as an integer.`);
    components.set(key, Number(value));
  }
  return components;
}

/** The day that the components name; what they do not say comes from `base`. */
export function dateFrom(components: Components, base: number | null): number {
  const get = (key: string): number | undefined => components.get(key);
  if (base === null && get('year') === undefined) throw argumentError('A date needs a year.');
  const civil = base === null ? undefined : civilDate(base);
  const week = get('week');
  if (week !== undefined) {
    const year = get('year') ?? isoWeek(base!).weekYear;
    return dayOfIsoWeek(year, week, get('dayOfWeek') ?? (base === null ? 1 : dayOfWeek(base)));
  }
  const year = get('year') ?? civil!.year;
  const ordinal = get('ordinalDay');
  if (ordinal !== undefined) return dayOfOrdinal(year, ordinal);
  if (get('quarter') !== undefined || get('dayOfQuarter') !== undefined) return quarterDate(components, year, base);
  const weekday = get('dayOfWeek');
  if (weekday !== undefined && base !== null) {
    const own = isoWeek(base);
    return dayOfIsoWeek(get('year') ?? own.weekYear, own.week, weekday);
  }
  if (get('day') !== undefined && get('month') === undefined && base === null) {
    throw argumentError('A date with a day needs a month.');
  }
  return checkedDay(year, get('month') ?? civil?.month ?? 1, get('day') ?? civil?.day ?? 1);
}

function quarterDate(components: Components, year: number, base: number | null): number {
  const civil = base === null ? undefined : civilDate(base);
  const quarter = components.get('quarter') ?? quarterOf(civil?.month ?? 1);
  const dayInQuarter = components.get('dayOfQuarter');
  if (dayInQuarter === undefined && civil) {
    const month = (quarter - 1) * 3 + ((civil.month - 1) % 3) + 1;
    return checkedDay(year, month, components.get('day') ?? civil.day);
  }
  return dayOfQuarter(year, quarter, dayInQuarter ?? 1);
}

export function timeFrom(components: Components, base: number | null): number {
  const part = (key: string, size: number, most: number): number =>
    components.get(key) ?? (base === null ? 0 : Math.floor(base / (size * NANOS_A_SECOND)) % most);
  const fraction = fractionFrom(components) ?? (base === null ? 0 : base % NANOS_A_SECOND);
  return nanoOfDay(part('hour', 3600, 24), part('minute', 60, 60), part('second', 1, 60), fraction);
}

/** Milliseconds, microseconds and nanoseconds add up; each is bounded by the next larger one that is given. */
function fractionFrom(components: Components): number | undefined {
  const milli = components.get('millisecond');
  const micro = components.get('microsecond');
  const nano = components.get('nanosecond');
  if (milli === undefined && micro === undefined && nano === undefined) return undefined;
  const most = [milli === undefined ? 999_999_999 : 999_999, micro === undefined ? Infinity : 999];
  if ((nano ?? 0) > Math.min(...most) || (micro ?? 0) > (milli === undefined ? 999_999 : 999)) {
    throw argumentError('A part of the second is too large.');
  }
  return (milli ?? 0) * 1e6 + (micro ?? 0) * 1e3 + (nano ?? 0);
}

const DURATION_KEYS: readonly string[] = [
  ...['years', 'quarters', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'],
  ...['milliseconds', 'microseconds', 'nanoseconds'],
];

/** @throws CypherError */
export function makeDuration(from: Value): Duration {
  if (from instanceof Duration) return from;
  if (typeof from === 'string') return parseDuration(from);
  if (!isMap(from)) throw typeError('A duration is made from a string or a map.');
  for (const key of from.keys()) {
    if (!DURATION_KEYS.includes(key)) throw argumentError(`A duration has no component '${key}'.`);
  }
  if (from.size === 0) throw argumentError('A duration needs at least one component.');
  const get = (key: string): number => {
    const value = from.get(key) ?? 0;
    if (!isNumber(value)) throw argumentError(`${key} is given as a number.`);
    return toDouble(value);
  };
  const months = get('years') * 12 + get('quarters') * 3 + get('months');
  const seconds = get('hours') * 3600 + get('minutes') * 60 + get('seconds');
  const nanos = get('milliseconds') * 1e6 + get('microseconds') * 1e3 + get('nanoseconds');
  return Duration.approximate(months, get('weeks') * 7 + get('days'), seconds, nanos);
}
