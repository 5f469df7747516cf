// Reads ISO 8601 texts: dates in calendar, week, quarter and ordinal form, times, zones, durations.
import { argumentError } from '../errors.ts';
import { checkedDay, dayOfIsoWeek, NANOS_A_SECOND } from './calendar.ts';
import { Duration } from './duration.ts';
import { inRegion, Instant, type InstantKind, PARTS } from './instant.ts';
import { offsetAtInstant, type Zone, UTC, zoneAt } from './zone.ts';

const YEAR = '([+-]\\d{1,9}|\\d{4})';
interface DateForm {
  readonly pattern: RegExp;
  readonly read: (numbers: readonly number[]) => number;
}
const DATE_FORMS: readonly DateForm[] = [
  {
    pattern: new RegExp(`^${YEAR}-?W(\\d\\d?)(?:-(\\d))?$`),
    read: ([year, week, weekday = 1]) => dayOfIsoWeek(year!, week!, weekday),
  },
  {
    pattern: new RegExp(`^${YEAR}-?W(\\d\\d)(\\d)$`),
    read: ([year, week, weekday]) => dayOfIsoWeek(year!, week!, weekday!),
  },
  {
    pattern: new RegExp(`^${YEAR}-?Q(\\d)(?:-?(\\d\\d?))?$`),
    read: ([year, quarter, day = 1]) => dayOfQuarter(year!, quarter!, day),
  },
  {
    pattern: new RegExp(`^${YEAR}-(?:(\\d\\d)|(\\d\\d?)-(\\d\\d?))$`),
    read: ([year, month, day = 1]) => checkedDay(year!, month!, day),
  },
  { pattern: new RegExp(`^${YEAR}-(\\d{3})$`), read: ([year, day]) => dayOfOrdinal(year!, day!) },
  { pattern: /^([+-]?\d{4})(\d{3})$/, read: ([year, day]) => dayOfOrdinal(year!, day!) },
  { pattern: /^([+-]?\d{4})(\d\d)(\d\d)?$/, read: ([year, month, day = 1]) => checkedDay(year!, month!, day) },
  { pattern: new RegExp(`^${YEAR}$`), read: ([year]) => checkedDay(year!, 1, 1) },
];

export function dayOfOrdinal(year: number, ordinal: number): number {
  const day = checkedDay(year, 1, 1) + ordinal - 1;
  if (ordinal >= 1 && day < checkedDay(year + 1, 1, 1)) return day;
  throw argumentError(`The year ${year} has no day ${ordinal}.`);
}

export function dayOfQuarter(year: number, quarter: number, dayInQuarter: number): number {
  if (quarter < 1 || quarter > 4) throw argumentError(`There is no quarter ${quarter}.`);
  const start = checkedDay(year, (quarter - 1) * 3 + 1, 1);
  const next = quarter === 4 ? checkedDay(year + 1, 1, 1) : checkedDay(year, quarter * 3 + 1, 1);
  const day = start + dayInQuarter - 1;
  if (dayInQuarter >= 1 && day < next) return day;
  throw argumentError(`Quarter ${quarter} of ${year} has no day ${dayInQuarter}.`);
}

function parseDate(text: string): number {
  for (const { pattern, read } of DATE_FORMS) {
    const found = pattern.exec(text);
    if (found)
      return read(
        found
          .slice(1)
          .filter((group: string | undefined) => group !== undefined)
          .map(Number),
      );
  }
  throw argumentError(`'${text}' is not a date.`);
}

const TIME = /^(\d\d?)(?::(\d\d?)(?::(\d\d?)(?:[.,](\d{1,9}))?)?)?$/;
const SHORT_TIME = /^(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?)?$/;

function parseTime(text: string): number {
  const [all, hour, minute = '0', second = '0', fraction = ''] = TIME.exec(text) ?? SHORT_TIME.exec(text) ?? [];
  if (all === undefined) throw argumentError(`'${text}' is not a time.`);
  return nanoOfDay(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(9, '0')));
}

