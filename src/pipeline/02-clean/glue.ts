// Undoes glued words: only words that nobody knows, split where the parts are most probable.
import type { WordRanks } from './knowledge.ts';
import { applyEdits, type Edit, type MappedText } from './mapped-text.ts';
import { hasPrefix, isDerivedWord } from './derived-words.ts';

/** Words of a document as they are written, with their number: what recurs alone may be cut off from a longer word. */
export type WordCounts = ReadonlyMap<string, number>;

const WORD = /\p{L}+/gu;
/** Two-letter parts must be words of this list: nearly every pair of letters is ranked as an abbreviation of something. */
const SHORT_WORDS = new Set('of in to is it on at as by an we he or if us so no my do be go me up am'.split(' '));
/** Rank up to which a three-letter part counts as a word and not as an abbreviation. */
const THREE_LETTER_RANK = 3000;
const PART_RANK = 70_000;
/** Rarer words are parts only from this length on: short ones are abbreviations and names. */
const RARE_PART_LENGTH = 5;
/** A split this probable is glue even where the whole could be a derived word: `inpolitical`. */
const SURE_LOG_PROBABILITY = -18;
const MAX_PARTS = 4;
/** Longer runs of letters are no glued words. */
const LONGEST_WORD = 60;
/** Each further cut must make the parts more probable by this much: `infamous photographs`, not `in famous photographs`. */
const CUT_COST = 3;
/** Natural logarithm of the probability below which a split is worse than leaving the word (measured, docs/decisions/0501). */
const LEAST_LOG_PROBABILITY = -31;
/** Function words that may follow a capitalised word which does not recur. */
const TAILS = new Set('of and the for with from that said has was will have were which who told'.split(' '));
/** Letters of the longest of them. */
const LONGEST_TAIL = 5;
/** Shorter ones, which may only follow a very common word: `Partyin`. */
const SHORT_TAILS = new Set('in on to at by is as'.split(' '));
/** Endings by which a name makes another name or an adjective: Somali-land, Gandhi-an. */
const NAME_ENDINGS = new Set(
  'an or us he so no me my do go am we if man men son land ton town stone wood ford field berg house well hill way ship less like most'.split(
    ' ',
  ),
);
/** Verbs that make glue of a pronoun even where the frequency list knows the whole: `Itis`. */
const AUXILIARIES = new Set('is was has had will are were have'.split(' '));
/** Words that open sentences, so that their capital says nothing. */
const OPENERS = new Set(
  (
    'the of it he she they we this that these those in on at for from with after before during as but and if when while both ' +
    'one two three four five six seven eight nine ten many most some all also here there his her their its our'
  ).split(' '),
);
/** Particles of names and prefixes that stand before a capital inside one word: deGaulle, eBay. */
const PARTICLES = new Set('de di du da la le el al von van der bin ibn mac mc o e i'.split(' '));

export function countWords(texts: Iterable<string>): WordCounts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { 0: word } of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Zipf's law: the r-th word has probability 1 / (r ln N). */
function logProbability(rank: number, words: WordRanks): number {
  return -Math.log(rank * Math.log(words.size));
}

function scorePart(part: string, words: WordRanks, counts: WordCounts): number | undefined {
  if (part === 'a') return logProbability(4, words);
  if (part.length < 2 || (part.length === 2 && !SHORT_WORDS.has(part))) return undefined;
  const rank = words.rank(part);
  if (rank === undefined || (rank > PART_RANK && part.length < RARE_PART_LENGTH)) {
    return part.length > 4 && (counts.get(part) ?? 0) > 0 ? logProbability(PART_RANK, words) : undefined;
  }
  return part.length === 3 && rank > THREE_LETTER_RANK ? undefined : logProbability(rank, words);
}

interface Split {
  readonly parts: readonly string[];
  readonly score: number;
}

