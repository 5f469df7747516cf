// Mends single characters: invisible ones, wrongly decoded ones, lost apostrophes, mixed quotation marks.
import { replaceAll, type MappedText } from './mapped-text.ts';

/** UTF-8 punctuation that somebody once decoded as windows-1252, and what it was. */
const MOJIBAKE: Readonly<Record<string, string>> = {
  'â€™': '’',
  'â€˜': '‘',
  'â€œ': '“',
  'â€\u009d': '”',
  'â€“': '–',
  'â€”': '—',
  'â€¦': '…',
  'Â\u00a0': ' ',
  'Ã©': 'é',
};
const MOJIBAKE_PATTERN = new RegExp(Object.keys(MOJIBAKE).join('|'), 'gu');

/** Byte-order mark, zero-width characters, soft hyphen, directional marks. */
const INVISIBLE = /[\ufeff\u200b-\u200f\u2060\u00ad\u202a-\u202e]+/gu;
/** Any run of white space but one plain space. */
const WIDE_SPACE = /[^\S ]\s*| \s+/gu;
/** `65 TH`, `7 th July`: the raised letters of an ordinal, which a printed page gives with a space. */
const SUPERSCRIPT =
  /(?<=(?<!\d)(?:\d?1)) (?=(?:st|ST)\b)|(?<=(?<!\d)\d?2) (?=(?:nd|ND)\b)|(?<=(?<!\d)\d?3) (?=(?:rd|RD)\b)|(?<=(?<!\d)\d?[04-9]|\b1\d) (?=(?:th|TH)\b)/gu;
/** `Sixty-Fifth (65th) Session`: the number a second time. */
const NUMBER_AGAIN = /(?<=\p{L}(?:st|nd|rd|th)) \(\d{1,3} ?(?:st|nd|rd|th)\)/giu;
/** Where an encoding lost the apostrophe: `Russia?s`, `don?t`, also before a glued word. */
const LOST_APOSTROPHE = /(?<=\p{L})\?(?=(?:s|t|re|ve|ll|d)\b|s\p{Ll}{3,})/gu;

function mendQuestionMarks(mapped: MappedText): MappedText {
  if (!LOST_APOSTROPHE.test(mapped.text)) return mapped;
  LOST_APOSTROPHE.lastIndex = 0;
  const apostrophes = replaceAll(mapped, LOST_APOSTROPHE, () => '’');
  // The same loss took the quotation marks and dashes of this text.
  return replaceAll(
    apostrophes,
    /(?<=^|\s)\?(?=\p{L})|(?<=[,.!])\?(?=\s|$)|(?<=\s)\?(?=\s)/gu,
    ({ 0: mark, index }) => {
      const next = apostrophes.text[index + mark.length];
      const before = apostrophes.text[index - 1];
      if (before !== undefined && /[,.!]/u.test(before)) return '”';
      return next !== undefined && /\s/u.test(next) ? '–' : '“';
    },
  );
}

/** One kind of double quotation mark, opening or closing by what stands before it. */
function mendQuotes(mapped: MappedText): MappedText {
  return replaceAll(mapped, /``|''|["„‟«»“”]/gu, ({ 0: mark, index }) => {
    const before = mapped.text[index - 1];
    const after = mapped.text[index + mark.length];
    if (after === undefined || /\s/u.test(after)) return before === undefined ? '“' : '”';
    if (before === undefined || /[\s([{—–-]/u.test(before)) return '“';
    if (mark === '“' || mark === '„' || mark === '«' || mark === '``') return '“';
    return '”';
  });
}

export function mendCharacters(mapped: MappedText): MappedText {
  let mended = replaceAll(mapped, MOJIBAKE_PATTERN, ({ 0: found }) => MOJIBAKE[found]);
  mended = replaceAll(mended, INVISIBLE, () => '');
  mended = replaceAll(mended, WIDE_SPACE, () => ' ');
  mended = replaceAll(mended, SUPERSCRIPT, () => '');
  mended = replaceAll(mended, NUMBER_AGAIN, () => '');
  mended = mendQuestionMarks(mended);
  mended = replaceAll(mended, /(?<=\p{L})[`´](?=\p{L})/gu, () => '’');
  return mendQuotes(mended);
}

/** Single spaces only, none at the edges or before a comma. */
export function trimSpaces(mapped: MappedText): MappedText {
  return replaceAll(mapped, /^\s+|\s+$|\s{2,}|\s+(?=[,;](?:\s|$))/gu, ({ 0: run, index }) =>
    index === 0 || index + run.length === mapped.text.length || /[,;]/u.test(mapped.text[index + run.length] ?? '')
      ? ''
      : ' ',
  );
}
