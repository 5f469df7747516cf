// The words that the full-text indexes of both stores hold, and how a search is cut into words: as Lucene's standard tokenizer does.
import { foldName } from '../../../domain/names.ts';
import type { Properties } from '../../../projection/graph.ts';

/** Letters and digits, with the signs that stand inside a word (u.s, o'brien) or a number (1,000); ideographs one by one. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}])[\p{L}\p{N}\p{M}_]|(?<=[\p{L}\p{M}])[.:'’‘·․](?=\p{L})|(?<=\p{N})[.,;'’](?=\p{N}))+/gu;

/** Where folding may change more than the case. */
// eslint-disable-next-line no-control-regex -- plain ASCII has nothing to take apart
const CHANGES = /[^\x00-\x7f]|\w[.':,;_]\w/;

/** In lower case, accents kept. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** The folded words in order, then each once those as written that folding changes: `Đặng` is found as dang and as đặng. */
export function indexedWords(text: string): readonly string[] {
  const folded = foldName(text).split(' ').filter(Boolean);
  return [...folded, ...writtenWords(text, new Set(folded))];
}

/** Each word of an entity's names once. */
export function nameWords(properties: Properties): readonly string[] {
  const names = properties.flatMap(([key, value]) => (key === 'name' || key === 'aliases' ? value : [])) as string[];
  const folded = new Set(names.flatMap((name) => foldName(name).split(' ').filter(Boolean)));
  return [...folded, ...writtenWords(names.join(' \n '), folded)];
}

function writtenWords(text: string, known: ReadonlySet<string>): Iterable<string> {
  const pieces = text.split(/\s+/u).filter((piece) => CHANGES.test(piece));
  return new Set(pieces.flatMap(wordsIn).filter((word) => !known.has(word)));
}
