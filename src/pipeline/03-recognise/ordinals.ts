// Ordinals, years and dates inside names: `17th meeting`, `2024 summit`, `May 18 phone call`.
import type { Scan } from './scan.ts';
import type { Word } from './words.ts';

const ORDINAL_WORDS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

const TENS = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];
const TEN_WORD = new RegExp(`^(${TENS.join('|')})(?:ieth|y-?(\\p{L}+))$`, 'u');

/** 17 for `17th`, `seventeenth` and the misprint `eight session`, 65 for `sixty-fifth`. */
export function ordinalOf(word: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  if (digits !== null) return Number(digits[1]);
  const at = ORDINAL_WORDS.indexOf(word);
  if (at >= 0) return at + 1;
  return word === 'eight' ? 8 : tensOf(word);
}

function tensOf(word: string): number | undefined {
  const match = TEN_WORD.exec(word);
  if (match === null) return undefined;
  const unit = match[2] === undefined ? 0 : ORDINAL_WORDS.indexOf(match[2]) + 1;
  return (match[2] !== undefined && unit < 1) || unit > 9 ? undefined : 10 * (TENS.indexOf(match[1]!) + 2) + unit;
}

const ROMAN = /^(?=[IVXLC]{2})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUE: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** `VIII Congress`, `LXV Summit`: the number as the languages of many hosts write it. */
function romanOf(text: string): number | undefined {
  if (!ROMAN.test(text)) return undefined;
  const values = Array.from(text, (letter) => ROMAN_VALUE[letter]!);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

export const ordinalAt = (word: Word): number | undefined => ordinalOf(word.folded) ?? romanOf(word.text);

export const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);

/** End of `2024`, `2024-2028` or `2024–28` at `index`; `index` where no year stands. */
export function yearsEnd(words: readonly Word[], index: number): number {
  const first = words[index];
  if (first === undefined || !isYear(first.text)) return index;
  const [dash, last] = [words[index + 1], words[index + 2]];
  const isRange = /^[-–]$/.test(dash?.text ?? '') && dash!.isGlued && last?.isGlued === true;
  return isRange && last.block === first.block && /^(?:(?:19|20)\d\d|\d\d)$/.test(last.text) ? index + 3 : index + 1;
}

/** Start of the year or span of years that ends before `to`; `to` where none does. */
export function yearsStart(words: readonly Word[], to: number): number {
  for (const from of [to - 3, to - 1])
    if (from >= 0 && words[from]!.block === words[to]?.block && yearsEnd(words, from) === to) return from;
  return to;
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)$/;

/** Without its dot it is a month beside a number only: `Jan` is a man, too. */
const SHORT_MONTH = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;
const DAY = /^\d{1,2}(?:st|nd|rd|th)?$/i;

export function isDatePart(scan: Scan, index: number): boolean {
  const { words } = scan;
  const { text } = words[index]!;
  if (MONTH.test(text)) return true;
  const isBeside = (sort: RegExp): boolean =>
    sort.test(words[index - 1]?.text ?? '') || sort.test(words[index + 1]?.text ?? '');
  if (SHORT_MONTH.test(text)) return isBeside(DAY);
  return DAY.test(text) && (isBeside(MONTH) || isBeside(SHORT_MONTH));
}

export function isDated(scan: Scan, from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (MONTH.test(scan.words[index]!.text) && isDatePart(scan, index)) return true;
  return false;
}
