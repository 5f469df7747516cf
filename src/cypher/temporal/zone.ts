// Time zones: a fixed offset, or a region whose offset depends on the moment.
import { argumentError } from '../errors.ts';
import { dayNumber, SECONDS_A_DAY } from './calendar.ts';

export interface Zone {
  /** Of a region (`Europe/Stockholm`); null for a bare offset. */
  readonly name: string | null;
  /** Seconds east of UTC at the value's moment. */
  readonly offset: number;
}

export const UTC: Zone = { name: null, offset: 0 };
const MAX_OFFSET = 18 * 3600;
const OFFSET = /^([+-])(\d\d):?(\d\d)?:?(\d\d)?$/;

/** What JavaScript's zone tables cover; outside, the nearest moment's offset is taken. */
const MAX_SECONDS = 8.64e12 - 2 * SECONDS_A_DAY;

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param localSeconds the value's own clock, as if it were UTC. @throws CypherError for an unknown zone */
export function zoneAt(text: string, localSeconds: number): Zone {
  const fixed = parseOffset(text);
  return fixed ?? { name: canonical(text), offset: offsetAt(text, localSeconds) };
}

export function parseOffset(text: string): Zone | undefined {
  if (text === 'Z' || text === 'z') return UTC;
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (size > MAX_OFFSET || Number(minutes) > 59 || Number(seconds) > 59) {
    throw argumentError(`${text} is not an offset from UTC.`);
  }
  return { name: null, offset: sign === '-' ? -size : size };
}

/** Where a local time is twice, the first; where it is left out, it moves on by what is left out. */
function offsetAt(name: string, localSeconds: number): number {
  const local = Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, localSeconds));
  const before = offsetAtInstant(name, local - SECONDS_A_DAY);
  const after = offsetAtInstant(name, local + SECONDS_A_DAY);
  const fitting = [before, after].filter((offset) => offsetAtInstant(name, local - offset) === offset);
  return fitting.length > 0 ? Math.max(...fitting) : before;
}

/** The zone's offset at a moment of the time line. */
export function offsetAtInstant(name: string, epochSeconds: number): number {
  const bounded = Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, epochSeconds));
  const parts = new Map(
    formatOf(name)
      .formatToParts(bounded * 1000)
      .map((part) => [part.type, part.value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get('era')?.startsWith('B') ? 1 - number('year') : number('year');
  const days = dayNumber(year, number('month'), number('day'));
  const local = days * SECONDS_A_DAY + (number('hour') % 24) * 3600 + number('minute') * 60 + number('second');
  return local - Math.floor(bounded);
}

function formatOf(name: string): Intl.DateTimeFormat {
  let format = formats.get(name);
  if (!format) formats.set(name, (format = makeFormat(name)));
  return format;
}

function makeFormat(name: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory', { timeZone: name, era: 'short', ...numeric, ...clock });
  } catch (cause) {
    if (cause instanceof RangeError) throw argumentError(`There is no time zone '${name}'.`);
    throw cause;
  }
}

/** The name as it is usually written: zones have synonyms, and the one that was given is kept. */
function canonical(name: string): string {
  const { timeZone } = formatOf(name).resolvedOptions();
  return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
}
