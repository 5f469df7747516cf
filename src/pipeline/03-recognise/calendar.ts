// Calendar arithmetic on ISO strings in UTC: no clock, no time zone, partial dates where the year is unknown.
import type { DatePrecision } from '../../domain/claim.ts';

export interface CalendarDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

export interface DateSpan {
  readonly startDate: string;
  readonly endDate?: string;
  readonly datePrecision: DatePrecision;
}

const DAY_MS = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** `2018-11-07`, `--04-23` without year, `2018-11`, `--04`, `2018`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const head = year === undefined ? '-' : String(year).padStart(4, '0');
  return [head, month === undefined ? '' : two(month), day === undefined ? '' : two(day)]
    .filter((part) => part !== '')
    .join('-');
}

export const precisionOf = ({ month, day }: CalendarDate): DatePrecision =>
  day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';

export function isRealDate({ year, month, day }: CalendarDate): boolean {
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  if (day === undefined) return true;
  return day >= 1 && day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** A full ISO day as days since 1970, or undefined for a partial one. */
export function dayNumber(iso: string | undefined): number | undefined {
  if (iso === undefined || !/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

export function dateOfDay(day: number): Required<CalendarDate> {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The year that puts a day or month nearest to the publication date: in January, December is last year's. */
export function nearestYear(date: CalendarDate, published: string | undefined): number | undefined {
  const year = Number(/^\d{4}/.exec(published ?? '')?.[0] ?? NaN);
  if (Number.isNaN(year)) return undefined;
  const anchor = dayNumber(published);
  if (anchor === undefined || date.month === undefined) return year;
  const distance = (candidate: number): number =>
    Math.abs(Date.UTC(candidate, date.month! - 1, date.day ?? 15) / DAY_MS - anchor);
  return [year, year - 1, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
}

/** The weekday on or before the anchor, or after it. */
export function weekdayNear(weekday: number, anchor: number, direction: 'past' | 'future'): number {
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  if (direction === 'past') return anchor - back;
  return back === 0 ? anchor + 7 : anchor - back + 7;
}
