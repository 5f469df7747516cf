// The lexicons compiled for look-up by words: longest match over a trie.
import type { EntityKind } from '../../schema/generated.ts';
import { type Lexicons, lexiconRows, lexiconValues } from '../knowledge.ts';
import { type Hyphenation, NO_HYPHENATION, type Word, foldWord, wordsOf } from './words.ts';

interface TrieNode<T> {
  next?: Map<string, TrieNode<T>>;
  values?: T[];
}

/** Phrases keyed by their folded words. */
export class PhraseTrie<T> {
  readonly #root: TrieNode<T> = {};

  add(words: readonly string[], value: T): void {
    let node = this.#root;
    for (const word of words) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (child === undefined) node.next.set(word, (child = {}));
      node = child;
    }
    (node.values ??= []).push(value);
  }

  /** Values of every phrase that starts at `from`, the longest first. */
  match(words: readonly Word[], from: number): readonly { readonly to: number; readonly value: T }[] {
    const first = words[from];
    if (first === undefined || this.#root.next?.has(first.folded) !== true) return [];
    const found: { to: number; value: T }[] = [];
    let node: TrieNode<T> | undefined = this.#root;
    const { block } = first;
    for (let index = from; index < words.length && words[index]!.block === block; index++) {
      node = node.next?.get(words[index]!.folded);
      if (node === undefined) break;
      for (const value of node.values ?? []) found.push({ to: index + 1, value });
    }
    return found.reverse();
  }

  longest(words: readonly Word[], from: number): { readonly to: number; readonly value: T } | undefined {
    const first = words[from];
    if (first === undefined) return undefined;
    let best: { to: number; value: T } | undefined;
    let node: TrieNode<T> | undefined = this.#root;
    for (let index = from; index < words.length && words[index]!.block === first.block; index++) {
      node = node.next?.get(words[index]!.folded);
      if (node === undefined) break;
      // A value may itself be undefined: an honorific of either gender.
      if (node.values !== undefined) best = { to: index + 1, value: node.values[0]! };
    }
    return best;
  }
}

export type GazetteerClass =
  | 'country'
  | 'adjective'
  | 'city'
  | 'region'
  | 'facility'
  | 'organisation'
  | 'agency'
  | 'media'
  | 'event'
  | 'instrument';

export interface GazetteerEntry {
  readonly class: GazetteerClass;
  /** Display name; for an adjective the name of the place. */
  readonly name: string;
  readonly kind: EntityKind;
  /** The form as the lexicon writes it: its capitals are what a text must show. */
  readonly surface: string;
  readonly country?: string;
  readonly form?: string;
}

/** Cuts a lexicon phrase into folded words as a text is cut. */
export function phraseWords(phrase: string, hyphenation: Hyphenation = NO_HYPHENATION): readonly string[] {
  return wordsOf(phrase, { start: 0, end: phrase.length }, 0, hyphenation).map((word) => word.folded);
}

const plainCity = (city: string): readonly string[] => city.split(/[[\];]/).map((form) => form.trim());

function citiesOf(field: string): readonly (readonly string[])[] {
  return field
    .split(/;(?![^[]*\])/)
    .map((city) => plainCity(city).filter((form) => form !== ''))
    .filter((forms) => forms.length > 0);
}

function* placeEntries(lexicons: Lexicons): Iterable<GazetteerEntry> {
  for (const [name, others, adjectives, capital] of lexiconRows(lexicons, 'countries')) {
    const country = name!;
    for (const surface of [country, ...lexiconValues(others)])
      yield { class: 'country', name: country, kind: 'Country', surface, country };
    for (const surface of lexiconValues(adjectives).flatMap((form) => [form, ...pluralDemonym(form)]))
      yield { class: 'adjective', name: country, kind: 'Country', surface, country };
    const [first] = lexiconValues(capital);
    for (const surface of lexiconValues(capital)) {
      const display = sharesPlace(surface, first!) ? first! : surface;
      yield { class: 'city', name: display, kind: 'City', surface, country };
    }
  }
  for (const [country, cities] of lexiconRows(lexicons, 'cities'))
    for (const forms of citiesOf(cities!))
      for (const surface of forms) yield { class: 'city', name: forms[0]!, kind: 'City', surface, country: country! };
  for (const [name, others, adjectives] of lexiconRows(lexicons, 'regions')) {
    for (const surface of [name!, ...lexiconValues(others)])
      yield { class: 'region', name: name!, kind: 'Region', surface };
    for (const surface of lexiconValues(adjectives)) yield { class: 'adjective', name: name!, kind: 'Region', surface };
  }
}

/** Capitals fields list spellings of one city and, rarely, a second city; spellings share their first letter. */
const sharesPlace = (one: string, other: string): boolean => foldWord(one)[0] === foldWord(other)[0];

