// Dates that need the publication date: weekdays, yesterday, last month. Without one they give no date.
import { type CalendarDate, type DateSpan, dateOfDay, dayNumber, isoDate, weekdayNear, weekdayOf } from './calendar.ts';
import { type Scan, isInBlock } from './scan.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const SHORT = ['sun.', 'mon.', 'tues.', 'wed.', 'thurs.', 'fri.', 'sat.'];
const DAYS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
};

interface Relative {
  readonly to: number;
  readonly span: DateSpan;
}

const onDay = (day: number): DateSpan => ({ startDate: isoDate(dateOfDay(day)), datePrecision: 'day' });

/** A weekday points back, unless the sentence looks ahead. */
function looksAhead(scan: Scan, index: number): boolean {
  const { words } = scan;
  for (let at = index - 1; at > index - 40 && isInBlock(scan, at, index); at--) {
    if (/^[.!?]$/.test(words[at]!.text)) return aheadAfter(scan, index);
    if (/^(?:will|shall|upcoming|plans|planned|expected|scheduled|due|slated)$/.test(words[at]!.folded)) return true;
    if (/^(?:said|was|were|had|did)$/.test(words[at]!.folded) && at > index - 4) return false;
  }
  return aheadAfter(scan, index);
}

function aheadAfter(scan: Scan, index: number): boolean {
  for (let at = index + 1; at < index + 12 && isInBlock(scan, at, index); at++) {
    if (/^[.!?]$/.test(scan.words[at]!.text)) return false;
    if (scan.words[at]!.folded === 'will') return true;
    if (/(?:ed|met|held|said|spoke|told)$/.test(scan.words[at]!.folded)) return false;
  }
  return false;
}

function weekdayAt(scan: Scan, index: number, anchor: number): Relative | undefined {
  const word = scan.words[index]!;
  if (!word.isCapital) return undefined;
  const long = WEEKDAYS.indexOf(word.folded);
  const weekday = long >= 0 ? long : SHORT.indexOf(word.folded);
  if (weekday < 0) return undefined;
  const before = isInBlock(scan, index - 1, index) ? scan.words[index - 1]!.folded : '';
  if (before === 'next' || before === 'coming')
    return { to: index + 1, span: onDay(weekdayNear(weekday, anchor, 'future')) };
  if (before === 'last' || before === 'past')
    return { to: index + 1, span: onDay(weekdayNear(weekday, anchor - 1, 'past')) };
  return { to: index + 1, span: onDay(weekdayNear(weekday, anchor, looksAhead(scan, index) ? 'future' : 'past')) };
}

const WHICH: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
};

function shiftMonth(date: Required<CalendarDate>, by: number): CalendarDate {
  const months = date.year * 12 + date.month - 1 + by;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** `last month`, `this year`, `next week`. */
function unitAt(scan: Scan, index: number, anchor: number): Relative | undefined {
  const shift = WHICH[scan.words[index]!.folded];
  const unit = isInBlock(scan, index + 1, index) ? scan.words[index + 1]!.folded : '';
  if (shift === undefined) return undefined;
  const date = dateOfDay(anchor);
  const to = index + 2;
  if (unit === 'month') return { to, span: { startDate: isoDate(shiftMonth(date, shift)), datePrecision: 'month' } };
  if (unit === 'year') return { to, span: { startDate: isoDate({ year: date.year + shift }), datePrecision: 'year' } };
  if (unit !== 'week') return undefined;
  const monday = anchor - ((weekdayOf(anchor) + 6) % 7) + 7 * shift;
  return {
    to,
    span: { startDate: isoDate(dateOfDay(monday)), endDate: isoDate(dateOfDay(monday + 6)), datePrecision: 'day' },
  };
}

/** `three days ago`, `two weeks later` is left alone: later than what is unknown. */
function agoAt(scan: Scan, index: number, anchor: number): Relative | undefined {
  const count =
    COUNTS[scan.words[index]!.folded] ??
    (/^\d{1,3}$/.test(scan.words[index]!.text) ? Number(scan.words[index]!.text) : undefined);
  if (count === undefined || !isInBlock(scan, index + 2, index) || scan.words[index + 2]!.folded !== 'ago')
    return undefined;
  const unit = scan.words[index + 1]!.folded;
  const to = index + 3;
  if (/^days?$/.test(unit)) return { to, span: onDay(anchor - count) };
  if (/^months?$/.test(unit))
    return { to, span: { startDate: isoDate(shiftMonth(dateOfDay(anchor), -count)), datePrecision: 'month' } };
  if (/^years?$/.test(unit))
    return { to, span: { startDate: isoDate({ year: dateOfDay(anchor).year - count }), datePrecision: 'year' } };
  return undefined;
}

export function relativeTimeAt(scan: Scan, index: number): Relative | undefined {
  const anchor = dayNumber(scan.clean.source.publishedOn);
  if (anchor === undefined) return undefined;
  const word = scan.words[index]!;
  const day = DAYS[word.folded];
  if (day !== undefined && !/^['’]/.test(scan.words[index + 1]?.text ?? ''))
    return { to: index + 1, span: onDay(anchor + day) };
  return weekdayAt(scan, index, anchor) ?? unitAt(scan, index, anchor) ?? agoAt(scan, index, anchor);
}
