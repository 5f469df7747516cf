// Partial ISO dates as a reader says them.

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function readableDate(date: string): string {
  const [, year, month, day] = /^(-|\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const named = month === undefined ? undefined : MONTHS[Number(month) - 1];
  const words = [day === undefined ? undefined : String(Number(day)), named, year === '-' ? undefined : year];
  return words.filter((word) => word !== undefined).join(' ');
}

/** Empty where nothing is known. */
export function readableTime(startDate: string | null, endDate: string | null): string {
  const known = [startDate, endDate === startDate ? null : endDate].filter((date): date is string => date !== null);
  if (known.length === 0) return '';
  const lacksYear = known.every((date) => date.startsWith('--'));
  const until = startDate === null ? 'until ' : '';
  return `${until}${known.map(readableDate).join(' to ')}${lacksYear ? ', year unknown' : ''}`;
}
