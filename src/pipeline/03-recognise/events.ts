// Events: named meetings with ordinal, series and subject, incidents named by place or person, and described events.
import type { HeadedClass } from './headed-class.ts';
import { findHeaded } from './headed.ts';
import { ordinalOf } from './ordinals.ts';
import { type Scan, isInBlock } from './scan.ts';
import type { HeadNoun, Vocabulary } from './vocabulary.ts';

const LINKS = new Set(['of', 'on', 'for']);
const STRONG = new Set([
  'summit',
  'conference',
  'forum',
  'congress',
  'dialogue',
  'symposium',
  'plenum',
  'session',
  'games',
  'expo',
]);

function isNamedLower(scan: Scan, from: number, headFrom: number, headTo: number, head: HeadNoun): boolean {
  const { words } = scan;
  const before = words.slice(from, headFrom);
  const digits = before.some((word) => /^\d+(?:st|nd|rd|th)$/.test(word.text));
  if (head.kind === 'Incident') return head.marks.has('named') && before.some((_, at) => isNamesake(scan, from + at));
  if (head.kind !== 'Meeting' || head.marks.has('plural')) return false;
  if (digits) return true;
  const isLinkedToName =
    isInBlock(scan, headTo, from) &&
    /^(?:of)$/.test(words[headTo]!.folded) &&
    before.some((word) => ordinalOf(word.folded) !== undefined);
  if (isLinkedToName && opensProper(scan, headTo + 1)) return true;
  if (head.noun === 'meeting' && isBodysMeeting(scan, headFrom)) return true;
  return STRONG.has(head.noun) && before.some((_, at) => isSeries(scan, from + at));
}

/** The body or year that makes `G20 summit`, `2024 summit of …` a name. */
function isSeries(scan: Scan, index: number): boolean {
  const hit = scan.hitOver[index];
  return (
    hit?.entry.class === 'organisation' || scan.bodyAt.has(index) || /^(?:19|20)\d\d$/.test(scan.words[index]!.text)
  );
}

/** `the CELAC meeting`, `last year’s ASEAN meeting`; in `NATO meeting its goals` it is a verb. */
function isBodysMeeting(scan: Scan, headFrom: number): boolean {
  const hit = scan.hitOver[headFrom - 1];
  if (hit?.entry.class !== 'organisation' || hit.to !== headFrom || !isInBlock(scan, hit.from - 1, headFrom))
    return false;
  return /^(?:the|an|a|this|['’]s|at|in|during|after|before|of|next|annual|last)$/.test(
    scan.words[hit.from - 1]!.folded,
  );
}

/** `Skripal incident`, `Lockerbie bombing`: a proper name, but not an adjective of country. */
function isNamesake(scan: Scan, index: number): boolean {
  const hit = scan.hitOver[index];
  if (hit !== undefined) return hit.entry.class === 'city' || hit.entry.class === 'region';
  const word = scan.words[index]!;
  return word.isCapital && !word.opens && !scan.vocabulary.notNames.has(word.folded);
}

function opensProper(scan: Scan, index: number): boolean {
  const { words } = scan;
  let at = index;
  while (isInBlock(scan, at, index) && (words[at]!.folded === 'the' || ordinalOf(words[at]!.folded) !== undefined))
    at++;
  return isInBlock(scan, at, index) && words[at]!.isCapital;
}

export const eventClass = (vocabulary: Vocabulary): HeadedClass => ({
  heads: vocabulary.eventHeads,
  gazetteerClass: 'event',
  modifiers: vocabulary.eventModifiers,
  links: LINKS,
  hasNoSubject: ({ kind }) => kind === 'Visit' || kind === 'Call',
  isNamedLower,
});

export const findNamedEvents = (scan: Scan): void => findHeaded(scan, eventClass(scan.vocabulary), 'names');
export const findNominalEvents = (scan: Scan): void => findHeaded(scan, eventClass(scan.vocabulary), 'nominals');