/** Best split of lower-case letters into known words, by dynamic programming over the number of parts. */
function bestSplit(word: string, words: WordRanks, counts: WordCounts): Split | undefined {
  const best: (Split | undefined)[][] = [[{ parts: [], score: 0 }]];
  for (let end = 1; end <= word.length; end++) {
    const row: (Split | undefined)[] = [];
    for (let start = 0; start < end; start++) {
      const before = best[start]!;
      if (before.every((split) => split === undefined)) continue;
      const part = word.slice(start, end);
      const score = scorePart(part, words, counts);
      if (score === undefined) continue;
      for (let parts = 0; parts < MAX_PARTS; parts++) {
        const split = before[parts];
        if (split === undefined) continue;
        const total = split.score + score;
        if (total > (row[parts + 1]?.score ?? -Infinity))
          row[parts + 1] = { parts: [...split.parts, part], score: total };
      }
    }
    best.push(row);
  }
  const worth = (split: Split | undefined): number =>
    split === undefined ? -Infinity : split.score - CUT_COST * split.parts.length;
  return best[word.length]!.slice(2).reduce<Split | undefined>(
    (top, split) => (worth(split) > worth(top) ? split : top),
    undefined,
  );
}

function isKnown(word: string, words: WordRanks): boolean {
  return words.rank(word) !== undefined || isDerivedWord(word, words);
}

function splitLowerCase(word: string, words: WordRanks, counts: WordCounts): readonly number[] {
  if (word.length < 4 || words.rank(word) !== undefined) return [];
  const split = bestSplit(word, words, counts);
  if (split === undefined || split.score < LEAST_LOG_PROBABILITY - 6 * (split.parts.length - 2)) return [];
  if (split.score < SURE_LOG_PROBABILITY && isDerivedWord(word, words)) return [];
  // A word that the author writes again and again is a word, unless it is made of the commonest ones.
  if ((counts.get(word) ?? 0) >= 3 && split.score < -18) return [];
  return cutsOf(split.parts);
}

function cutsOf(parts: readonly string[], offset = 0): readonly number[] {
  const cuts: number[] = [];
  let at = offset;
  for (const part of parts.slice(0, -1)) cuts.push((at += part.length));
  return cuts;
}

/** Lower-case rest after a cut: one known word, or itself glue. */
function splitRest(rest: string, at: number, words: WordRanks, counts: WordCounts): readonly number[] | undefined {
  if (rest === 'a' || SHORT_WORDS.has(rest)) return [at];
  if (rest.length < 3) return undefined;
  if (rest.length === 3 ? (words.rank(rest) ?? Infinity) <= THREE_LETTER_RANK : isKnown(rest, words)) return [at];
  const inner = splitLowerCase(rest, words, counts);
  return inner.length > 0 ? [at, ...inner.map((cut) => cut + at)] : undefined;
}

const sorted = new WeakMap<WordCounts, readonly string[]>();

function sortedWords(counts: WordCounts): readonly string[] {
  let all = sorted.get(counts);
  if (all === undefined) sorted.set(counts, (all = [...counts.keys()].sort()));
  return all;
}