/** @throws CypherError where a part is out of its bounds */
export function nanoOfDay(hour: number, minute: number, second: number, nanos: number): number {
  const parts: readonly (readonly [number, number, string])[] = [
    [hour, 23, 'hour'],
    [minute, 59, 'minute'],
    [second, 59, 'second'],
    [nanos, NANOS_A_SECOND - 1, 'fraction of a second'],
  ];
  for (const [value, most, name] of parts) {
    if (!Number.isInteger(value) || value < 0 || value > most) throw argumentError(`There is no ${name} ${value}.`);
  }
  return ((hour * 60 + minute) * 60 + second) * NANOS_A_SECOND + nanos;
}

const ZONED = /^(.*?)(Z|z|[+-]\d\d(?::?\d\d)?(?::?\d\d)?)?(?:\[([^\]]+)\])?$/;

/** @throws CypherError ArgumentError */
export function parseInstant(kind: InstantKind, text: string): Instant {
  const parts = PARTS[kind];
  if (!parts.time) return new Instant(kind, parseDate(text), null, null);
  const split = parts.date ? text.indexOf('T') : -1;
  const clock = parts.date && split < 0 ? '' : text.slice(split + 1);
  const [, body = '', offset, region] = ZONED.exec(clock.replace(/^T/, '')) ?? [];
  if (!parts.zone && (offset !== undefined || region !== undefined)) {
    throw argumentError(`'${text}' has a time zone, which a ${kind} cannot have.`);
  }
  const day = parts.date ? parseDate(split < 0 ? text : text.slice(0, split)) : null;
  const nano = body === '' && parts.date && split < 0 ? 0 : parseTime(body);
  const bare = new Instant(kind, day, nano, null);
  if (!parts.zone) return bare;
  if (region !== undefined && offset === undefined) return inRegion(bare, region);
  return new Instant(kind, day, nano, parsedZone(bare, offset, region));
}

function parsedZone(bare: Instant, offset: string | undefined, region: string | undefined): Zone {
  if (region === undefined) return offset === undefined ? UTC : zoneAt(offset, bare.localSeconds);
  const zone = zoneAt(region, bare.localSeconds);
  const given = offset === undefined ? undefined : zoneAt(offset, bare.localSeconds);
  if (!given || zone.name === null) return zone;
  // a written offset chooses between the two readings of an hour that comes twice
  if (offsetAtInstant(zone.name, bare.localSeconds - given.offset) === given.offset) {
    return { name: zone.name, offset: given.offset };
  }
  throw argumentError(`The time zone ${region} does not have the offset ${offset!} then.`);
}

const NUMBER = '([+-]?\\d+(?:[.,]\\d+)?)';
const DURATION = new RegExp(
  `^([+-]?)P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:([+-]?\\d+(?:[.,]\\d{1,9})?)S)?)?$`,
  'i',
);
const DATE_LIKE_DURATION = /^([+-]?)P(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d(?:[.,]\d+)?)$/;

/** @throws CypherError ArgumentError */
export function parseDuration(text: string): Duration {
  const dateLike = DATE_LIKE_DURATION.exec(text);
  if (dateLike) {
    const [, sign, ...parts] = dateLike;
    const [years, months, days, hours, minutes, seconds] = parts;
    return parseDuration(`${sign!}P${years!}Y${months!}M${days!}DT${hours!}H${minutes!}M${seconds!}S`);
  }
  const found = DURATION.exec(text);
  if (!found || /[PT]$/i.test(text)) throw argumentError(`'${text}' is not a duration.`);
  const sign = found[1] === '-' ? -1 : 1;
  const number = (group: number): number => sign * Number((found[group] ?? '0').replace(',', '.'));
  const rough = Duration.approximate(
    number(2) * 12 + number(3),
    number(4) * 7 + number(5),
    number(7) * 3600 + number(8) * 60,
    0,
  );
  return rough.plus(new Duration(0, 0, BigInt(sign) * exactNanos(found[9] ?? '0')));
}

/** Seconds with a fraction, to the nanosecond: a float could not hold them. */
function exactNanos(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split(/[.,]/);
  const size = BigInt(whole.replace(/^[+-]/, '')) * 1_000_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return whole.startsWith('-') ? -size : size;
}
