// Folds text that a page prints twice into its first copy, and remembers where the other copies stand.
import type { Span } from '../../domain/span.ts';
import { sliceMapped, type MappedText } from './mapped-text.ts';

/** Fewer letters may be said twice with meaning: `“Yes,” he said.` */
const LEAST_LETTERS = 40;
/** A whole paragraph may be shorter and still be a copy of a whole paragraph. */
const LEAST_PARAGRAPH_LETTERS = 25;
const LETTER = /[\p{L}\p{N}]/u;

/** Letters and digits alone, so that glue, wraps and quotation marks make no difference, with their places. */
interface LetterKey {
  readonly key: string;
  readonly at: readonly number[];
}

function lettersOf(text: string): LetterKey {
  const units: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 128) {
      if (!isPlainLetter(code)) continue;
      units.push(code < 97 && code > 57 ? String.fromCharCode(code + 32) : text[index]!);
      at.push(index);
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(index)!);
    const first = index;
    index = first + character.length - 1;
    if (!LETTER.test(character)) continue;
    // One unit for one unit: İ in small letters is two.
    const lower = character.toLowerCase();
    units.push(lower.length === character.length ? lower : character);
    for (let unit = first; unit <= index; unit++) at.push(unit);
  }
  return { key: units.join(''), at };
}

/** A letter or digit of ASCII. */
const isPlainLetter = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);

/** The letters of the part `start..end` of a text whose letters are known. */
function partOf({ key, at }: LetterKey, start: number, end: number): LetterKey {
  const first = firstAtOrAfter(at, start);
  const last = firstAtOrAfter(at, end);
  return { key: key.slice(first, last), at: at.slice(first, last).map((index) => index - start) };
}

function firstAtOrAfter(at: readonly number[], offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A later copy of some letters of the kept text. */
export interface Copy {
  /** First letter in the key of the kept text. */
  readonly firstLetter: number;
  /** Raw span of each of its letters. */
  readonly letters: readonly Span[];
  /** Raw ends of the copy, with the punctuation around its letters. */
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[.!?]["”’»')\]]*\s+(?=["“‘(]?[\p{Lu}\d])/gu;

function splitSentences({ text }: MappedText): readonly Span[] {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index, 0: found }) => index + found.length);
  const edges = [0, ...ends, text.length];
  return edges.slice(1).map((end, index) => ({ start: edges[index]!, end }));
}

/** No half of a character beyond the basic plane. */
const isWholeCharacter = (code: number): boolean => code < 0xd800 || code > 0xdfff;

/** Letters of this many are looked up before a whole copy is compared; fewer than any copy has. */
const WINDOW = 20;

/** All letters that were kept, found again by the words that a copy may begin with: no search through the whole text. */
class SaidText {
  private text = '';
  private readonly places = new Map<string, number[]>();

  add({ key, at }: LetterKey, source: string): void {
    for (const [letter, index] of at.entries()) {
      if (at[letter - 1] === index - 1 && isWholeCharacter(source.charCodeAt(index - 1))) continue;
      const window = key.slice(letter, letter + WINDOW);
      if (window.length < WINDOW) break;
      const known = this.places.get(window);
      if (known === undefined) this.places.set(window, [this.text.length + letter]);
      else if (known.length < MOST_PLACES) known.push(this.text.length + letter);
    }
    this.text += key;
  }

  find(key: string): number | undefined {
    return this.places.get(key.slice(0, WINDOW))?.find((place) => this.text.startsWith(key, place));
  }
}

/** A phrase that stands in a text more often than this is no sign of a copy. */
const MOST_PLACES = 50;

export interface Folded<T> {
  readonly kept: readonly (T & { readonly mapped: MappedText })[];
  readonly copies: readonly Copy[];
}

/** Keeps of each piece what has not been said before; the pieces are in text order. */
export function foldRepeats<T extends { readonly mapped: MappedText; readonly whole: boolean }>(
  pieces: readonly T[],
): Folded<T> {
  const said = new SaidText();
  const starts = new Set<string>();
  const kept: T[] = [];
  const copies: Copy[] = [];

  const recordCopy = (mapped: MappedText, letters: LetterKey, firstLetter: number): void => {
    copies.push({
      firstLetter,
      letters: letters.at.map((index) => ({ start: mapped.from[index]!, end: mapped.to[index]! })),
      start: mapped.from[0]!,
      end: mapped.to.at(-1)!,
    });
  };

  const isCopy = (letters: LetterKey, least: number, mapped: () => MappedText): boolean => {
    if (letters.key.length < least) return false;
    const place = said.find(letters.key);
    if (place === undefined) return false;
    if (letters.key.length < LEAST_LETTERS && !starts.has(letters.key)) return false;
    recordCopy(mapped(), letters, place);
    return true;
  };

  for (const piece of pieces) {
    const whole = lettersOf(piece.mapped.text);
    if (isCopy(whole, LEAST_PARAGRAPH_LETTERS, () => piece.mapped)) continue;
    const sentences = splitSentences(piece.mapped);
    const slice = ({ start, end }: Span): MappedText => sliceMapped(piece.mapped, start, end);
    const isFresh = (sentence: Span): boolean =>
      !isCopy(partOf(whole, sentence.start, sentence.end), LEAST_LETTERS, () => slice(sentence));
    const fresh = sentences.length > 1 ? sentences.filter(isFresh) : sentences;
    if (fresh.length === 0) continue;
    const isAll = fresh.length === sentences.length;
    const mapped = isAll ? piece.mapped : joinFresh(fresh.map(slice));
    kept.push({ ...piece, mapped });
    const letters = isAll ? whole : lettersOf(mapped.text);
    starts.add(letters.key);
    said.add(letters, mapped.text);
  }
  return { kept, copies };
}

function joinFresh(sentences: readonly MappedText[]): MappedText {
  return {
    text: sentences.map(({ text }) => text).join(''),
    from: sentences.flatMap(({ from }) => from),
    to: sentences.flatMap(({ to }) => to),
  };
}

/** Raw spans of the copies that hold all letters of a clean span. */
export function makeCopyFinder(text: string, copies: readonly Copy[]): (span: Span) => readonly Span[] {
  if (copies.length === 0) return () => [];
  const { at } = lettersOf(text);
  const letterAt = (offset: number): number => firstAtOrAfter(at, offset);
  return (span) => {
    const first = letterAt(span.start);
    const last = letterAt(span.end) - 1;
    if (last < first) return [];
    const found: Span[] = [];
    for (const copy of copies) {
      const from = first - copy.firstLetter;
      const to = last - copy.firstLetter;
      if (from < 0 || to >= copy.letters.length) continue;
      // Punctuation at the ends of the span belongs to the copy as well, as far as its next letter.
      const tail = span.end - 1 - at[last]!;
      const room = (copy.letters[to + 1]?.start ?? copy.end) - copy.letters[to]!.end;
      const head = at[first]! - span.start;
      const roomBefore = copy.letters[from]!.start - (copy.letters[from - 1]?.end ?? copy.start);
      found.push({
        start: copy.letters[from]!.start - Math.max(0, Math.min(head, roomBefore)),
        end: copy.letters[to]!.end + Math.max(0, Math.min(tail, room)),
      });
    }
    return found;
  };
}
