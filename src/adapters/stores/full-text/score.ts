// Hits and their scores as Lucene gives them (BM25 with k1 1.2 and b 0.75), so that both stores put the same nodes first.
import { allowsEdits, matchesPattern } from './similar-words.ts';
import type { Clause, TextQuery } from './query.ts';

/** The places of a word in what is searched, by key. */
export type Postings<Key> = ReadonlyMap<Key, readonly number[]>;

export interface WordIndex<Key> {
  /** How many texts it holds, and how many words these have on average. */
  readonly size: number;
  readonly averageLength: number;
  lengthOf(key: Key): number;
  postings(word: string): Postings<Key>;
  words(): Iterable<string>;
}

export type Scores<Key> = Map<Key, number>;

export function scoreHits<Key>(query: TextQuery, index: WordIndex<Key>): Scores<Key> {
  switch (query.kind) {
    case 'phrase':
      return phraseScores(query.words, index, query.boost);
    case 'pattern':
      return patternScores(query.pattern, index, query.boost);
    case 'fuzzy':
      return fuzzyScores(query, index);
    case 'group':
      return groupScores(query.clauses, index, query.boost);
  }
}

function groupScores<Key>(clauses: readonly Clause[], index: WordIndex<Key>, boost: number): Scores<Key> {
  const of = (occur: Clause['occur']): Scores<Key>[] =>
    clauses.filter((clause) => clause.occur === occur).map(({ query }) => scoreHits(query, index));
  const [must, should, not] = [of('must'), of('should'), of('not')];
  const found: Scores<Key> = new Map();
  for (const key of (must[0] ?? new Set(should.flatMap((scores) => [...scores.keys()]))).keys()) {
    if (!must.every((scores) => scores.has(key)) || not.some((scores) => scores.has(key))) continue;
    const score = [...must, ...should].reduce((sum, scores) => sum + (scores.get(key) ?? 0), 0);
    found.set(key, boost * score);
  }
  return found;
}

function phraseScores<Key>(words: readonly string[], index: WordIndex<Key>, boost: number): Scores<Key> {
  const lists = words.map((word) => index.postings(word));
  const rarity = lists.reduce((sum, list) => sum + rarityOf(list.size, index), 0);
  const found: Scores<Key> = new Map();
  for (const [key, places] of lists[0] ?? []) {
    const rest = lists.slice(1).map((list) => new Set(list.get(key)));
    const count = places.filter((place) => rest.every((later, at) => later.has(place + at + 1))).length;
    if (count > 0) found.set(key, boost * rarity * frequency(count, index.lengthOf(key), index));
  }
  return found;
}

/** Lucene's patterns all score alike. */
function patternScores<Key>(pattern: string, index: WordIndex<Key>, boost: number): Scores<Key> {
  const found: Scores<Key> = new Map();
  for (const word of index.words())
    if (matchesPattern(word, pattern)) for (const key of index.postings(word).keys()) found.set(key, boost);
  return found;
}

/** Lucene tries the nearest so many. */
const MAX_SIMILAR = 50;

/** The nearer the word the more it counts. */
function fuzzyScores<Key>(query: TextQuery & { kind: 'fuzzy' }, index: WordIndex<Key>): Scores<Key> {
  const similar: { word: string; nearness: number }[] = [];
  const length = Array.from(query.word).length;
  for (const word of index.words()) {
    const edits = allowsEdits(query.word, word, query.edits);
    if (edits !== undefined)
      similar.push({ word, nearness: edits === 0 ? 1 : 1 - edits / Math.min(length, Array.from(word).length) });
  }
  similar.sort((left, right) => right.nearness - left.nearness || (left.word < right.word ? -1 : 1));
  const found: Scores<Key> = new Map();
  for (const { word, nearness } of similar.slice(0, MAX_SIMILAR))
    for (const [key, score] of phraseScores([word], index, query.boost * nearness))
      found.set(key, (found.get(key) ?? 0) + score);
  return found;
}

function rarityOf(texts: number, { size }: { readonly size: number }): number {
  return Math.log(1 + (size - texts + 0.5) / (texts + 0.5));
}

const K1 = 1.2;
const B = 0.75;

function frequency(count: number, length: number, { averageLength }: { readonly averageLength: number }): number {
  return count / (count + K1 * (1 - B + (B * rounded(length)) / averageLength));
}

/** Lucene keeps a length in one byte: exact below 40, then four binary digits. */
function rounded(length: number): number {
  const over = length - 24;
  const shift = over < 16 ? 0 : Math.floor(Math.log2(over)) - 3;
  return 24 + Math.floor(over / 2 ** shift) * 2 ** shift;
}