const pluralDemonym = (form: string): readonly string[] => (/(?:an|i|k|b|t|r|n)$/.test(form) ? [`${form}s`] : []);

function* facilityEntries(lexicons: Lexicons): Iterable<GazetteerEntry> {
  for (const [name, others, country] of lexiconRows(lexicons, 'facilities'))
    for (const surface of [name!, ...lexiconValues(others)])
      yield { class: 'facility', name: name!, kind: 'Facility', surface, ...(country ? { country } : {}) };
}

function* bodyEntries(lexicons: Lexicons): Iterable<GazetteerEntry> {
  for (const [name, others, form] of lexiconRows(lexicons, 'organisations'))
    for (const surface of [name!, ...lexiconValues(others)])
      yield { class: 'organisation', name: name!, kind: 'Organisation', surface, form: form! };
  for (const [name, others, country] of lexiconRows(lexicons, 'agencies'))
    for (const surface of [name!, ...lexiconValues(others)])
      yield { class: 'agency', name: name!, kind: 'Agency', surface, ...(country ? { country } : {}) };
  for (const [name, others, country] of lexiconRows(lexicons, 'media'))
    for (const surface of [name!, ...lexiconValues(others)])
      yield { class: 'media', name: name!, kind: 'Media', surface, form: 'media', ...(country ? { country } : {}) };
  for (const [series, others, kind, form] of lexiconRows(lexicons, 'named-events'))
    for (const { name, surface } of numbered(series!, lexiconValues(others)))
      yield { class: 'event', name, kind: kind as EntityKind, surface, form: form! };
  for (const [name, others, kind] of lexiconRows(lexicons, 'named-instruments'))
    for (const surface of [name!, ...lexiconValues(others)])
      yield { class: 'instrument', name: name!, kind: kind as EntityKind, surface };
}

const LAST_OF_SERIES = 99;

/** `COP#` stands for COP1 to COP99; a name without the mark for itself. */
function numbered(
  name: string,
  others: readonly string[],
): readonly { readonly name: string; readonly surface: string }[] {
  const surfaces = [name, ...others];
  if (!name.includes('#')) return surfaces.map((surface) => ({ name, surface }));
  return Array.from({ length: LAST_OF_SERIES }, (_, at) => String(at + 1)).flatMap((number) =>
    surfaces.map((surface) => ({ name: name.replace('#', number), surface: surface.replace('#', number) })),
  );
}

export interface Gazetteer {
  readonly trie: PhraseTrie<GazetteerEntry>;
  readonly hyphenation: Hyphenation;
  /** Adjective and short forms of countries for single words: `vietnamese` → Vietnam. */
  readonly countryOfAdjective: ReadonlyMap<string, string>;
}

export function compileGazetteer(lexicons: Lexicons): Gazetteer {
  const entries = [...placeEntries(lexicons), ...facilityEntries(lexicons), ...bodyEntries(lexicons)];
  const whole = new Set<string>();
  const separable = new Set<string>();
  for (const { surface, class: sort } of entries) {
    for (const word of surface.split(' ')) if (word.includes('-')) whole.add(foldWord(word));
    const isPlaceOrAcronym = sort === 'country' || sort === 'adjective' || /^\p{Lu}{2,}/u.test(surface);
    if (isPlaceOrAcronym && !/[ -]/.test(surface)) separable.add(surface);
  }
  const hyphenation = { whole, separable };
  const trie = new PhraseTrie<GazetteerEntry>();
  const countryOfAdjective = new Map<string, string>();
  for (const entry of entries) {
    trie.add(phraseWords(entry.surface, hyphenation), entry);
    if (entry.class === 'adjective' && entry.country !== undefined) {
      const key = foldWord(entry.surface);
      if (!countryOfAdjective.has(key)) countryOfAdjective.set(key, entry.country);
    }
  }
  return { trie, hyphenation, countryOfAdjective };
}

/** An acronym must stand in capitals as the lexicon has it; any other name must open with a capital. */
export function showsCapitals(entry: GazetteerEntry, words: readonly Word[], from: number, to: number): boolean {
  const surface = entry.surface;
  if (/^[\p{Lu}\p{N}.&+-]{2,}$/u.test(surface))
    return words[from]!.text.replace(/\.$/, '') === surface.replace(/\.$/, '');
  // `AfD` is not the `AFD` of another text.
  if (/^\p{Lu}\p{Ll}\p{Lu}\p{L}?$/u.test(surface)) return words[from]!.text === surface;
  const parts = surface.split(' ');
  if (parts.length === 1) return words[from]!.isCapital || !/^\p{Lu}/u.test(surface);
  const last = words[to - 1]!;
  const needsLast = /^\p{Lu}/u.test(parts.at(-1)!);
  return (words[from]!.isCapital || !/^\p{Lu}/u.test(surface)) && (!needsLast || last.isCapital || !last.isWord);
}
