// Pieces of ISO 8601 texts.
import { civilDate, NANOS_A_SECOND } from './calendar.ts';

export const padded = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `.5` for half a second in nanoseconds, nothing for none. */
export const fraction = (nanos: number): string => (nanos === 0 ? '' : `.${padded(nanos, 9).replace(/0+$/, '')}`);

export function formatDate(day: number): string {
  const date = civilDate(day);
  const { year, month } = date;
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${padded(Math.abs(year), 4)}-${padded(month)}-${padded(date.day)}`;
}

/** Seconds are left out where they and their fraction are 0. */
export function formatTime(nanoOfDay: number): string {
  const seconds = Math.floor(nanoOfDay / NANOS_A_SECOND);
  const nanos = nanoOfDay % NANOS_A_SECOND;
  const minutes = `${padded(Math.floor(seconds / 3600))}:${padded(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 && nanos === 0 ? minutes : `${minutes}:${padded(seconds % 60)}${fraction(nanos)}`;
}

export function formatOffset(seconds: number): string {
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const minutes = `${padded(Math.floor(size / 3600))}:${padded(Math.floor(size / 60) % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${minutes}${size % 60 === 0 ? '' : `:${padded(size % 60)}`}`;
}
