// The proleptic Gregorian calendar over day numbers (0 = 1970-01-01), for every year that Neo4j has (±999,999,999).
import { argumentError } from '../errors.ts';

export const NANOS_A_SECOND = 1_000_000_000;
export const SECONDS_A_DAY = 86_400;
export const NANOS_A_DAY = SECONDS_A_DAY * NANOS_A_SECOND;
const MAX_YEAR = 999_999_999;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const floorDivide = (value: number, by: number): number => Math.floor(value / by);
export const floorModulo = (value: number, by: number): number => ((value % by) + by) % by;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Years of 400 have a fixed number of days; within, the year begins in March so that the leap day comes last. */
export function dayNumber(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = floorDivide(fromMarch, 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilDate(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = floorDivide(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** @throws CypherError where there is no such day */
export function checkedDay(year: number, month: number, day: number): number {
  const exists =
    Number.isInteger(year) &&
    Math.abs(year) <= MAX_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    isInMonth(year, month, day);
  if (!exists) throw argumentError(`There is no day ${year}-${month}-${day}.`);
  return dayNumber(year, month, day);
}
const isInMonth = (year: number, month: number, day: number): boolean => day <= daysInMonth(year, month);

export function checkedYear(day: number): number {
  if (Math.abs(civilDate(day).year) > MAX_YEAR) throw argumentError('The date leaves the years that can be written.');
  return day;
}

/** The day of the month is cut to the month's length. */
export function addMonths(day: number, months: number): number {
  if (months === 0) return day;
  const date = civilDate(day);
  const total = date.year * 12 + date.month - 1 + months;
  const year = floorDivide(total, 12);
  const month = floorModulo(total, 12) + 1;
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Monday is 1. */
export const dayOfWeek = (day: number): number => floorModulo(day + 3, 7) + 1;
export const dayOfYear = (day: number): number => day - dayNumber(civilDate(day).year, 1, 1) + 1;
export const quarterOf = (month: number): number => Math.ceil(month / 3);
export const quarterStart = ({ year, month }: CivilDate): number => dayNumber(year, (quarterOf(month) - 1) * 3 + 1, 1);

/** The Monday of the ISO week 1: the week with 4 January. */
function firstMonday(weekYear: number): number {
  const fourth = dayNumber(weekYear, 1, 4);
  return fourth - dayOfWeek(fourth) + 1;
}

export function isoWeek(day: number): { readonly weekYear: number; readonly week: number } {
  const { year } = civilDate(day);
  const weekYear = day < firstMonday(year) ? year - 1 : day >= firstMonday(year + 1) ? year + 1 : year;
  return { weekYear, week: Math.floor((day - firstMonday(weekYear)) / 7) + 1 };
}

/** @throws CypherError where the year has no such week or the week no such day */
export function dayOfIsoWeek(weekYear: number, week: number, weekday: number): number {
  const day = firstMonday(weekYear) + (week - 1) * 7 + weekday - 1;
  const exists = week >= 1 && weekday >= 1 && weekday <= 7 && day - weekday + 1 < firstMonday(weekYear + 1);
  if (!exists) throw argumentError(`There is no day ${weekday} of week ${week} in ${weekYear}.`);
  return checkedYear(day);
}

/** Whole months from one moment to another, as Java counts them: 31 January to 28 February is none. */
export function monthsBetween(from: number, to: number): number {
  const packed = (day: number): number => {
    const date = civilDate(day);
    return (date.year * 12 + date.month - 1) * 32 + date.day;
  };
  return Math.trunc((packed(to) - packed(from)) / 32);
}
