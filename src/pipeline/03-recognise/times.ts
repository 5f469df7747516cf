// Dates and ranges in the text; a year is taken from the text, else from the publication date, never invented.
import type { TimeExpression } from '../types.ts';
import { type CalendarDate, isRealDate, isoDate, nearestYear, precisionOf } from './calendar.ts';
import { relativeTimeAt } from './relative-times.ts';
import { type Scan, isInBlock } from './scan.ts';
import type { Word } from './words.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12 for `April`, `Apr.` and `Sept.`; lower-case `may` and `march` are no months. */
export function monthOf(word: Word | undefined): number | undefined {
  if (word?.isCapital !== true) return undefined;
  const name = word.folded.replace(/\.$/, '');
  const at = MONTHS.findIndex(
    (month) => month === name || (name.length >= 3 && name.length <= 4 && month.startsWith(name)),
  );
  return at < 0 ? undefined : at + 1;
}

const dayOf = (word: Word | undefined): number | undefined => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word?.text ?? '');
  const day = Number(match?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : undefined;
};

const yearOf = (word: Word | undefined): number | undefined =>
  /^(?:1[89]|20)\d\d$/.test(word?.text ?? '') ? Number(word!.text) : undefined;

const isRangeMark = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:-|–|—|to|until|till|and|through)$/.test(word.folded);

interface Parsed {
  readonly to: number;
  readonly start: CalendarDate;
  readonly end?: CalendarDate;
}

/** A year after a day and month: `April 23, 2024`, `23 April 2024`. */
function yearAfter(scan: Scan, index: number): { readonly to: number; readonly year?: number } {
  const { words } = scan;
  if (!isInBlock(scan, index, index - 1)) return { to: index };
  const direct = yearOf(words[index]);
  if (direct !== undefined) return { to: index + 1, year: direct };
  const apart = words[index]!.text === ',' && isInBlock(scan, index + 1, index) ? yearOf(words[index + 1]) : undefined;
  return apart === undefined ? { to: index } : { to: index + 2, year: apart };
}

const withYear = (date: CalendarDate, year: number | undefined): CalendarDate =>
  year === undefined ? date : { ...date, year };

/** `April 23`, `April 23-25, 2024`, `April 30 to May 2`, `April 2024`, `April 23 and 24`. */
function monthFirst(scan: Scan, from: number): Parsed | undefined {
  const { words } = scan;
  const month = monthOf(words[from]);
  if (month === undefined) return undefined;
  if (!isInBlock(scan, from + 1, from))
    return isMonthAlone(scan, from) ? { to: from + 1, start: { month } } : undefined;
  const day = dayOf(words[from + 1]);
  if (day === undefined) {
    const year = yearOf(words[from + 1]) ?? (words[from + 1]!.text === ',' ? yearOf(words[from + 2]) : undefined);
    if (year === undefined) return isMonthAlone(scan, from) ? { to: from + 1, start: { month } } : undefined;
    return { to: words[from + 1]!.text === ',' ? from + 3 : from + 2, start: { year, month } };
  }
  let to = from + 2;
  let end: CalendarDate | undefined;
  const own = yearAfter(scan, to);
  if (isRangeMark(words[to]) && isInBlock(scan, to + 1, from)) {
    const otherMonth = monthOf(words[to + 1]);
    const other = dayOf(words[to + (otherMonth === undefined ? 1 : 2)]);
    if (other !== undefined && (otherMonth !== undefined || other > day)) {
      end = { month: otherMonth ?? month, day: other };
      to += otherMonth === undefined ? 2 : 3;
    }
  }
  const late = end === undefined ? own : yearAfter(scan, to);
  return range(late.to, { month, day }, end, late.year);
}

/** `23 April`, `23-25 April 2024`, `30 April to 2 May`, `from 7 to 9 November`. */
function dayFirst(scan: Scan, from: number): Parsed | undefined {
  const { words } = scan;
  const day = dayOf(words[from]);
  if (day === undefined) return undefined;
  let index = from + 1;
  if (words[index]?.folded === 'of' && isInBlock(scan, index, from)) index++;
  const month = isInBlock(scan, index, from) ? monthOf(words[index]) : undefined;
  if (month !== undefined) {
    let end: CalendarDate | undefined;
    let to = index + 1;
    const own = yearAfter(scan, to);
    if (own.year === undefined && isRangeMark(words[to]) && dayOf(words[to + 1]) !== undefined) {
      const otherMonth = monthOf(words[to + 2]);
      if (otherMonth !== undefined && words[to]!.folded !== 'and') {
        end = { month: otherMonth, day: dayOf(words[to + 1])! };
        to += 3;
      }
    }
    const late = end === undefined ? own : yearAfter(scan, to);
    return range(late.to, { month, day }, end, late.year);
  }
  if (!isRangeMark(words[from + 1]) || !isInBlock(scan, from + 3, from)) return undefined;
  const last = dayOf(words[from + 2]);
  const shared = monthOf(words[from + 3]);
  if (last === undefined || shared === undefined || last <= day) return undefined;
  const late = yearAfter(scan, from + 4);
  return range(late.to, { month: shared, day }, { month: shared, day: last }, late.year);
}

