// Rows of a list of people, `H.E. Ann Lee, Minister of Trade of Chile`: each word has a capital, yet it is no headline.
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

const MOST_NAME_WORDS = 8;
/** How far behind the name the noun of the post may stand: `African Union Commissioner`. */
const MOST_OWNER_WORDS = 7;
const OPENER = /^(?:and|[-–—•*]|\d+|[.)])$/;

/** A name alone after an honorific, or a name and behind a comma or dash a post. */
export function isPersonRow(
  words: readonly Word[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
  isCommon: (folded: string) => boolean,
): boolean {
  let start = from;
  while (start < to && OPENER.test(words[start]!.folded)) start++;
  if (hasPostLabel(words, start, to, vocabulary) || isPostAndBody(words, start, to, vocabulary)) return true;
  const label = labelEnd(words, start, to, isCommon);
  const first = afterTitles(words, label, to, vocabulary);
  if (label > start) {
    const post = vocabulary.posts.longest(words, first);
    const name = afterTitles(words, post?.to ?? first, to, vocabulary);
    if ((post !== undefined || first > label) && nameEnd(words, name, to, vocabulary, isCommon) - name > 1) return true;
  }
  const end = nameEnd(words, first, to, vocabulary, isCommon);
  const count = end - first;
  if (count < 1 || count > MOST_NAME_WORDS) return false;
  if (end === to) return first > start && count > 1;
  if (!/^[,(–—-]$/.test(words[end]!.text)) return false;
  return opensPost(words, end + 1, Math.min(to, end + 1 + MOST_OWNER_WORDS), vocabulary);
}

const LONGEST_LABEL = 7;

/** `Republic of Zambia: H.E. President Ann Lee`: past the colon behind a country in capitals; else `start`. */
function labelEnd(words: readonly Word[], start: number, to: number, isCommon: (folded: string) => boolean): number {
  for (let at = start; at < Math.min(to, start + LONGEST_LABEL); at++) {
    // `Present:` and `In the chair:` are no countries.
    if (words[at]!.text === ':') return words.slice(start, at).some(({ folded }) => !isCommon(folded)) ? at + 1 : start;
    if (!words[at]!.isCapital && !/^(?:of|the|and)$/.test(words[at]!.folded)) return start;
  }
  return start;
}

const LONGEST_POST_LABEL = 12;

/** `Housing and Sanitation Minister: Juan Roe`: a post up to the colon, and a name of two words or more behind it. */
function hasPostLabel(words: readonly Word[], start: number, to: number, vocabulary: Vocabulary): boolean {
  const label = words.slice(start, Math.min(to, start + LONGEST_POST_LABEL + 1));
  const colon = start + label.findIndex(({ text }) => text === ':');
  if (colon < start || !isPostUpTo(words, start, colon, vocabulary)) return false;
  const name = afterTitles(words, colon + 1, to, vocabulary);
  return name + 1 < to && words.slice(name, name + 2).every(({ isWord, isCapital }) => isWord && isCapital);
}

/** `Director General, National Board of Trade`: a post, a comma and no more than the body's name behind it. */
function isPostAndBody(words: readonly Word[], start: number, to: number, vocabulary: Vocabulary): boolean {
  const comma = words.slice(start, Math.min(to, start + LONGEST_POST_LABEL)).findIndex(({ text }) => text === ',');
  if (comma < 1 || !isPostUpTo(words, start, start + comma, vocabulary)) return false;
  const body = words.slice(start + comma + 1, to);
  const isNamed = body.some((_, at) => vocabulary.bodyHeads.longest(words, start + comma + 1 + at) !== undefined);
  return isNamed && body.every(({ isWord, isCapital, folded }) => !isWord || isCapital || JOINS.test(folded));
}

const isPostUpTo = (words: readonly Word[], from: number, end: number, vocabulary: Vocabulary): boolean =>
  words.slice(from, end).some((_, at) => vocabulary.posts.longest(words, from + at)?.to === end);

const JOINS = /^(?:of|the|and|for|in|at|on|to)$/;

function afterTitles(words: readonly Word[], start: number, to: number, vocabulary: Vocabulary): number {
  let at = start;
  while (at < to) {
    const title = vocabulary.honorifics.longest(words, at) ?? vocabulary.ranks.longest(words, at);
    if (title === undefined || !words[at]!.isCapital) break;
    at = title.to;
  }
  return at;
}

function nameEnd(
  words: readonly Word[],
  first: number,
  to: number,
  vocabulary: Vocabulary,
  isCommon: (folded: string) => boolean,
): number {
  let at = first;
  for (; at < to; at++) {
    const { isWord, isCapital, folded } = words[at]!;
    if (!isWord || (!isCapital && !vocabulary.particles.has(folded))) break;
    // `Meets`, `Visits`: a headline’s verb.
    if (isCapital && folded.endsWith('s') && isCommon(folded.slice(0, -1))) return first;
    if (vocabulary.particles.has(folded)) continue;
    if (isCommon(folded) || vocabulary.posts.longest(words, at) !== undefined) return first;
  }
  return at;
}

function opensPost(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): boolean {
  for (let at = from; at < to; at++) {
    if (vocabulary.posts.longest(words, at) !== undefined) return true;
    if (!words[at]!.isWord) return false;
  }
  return false;
}
