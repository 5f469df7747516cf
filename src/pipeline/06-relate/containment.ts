// PART_OF between places and between bodies, read from appositions, possessives and `of` phrases.
import type { Mention } from '../types.ts';
import { wordList } from './compile-frames.ts';
import type { Reading } from './reading.ts';

const APPOSITION = /^\s*,\s*(?:in\s+)?$/;
const POSSESSIVE = /^(?:['’]s?)\s+((?:[\p{L}-]+\s+){0,3})$/u;
const OF = /^\s+(?:of|in)\s+(?:the\s+)?$/;
const CAPITAL_OF =
  /^\s*,\s*(?:the\s+)?(?:[\p{L}-]+\s+){0,2}(?:capital|city|port|town|province|region)\s+(?:city\s+)?(?:of|in)\s+(?:the\s+)?$/u;

export function relateContainment(reading: Reading): void {
  const { mentions } = reading.text;
  for (let at = 0; at + 1 < mentions.length; at += 1) {
    const first = mentions[at]!;
    for (let next = at + 1; next < Math.min(mentions.length, at + 3); next += 1)
      relatePair(reading, first, mentions[next]!);
  }
}

function relatePair(reading: Reading, first: Mention, second: Mention): void {
  const a = only(reading, first);
  const b = only(reading, second);
  if (a === undefined || b === undefined || a === b || second.start < first.end) return;
  const gap = reading.text.doc.text.slice(first.end, second.start);
  const families = `${reading.familyOf(a) ?? ''} ${reading.familyOf(b) ?? ''}`;
  const isPlaceInside = families === 'place country' || (families === 'place place' && isWider(reading, b, a));
  if (
    isPlaceInside &&
    (APPOSITION.test(gap) || CAPITAL_OF.test(gap) || (OF.test(gap) && families === 'place country'))
  ) {
    state(reading, first, second, a, b);
    return;
  }
  const owned = POSSESSIVE.exec(gap)?.[1]?.trim().split(/\s+/) ?? undefined;
  if (owned === undefined || !owned.every((word) => word === '' || isSiteWord(reading, word))) return;
  if (families === 'country place' || families === 'body body' || families === 'country body')
    state(reading, first, second, b, a);
}

/** `Kyoto, Honshu`: only a region or a state holds another place. */
function isWider(reading: Reading, outer: number, inner: number): boolean {
  const rank = ['Facility', 'City', 'Region', 'Country'];
  return rank.indexOf(reading.chains[outer]!.kind) > rank.indexOf(reading.chains[inner]!.kind);
}

function isSiteWord(reading: Reading, word: string): boolean {
  return wordList(reading.table, 'site-words').has(word.toLowerCase());
}

function only(reading: Reading, mention: Mention): number | undefined {
  const chains = reading.chainsOf(mention.id);
  return chains.length === 1 && mention.form === 'name' ? chains[0] : undefined;
}

function state(reading: Reading, first: Mention, second: Mention, part: number, whole: number): void {
  const evidence = { start: first.outer.start, end: second.outer.end };
  reading.add({ type: 'PART_OF', source: part, target: whole, trigger: evidence, evidence, rule: 'part.adjacent/1' });
}