function range(to: number, start: CalendarDate, end: CalendarDate | undefined, year: number | undefined): Parsed {
  const first = withYear(start, year);
  return end === undefined ? { to, start: first } : { to, start: first, end: withYear(end, year) };
}

/** `2018-11-09`, `09/11/2018`, `9.11.2018`: day first, unless only the other reading is a date. */
function numeric(scan: Scan, from: number): Parsed | undefined {
  const { words } = scan;
  const text = words[from]!.text;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(text);
  if (dotted !== null)
    return { to: from + 1, start: { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) } };
  if (!isInBlock(scan, from + 4, from)) return undefined;
  const separator = words[from + 1]!.text;
  const isJoined = words.slice(from + 1, from + 5).every((word) => word.isGlued);
  if (!isJoined || words[from + 3]!.text !== separator || (separator !== '-' && separator !== '/')) return undefined;
  const [first, second, third] = [text, words[from + 2]!.text, words[from + 4]!.text];
  if (!/^\d+$/.test(first + second + third)) return undefined;
  const start =
    first.length === 4
      ? { year: Number(first), month: Number(second), day: Number(third) }
      : { year: Number(third), month: Number(second), day: Number(first) };
  const swapped = isRealDate(start) ? start : { year: start.year, month: start.day, day: start.month };
  return third.length === 4 || first.length === 4 ? { to: from + 5, start: swapped } : undefined;
}

/** `in April`, `since March`: a month by itself needs a preposition, for names are spelt like months. */
const isMonthAlone = (scan: Scan, index: number): boolean =>
  isInBlock(scan, index - 1, index) &&
  /^(?:in|since|until|till|by|last|next|this|early|late|mid|of)$/.test(scan.words[index - 1]!.folded);

/** `in 2019`, `by 2030`. */
function yearAlone(scan: Scan, from: number): Parsed | undefined {
  const year = yearOf(scan.words[from]);
  if (year === undefined || !isInBlock(scan, from - 1, from)) return undefined;
  return /^(?:in|since|until|by|of|during|from|late|early|mid)$/.test(scan.words[from - 1]!.folded)
    ? { to: from + 1, start: { year } }
    : undefined;
}

function dated(scan: Scan, parsed: Parsed): Omit<TimeExpression, 'start' | 'end'> | undefined {
  const { start, end } = parsed;
  if (!isRealDate(start) || (end !== undefined && !isRealDate(end))) return undefined;
  const inferred = start.year ?? nearestYear(start, scan.clean.source.publishedOn);
  const first = withYear(start, inferred);
  const endYear =
    inferred !== undefined && end?.month !== undefined && end.month < (start.month ?? 0) ? inferred + 1 : inferred;
  const last = end === undefined ? undefined : withYear(end, end.year ?? endYear);
  return {
    startDate: isoDate(first),
    ...(last === undefined ? {} : { endDate: isoDate(last) }),
    datePrecision: precisionOf(first),
    explicit: start.year !== undefined,
  };
}

/** Fills `times`, in text order. */
export function findTimes(scan: Scan): void {
  const { words } = scan;
  for (let index = 0; index < words.length;) {
    const word = words[index]!;
    let next = index + 1;
    const parsed = word.isWord
      ? (monthFirst(scan, index) ?? dayFirst(scan, index) ?? numeric(scan, index) ?? yearAlone(scan, index))
      : undefined;
    const time = parsed === undefined ? undefined : dated(scan, parsed);
    if (parsed !== undefined && time !== undefined) {
      scan.times.push({ start: word.start, end: words[parsed.to - 1]!.end, ...time });
      next = parsed.to;
    } else {
      const relative = relativeTimeAt(scan, index);
      if (relative !== undefined) {
        scan.times.push({ start: word.start, end: words[relative.to - 1]!.end, ...relative.span, explicit: false });
        next = relative.to;
      }
    }
    index = next;
  }
}