/** Place of the first word that is not before the given one. */
function firstFrom(all: readonly string[], word: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A name stands elsewhere by itself, or glued to another known word: `Skripalincident` and `Skripaland`. */
function standsElsewhere(name: string, word: string, words: WordRanks, counts: WordCounts): boolean {
  if (counts.has(name)) return true;
  if (name.length < 5) return false;
  const all = sortedWords(counts);
  for (let place = firstFrom(all, name); all[place]?.startsWith(name) === true; place++) {
    const other = all[place]!;
    if (other.length < name.length + 3 || other === word) continue;
    const rest = other.slice(name.length);
    const isWord = rest.length === 3 ? TAILS.has(rest) : (words.rank(rest) ?? Infinity) < 20_000;
    if (isWord && !NAME_ENDINGS.has(rest) && !words.isName(other.toLowerCase())) return true;
  }
  return false;
}

/** The rest may follow a word as common as the left part: how common that must be depends on the rest. */
function isTail(rest: string, left: string, words: WordRanks, isPrefixed: boolean): boolean {
  if (rest.length <= LONGEST_TAIL) {
    if (TAILS.has(rest)) return words.rank(left) !== undefined;
    return SHORT_TAILS.has(rest) && (words.rank(left) ?? Infinity) < 3000;
  }
  if (isPrefixed || rest.length <= 6 || rest.endsWith('ing')) return false;
  return (words.rank(left) ?? Infinity) < 20_000 && (words.rank(rest) ?? Infinity) < 6000;
}

/** `Patrushevsaid`, `Itis`, `Officeof`: the left part recurs, opens a sentence, or is a word before a function word. */
function splitCapitalised(word: string, words: WordRanks, counts: WordCounts): readonly number[] {
  const lower = word.toLowerCase();
  if ((words.rank(lower) ?? Infinity) > 20_000) {
    const pronoun = /^(?:it|he|she|they|this|that|there)(?=(.+)$)/u.exec(lower);
    if (pronoun !== null && AUXILIARIES.has(pronoun[1] ?? '')) return [pronoun[0].length];
  }
  if (lower.length < 4 || words.rank(lower) !== undefined || words.isName(lower)) return [];
  if (SERVANT_NAME.test(lower)) return [];
  const isPrefixed = hasPrefix(lower, words);
  let best: { cuts: readonly number[]; rank: number } | undefined;
  for (let at = 2; at < word.length; at++) {
    const left = lower.slice(0, at);
    const rest = lower.slice(at);
    const recurs =
      at > 2 && !isPrefixed && !NAME_ENDINGS.has(rest) && standsElsewhere(word.slice(0, at), word, words, counts);
    const isWordBeforeTail = at > 4 && isTail(rest, left, words, isPrefixed);
    const opens = OPENERS.has(left) && (words.rank(rest) ?? Infinity) < 20_000 && (at > 2 || rest.length > 1);
    if (!recurs && !isWordBeforeTail && !opens) continue;
    const cuts = splitRest(rest, at, words, counts);
    // `May` recurs and `Mayardit` is a name: a short word that does not open leaves one word behind it.
    if (at <= 3 && !opens && (cuts?.length ?? 0) > 1) continue;
    if (cuts === undefined || (opens && !recurs && isDerivedWord(lower, words))) continue;
    const rank = words.rank(rest) ?? PART_RANK;
    if (
      best === undefined ||
      cuts.length < best.cuts.length ||
      (cuts.length === best.cuts.length && rank < best.rank)
    ) {
      best = { cuts, rank };
    }
  }
  // Mendelev + s, Merz + in: a foreign name may begin like another one; the rest must be a common word.
  return best !== undefined && best.rank <= 20_000
    ? best.cuts
    : best !== undefined && best.cuts.length > 1
      ? best.cuts
      : [];
}

/** `withPolitburo`, `SpokesmanDmitry`, `VNAVietnam`: a capital inside a word, where both sides stand on their own. */
function splitAtCapital(word: string, words: WordRanks, counts: WordCounts): number | undefined {
  if ((counts.get(word) ?? 0) > 1 || words.rank(word.toLowerCase()) !== undefined || words.isName(word.toLowerCase()))
    return undefined;
  const inner = /^(\p{Lu}?\p{Ll}+)(\p{Lu}\p{L}*)$/u.exec(word) ?? /^(\p{Lu}{2,})(\p{Lu}\p{Ll}{2,})$/u.exec(word);
  if (inner === null) return undefined;
  const [, left = '', right = ''] = inner;
  if (PARTICLES.has(left.toLowerCase())) return undefined;
  const recurs = counts.has(left) && (counts.has(right) || left.length > 3);
  if (/^\p{Lu}{2}/u.test(left)) return recurs || counts.has(left) ? left.length : undefined;
  const rank = words.rank(left.toLowerCase()) ?? Infinity;
  if (/^\p{Ll}/u.test(left))
    return left.length > 1 && (rank < 30_000 || splitLowerCase(left, words, counts).length > 0)
      ? left.length
      : undefined;
  if (recurs || OPENERS.has(left.toLowerCase()) || (left.length > 5 && rank < 30_000)) return left.length;
  const bothAreWords = rank < 60_000 && (words.rank(right.toLowerCase()) ?? Infinity) < 60_000;
  return bothAreWords && left.length > 3 && right.length > 2 ? left.length : undefined;
}

/** Places inside a word at which a space is missing, in order. */
export function findCuts(word: string, words: WordRanks, counts: WordCounts): readonly number[] {
  if (word.length > LONGEST_WORD || !/^\p{L}{3,}$/u.test(word)) return [];
  const capital = /(?<=\p{Ll})\p{Lu}|(?<=\p{Lu}{2})\p{Lu}(?=\p{Ll}{2})/u.test(word)
    ? splitAtCapital(word, words, counts)
    : undefined;
  if (capital !== undefined) {
    const left = findCuts(word.slice(0, capital), words, counts);
    const right = findCuts(word.slice(capital), words, counts);
    return [...left, capital, ...right.map((cut) => cut + capital)];
  }
  if (/^\p{Ll}+$/u.test(word)) return splitLowerCase(word, words, counts);
  if (/^\p{Lu}\p{Ll}+$/u.test(word)) return splitCapitalised(word, words, counts);
  const acronym = /^(\p{Lu}{2,})(\p{Ll}{2,})$/u.exec(word);
  if (acronym === null) return [];
  const [, capitals = '', rest = ''] = acronym;
  return TAILS.has(rest) || SHORT_TAILS.has(rest) ? [capitals.length] : [];
}

/** Abdulrahman, Abdelaziz, Nurmuhammad: one name, though its first part is another's. */
const SERVANT_NAME = /^(?:abd[aeu][lrstz]|abdou|nur|ghulam)\p{L}{3}/u;

/** `Siale’ataongo`: a name with a stop inside; behind the s of an owner a word follows. */
const HALF_NAME = /(?<!\p{L})\p{Lu}\p{Ll}*[^\P{Ll}s][’']$/u;

/** Letters beside these belong to an address or a name of a file. */
function isPartOfAddress(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (/[@/_.\\#&]/u.test(before) && /\S/u.test(text[start - 2] ?? ' ')) return true;
  return /[@/_\\]/u.test(text[end] ?? ' ');
}

/** `sdecision` after an apostrophe: the possessive letter comes off first. */
function findPossessiveCuts(word: string, words: WordRanks, counts: WordCounts): readonly number[] {
  if (!/^s\p{Ll}{2}/u.test(word) || isKnown(word, words)) return [];
  const rest = word.slice(1);
  const cuts = findCuts(rest, words, counts);
  return cuts.length > 0 || isKnown(rest, words) || SHORT_WORDS.has(rest) ? [1, ...cuts.map((cut) => cut + 1)] : [];
}

/** `Idriss Itno`, `Gen. Itno`: what opens a sentence cannot open a word inside a name. */
function opensInsideName(text: string, index: number, word: string, cut = 0): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(word) || !OPENERS.has(word.slice(0, cut).toLowerCase())) return false;
  return /(?<!\p{L})(?:\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}{1,3}\.) $/u.test(text.slice(Math.max(0, index - 24), index));
}

const cutsOfDocument = new WeakMap<WordCounts, Map<string, readonly number[]>>();

/** `findCuts`, remembered for the document: names recur. */
function knownCuts(word: string, words: WordRanks, counts: WordCounts): readonly number[] {
  let known = cutsOfDocument.get(counts);
  if (known === undefined) cutsOfDocument.set(counts, (known = new Map<string, readonly number[]>()));
  let cuts = known.get(word);
  if (cuts === undefined) known.set(word, (cuts = findCuts(word, words, counts)));
  return cuts;
}

export function undoGlue(mapped: MappedText, words: WordRanks, counts: WordCounts): MappedText {
  const edits: Edit[] = [];
  for (const { 0: word, index } of mapped.text.matchAll(WORD)) {
    // Nothing below cuts a word in small letters that the frequency list knows, and that is nearly every word.
    if (words.rank(word) !== undefined) continue;
    if (isPartOfAddress(mapped.text, index, index + word.length)) continue;
    const afterApostrophe = /[’']/u.test(mapped.text[index - 1] ?? ' ');
    const possessive = afterApostrophe ? findPossessiveCuts(word, words, counts) : [];
    const found = possessive.length > 0 ? possessive : knownCuts(word, words, counts);
    const isRestOfName =
      afterApostrophe && possessive.length === 0 && HALF_NAME.test(mapped.text.slice(Math.max(0, index - 16), index));
    const cuts = isRestOfName || opensInsideName(mapped.text, index, word, found[0]) ? [] : found;
    for (const cut of cuts) edits.push({ start: index + cut, end: index + cut, insert: ' ' });
  }
  return applyEdits(mapped, edits);
}
