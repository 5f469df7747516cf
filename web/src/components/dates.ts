// Dates as people write them, honest about what is not known.

import { dayNumber } from '../../../src/adapters/layout/graph-picture.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface Parts {
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

function partsOf(date: string): Parts {
  const match = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (match === null) return {};
  const [, year, month, day] = match;
  return {
    ...(year === undefined || year === '-' ? {} : { year }),
    ...(month === undefined ? {} : { month: MONTHS[Number(month) - 1] ?? month }),
    ...(day === undefined ? {} : { day: String(Number(day)) }),
  };
}

const written = ({ day, month, year }: Parts): string => [day, month, year].filter(Boolean).join(' ');

/** `23–25 April (year not stated)`, `7–8 November 2018`, `November 2018`; empty where nothing is known. */
export function writeDates(start: string | null | undefined, end?: string | null): string {
  if (start === null || start === undefined || start === '') return '';
  const from = partsOf(start);
  const note = from.year === undefined && from.month !== undefined ? ' (year not stated)' : '';
  if (end === null || end === undefined || end === start) return written(from) + note;
  const to = partsOf(end);
  if (from.month === to.month && from.year === to.year && from.day !== undefined && to.day !== undefined)
    return `${from.day}–${written(to)}${note}`;
  const first = from.year === to.year ? written({ ...from, ...{ year: '' } }) : written(from);
  return `${first} – ${written(to)}${note}`;
}

/** For sorting: days in their order, then those whose year is not stated, then what has no date. */
export function dateRank(start: string | null): number {
  const day = dayNumber(start ?? undefined);
  if (day !== undefined) return day;
  const { month, day: ofMonth } = partsOf(start ?? '');
  if (month === undefined) return UNDATED;
  return WITHOUT_YEAR + MONTHS.indexOf(month) * 31 + Number(ofMonth ?? 0);
}
const WITHOUT_YEAR = 1e9;
const UNDATED = 2e9;
