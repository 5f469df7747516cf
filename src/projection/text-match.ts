// How well a name or a text answers a search, the same for both stores: they find candidates, this ranks them.
import { foldName } from '../domain/names.ts';

/** Folded words of a search; the last one may still be typed, so each matches as a prefix. */
export function searchWords(query: string): readonly string[] {
  return [
    ...new Set(
      foldName(query)
        .split(' ')
        .filter((word) => word !== ''),
    ),
  ];
}

/** 0 where a word is missing; 1 for the whole name. */
export function nameScore(words: readonly string[], names: readonly string[]): number {
  const query = words.join(' ');
  let best = 0;
  for (const name of names) best = Math.max(best, scoreOf(words, query, foldName(name)));
  return best;
}

function scoreOf(words: readonly string[], query: string, name: string): number {
  if (name === query) return 1;
  const parts = name.split(' ');
  const whole = words.filter((word) => parts.includes(word)).length;
  const prefixes = words.filter((word) => parts.some((part) => part.startsWith(word))).length;
  if (prefixes < words.length) return 0;
  const coverage = words.length / Math.max(parts.length, words.length);
  return 0.4 + 0.3 * (whole / words.length) + 0.2 * coverage + (name.startsWith(query) ? 0.05 : 0);
}

export interface Passage {
  readonly excerpt: string;
  readonly score: number;
}

const EXCERPT_LENGTH = 240;

/** The line or sentence with most of the words; its score is their share. Undefined where none is there. */
export function bestPassage(words: readonly string[], text: string): Passage | undefined {
  let best: Passage | undefined;
  for (const [passage] of text.matchAll(/[^\n.!?]+[.!?]*/g)) {
    const parts = foldName(passage).split(' ');
    const found = words.filter((word) => parts.some((part) => part.startsWith(word))).length;
    if (found === 0) continue;
    const score = found / words.length;
    if (best === undefined || score > best.score) best = { excerpt: passage.trim().slice(0, EXCERPT_LENGTH), score };
  }
  return best;
}
