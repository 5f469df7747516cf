// What a named event or instrument is about: `of X`, `on X and Y` after its head noun, cut before the next one.
import type { HeadedClass } from './headed-class.ts';
import { lowerRunEnd } from './lower-run.ts';
import { isDatePart, ordinalOf } from './ordinals.ts';
import { isBodyHit, isPlaceHit, properRunEnd } from './phrases.ts';
import { type Scan, isInBlock, textOf } from './scan.ts';
import type { HeadNoun } from './vocabulary.ts';

/** `Summit on Peace in Ukraine`: after `on X` a place is part of the subject, after `of X` where the event is held. */
const isTopical = (scan: Scan, headTo: number): boolean =>
  scan.words[headTo]!.folded === 'on' &&
  scan.words[headTo - 1]!.isCapital &&
  scan.words[headTo + 1]?.isCapital === true;

export interface Subject {
  readonly to: number;
  readonly isProper: boolean;
}

/** `of X`, `on X`, `for X` after the head; the subject of a name may be lower case. */
export function subjectEnd(
  scan: Scan,
  sort: HeadedClass,
  head: HeadNoun,
  headTo: number,
  allowsLower: boolean,
): Subject {
  const { words } = scan;
  const begin = afterAcronym(scan, sort, headTo);
  let to = begin;
  let isProper = false;
  if (sort.hasNoSubject(head)) return { to: headTo, isProper };
  for (let turn = 0; turn < 3 && isInBlock(scan, to, headTo - 1); turn++) {
    const link = words[to]!.folded;
    const isWhere =
      turn > 0 &&
      link === 'in' &&
      (sort.gazetteerClass === 'instrument' || isTopical(scan, headTo)) &&
      isPlaceHit(scan.hitAt[to + 1]);
    const isPurpose =
      link === 'to' &&
      sort.gazetteerClass === 'instrument' &&
      words[to + 1]?.isCapital === true &&
      scan.hitAt[to + 1] === undefined &&
      scan.isCommonWord(words[to + 1]!.folded);
    if (!sort.links.has(link) && !isWhere && !isPurpose) break;
    let start = to + 1;
    if (/^(?:the|a|an|its|their)$/.test(words[start]?.folded ?? '')) start++;
    if (!isInBlock(scan, start, headTo - 1) || isOccasion(scan, link, start)) break;
    const ordinal = ordinalOf(words[start]!.folded) !== undefined ? start + 1 : start;
    let end = Math.max(properRunEnd(scan, ordinal), scan.bodyAt.get(ordinal)?.outerTo ?? 0);
    if (end > ordinal) isProper = true;
    else end = start;
    if ((allowsLower || end > ordinal) && isInBlock(scan, end, headTo - 1))
      end = Math.max(end, lowerRunEnd(scan, end > start ? end : start, end > start));
    end = beforeOther(scan, sort, ordinal, end);
    if (isOfGuests(scan, link, end)) break;
    if (end <= start && end === to + 1) break;
    if (end === start) break;
    to = listEnd(scan, end);
  }
  return { to: to === begin ? headTo : to, isProper };
}

/** `dinner for ASEAN leaders`: cut after ASEAN, it would be another dinner. */
const isOfGuests = ({ words }: Scan, link: string, end: number): boolean =>
  link === 'for' &&
  words[end - 1]!.isCapital &&
  /^(?:leaders|ministers|presidents|officials|members|chiefs|heads|delegates|journalists|employees|staff|troops)$/.test(
    words[end]?.folded ?? '',
  );

/** `memorandum of understanding (MoU) on fishing`: what it is about comes after its letters. */
function afterAcronym({ words }: Scan, sort: HeadedClass, headTo: number): number {
  const isLetters =
    words[headTo]?.text === '(' &&
    words[headTo + 2]?.text === ')' &&
    /^\p{Lu}[\p{L}&]{1,7}$/u.test(words[headTo + 1]!.text);
  return isLetters && sort.gazetteerClass === 'instrument' && sort.links.has(words[headTo + 3]?.folded ?? '')
    ? headTo + 3
    : headTo;
}

/** Its words without the letters in brackets. */
export const nameOf = (scan: Scan, from: number, to: number): string =>
  textOf(scan, from, to).replace(/ ?\(\p{Lu}[\p{L}&]{1,7}\)(?= )/u, '');

/** `hearing on 5 November`, `meeting on Monday`, `talks on the sidelines`: when or where, not about what. */
const isOccasion = (scan: Scan, link: string, start: number): boolean => {
  const word = scan.words[start]!;
  if (link === 'for') return isDuration(scan, start);
  if (link !== 'on') return false;
  if (/^(?:sidelines?|margins?|occasion|eve|same|heels|invitation|behalf)$/.test(word.folded)) return true;
  const isDay = /^\d{1,2}$/.test(word.text) || isDatePart(scan, start);
  return isDay || (word.isCapital && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word.folded));
};

/** `statement for the first time`, `meeting for two hours`, `for example`: how often or how long, not about what. */
function isDuration(scan: Scan, start: number): boolean {
  const { words } = scan;
  const first = words[start]!.folded;
  if (/^(?:example|instance|now|once|hours|days|weeks|months|years|decades)$/.test(first)) return true;
  const isMeasure =
    ordinalOf(first) !== undefined ||
    /^(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several|many|some|last|next|past|more|about)$/.test(
      first,
    );
  const at =
    isMeasure && /^(?:than|\d{1,3}|two|three|four|five|six|time)$/.test(words[start + 1]?.folded ?? '') ? 2 : 1;
  return (
    isMeasure &&
    [start + 1, start + at].some(
      (index) =>
        isInBlock(scan, index, start) &&
        /^(?:time|times|minutes?|hours?|days?|weeks?|months?|years?|decades?)$/.test(words[index]!.folded),
    )
  );
}

/** `Law on Trade and the Harbour Strategy`: `and the` before another head opens another event or instrument. */
function beforeOther(scan: Scan, sort: HeadedClass, from: number, end: number): number {
  const { words } = scan;
  for (let index = from + 1; index < end - 2; index++) {
    if (words[index]!.folded !== 'and' || words[index + 1]!.folded !== 'the') continue;
    const isOther = words
      .slice(index + 2, end)
      .some((word, at) => word.isCapital && sort.heads.longest(words, index + 2 + at) !== undefined);
    if (isOther) return index;
  }
  return end;
}

/** `summit of Israel, Jordan and Egypt`: the list of places goes on. */
function listEnd(scan: Scan, end: number): number {
  const { words } = scan;
  let to = end;
  while (
    isPlaceHit(scan.hitOver[to - 1]) &&
    isInBlock(scan, to + 1, end - 1) &&
    /^(?:,|and)$/.test(words[to]!.folded)
  ) {
    const next = words[to + 1]!.folded === 'and' ? to + 2 : to + 1;
    const hit = scan.hitAt[words[next]?.folded === 'the' ? next + 1 : next];
    if (!isPlaceHit(hit) && !isBodyHit(hit)) break;
    to = hit.to;
  }
  return to > end ? lowerRunEnd(scan, to, true) : end;
}
