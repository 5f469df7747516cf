// Dates that a page prints about itself: `Friday, 2018-11-09 12:49:21`, `Published: 9 November 2018`, `November 9, 2018 | 12:49 GMT`.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const pad = (value: string | number): string => String(value).padStart(2, '0');

const FORMS: readonly RegExp[] = [
  /(?<year>(?:19|20)\d\d)-(?<monthNumber>\d\d)-(?<day>\d\d)(?:[T ][\d:.+Z-]+)?/iu,
  /(?<year>(?:19|20)\d\d)\/(?<monthNumber>\d\d)\/(?<day>\d\d)/iu,
  new RegExp(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d\\d)\\b`, 'iu'),
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (?<year>(?:19|20)\\d\\d)\\b`, 'iu'),
  new RegExp(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b`, 'iu'),
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?=\\W|$)`, 'iu'),
  new RegExp(`\\b${MONTH} (?<year>(?:19|20)\\d\\d)\\b`, 'iu'),
  /\b(?<day>\d{1,2})[/.](?<monthNumber>\d{1,2})[/.](?<year>(?:19|20)\d\d)\b/u,
];

/** The first date in a short text as ISO, partial where the year or the day is missing; undefined where day and month could be swapped. */
export function findDate(text: string): string | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const { year, day, month: name, monthNumber } = groups;
    let month = name === undefined ? Number(monthNumber) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    let dayOfMonth = day === undefined ? undefined : Number(day);
    if (form === FORMS.at(-1) && dayOfMonth !== undefined) {
      // Only a number above twelve says which of the two is the day.
      if (dayOfMonth <= 12 && month <= 12 && dayOfMonth !== month) return undefined;
      if (month > 12) [month, dayOfMonth] = [dayOfMonth, month];
    }
    if (month < 1 || month > 12 || (dayOfMonth !== undefined && (dayOfMonth < 1 || dayOfMonth > 31))) continue;
    if (dayOfMonth === undefined) return `${year ?? ''}-${pad(month)}`;
    return year === undefined ? `--${pad(month)}-${pad(dayOfMonth)}` : `${year}-${pad(month)}-${pad(dayOfMonth)}`;
  }
  return undefined;
}

const LABEL =
  '(?:(?:first |last )?(?:published|updated|posted|issued|released|created|modified|date|updated on|published on|posted on|update)\\s*(?:on|at)?\\s*[:|-]?\\s*)';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s*)';
const TIME =
  '(?:[\\s,|–-]*(?:at\\s+)?\\d{1,2}[:.h]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?(?:GMT|UTC|EST|EDT|CET|ICT|MSK|local time|ET|BST)?\\s*(?:[+-]\\d{1,2}(?::?\\d{2})?)?\\)?)?)';
const DAY =
  '(?:(?:19|20)\\d\\d[-/]\\d\\d[-/]\\d\\d(?:[T ][\\d:.+Z-]+)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?,? (?:19|20)\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)\\d\\d)';
/** `Kuala Lumpur, Malaysia, 9 July 2025`: where a communiqué was given. */
const GIVEN_AT = "(?:\\p{Lu}[\\p{L}.'’-]*(?: (?:de |da |del |of )?\\p{Lu}[\\p{L}.'’-]*){0,3},\\s+){1,3}";
const DATE_LINE = new RegExp(
  `^\\W{0,2}(?:${GIVEN_AT})?${LABEL}?${TIME}?[\\s,|]*${WEEKDAY}?${DAY}${TIME}?(?:\\s*[|–-]\\s*${LABEL}.{0,60})?\\W{0,3}$`,
  'iu',
);

/** ISO date of a line that holds a date and nothing else. */
export function readDateLine(line: string): string | undefined {
  return line.length <= 120 && DATE_LINE.test(line) ? findDate(line) : undefined;
}
