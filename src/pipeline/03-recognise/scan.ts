// The working table of recognition: words, lexicon hits, and the drafts that rules lay over them.
import type { AttributeValue } from '../../domain/claim.ts';
import type { EntityKind } from '../../schema/generated.ts';
import type { BlockKind, CleanText, Post, TimeExpression } from '../types.ts';
import { type GazetteerEntry, showsCapitals } from './gazetteer.ts';
import type { WordRanks } from '../02-clean/knowledge.ts';
import { isPersonRow } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** Half-open span of word indexes. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
}

export interface Hit extends WordSpan {
  readonly entry: GazetteerEntry;
}

export interface DraftPost extends WordSpan {
  readonly role: string;
  readonly status: Post['status'];
  readonly body?: Draft;
  readonly impliedBody?: Post['impliedBody'];
  readonly country?: string;
  readonly abroad?: true;
  readonly gender?: 'm' | 'f';
  readonly plural: boolean;
}

/** A mention before it has an id; spans are word spans, `from..to` the name alone. */
export interface Draft extends WordSpan {
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly kind: EntityKind | undefined;
  readonly plural: boolean;
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly posts: readonly DraftPost[];
  readonly foundBy: string;
}

export interface ScanBlock extends WordSpan {
  readonly kind: BlockKind;
  /** Nearly every word has a capital, so that a capital proves nothing. */
  readonly isTitleCase: boolean;
}

export interface Scan {
  readonly clean: CleanText;
  readonly vocabulary: Vocabulary;
  /** An everyday English word that is no name when it has a capital. */
  isCommonWord(folded: string): boolean;
  readonly words: readonly Word[];
  readonly blocks: readonly ScanBlock[];
  /** Lexicon hit that starts at a word; longest, left to right, not overlapping. */
  readonly hitAt: readonly (Hit | undefined)[];
  /** Lexicon hit that covers a word. */
  readonly hitOver: readonly (Hit | undefined)[];
  /** Bodies by their first word, filled by the body rules. */
  readonly bodyAt: Map<number, Draft>;
  readonly times: TimeExpression[];
  readonly drafts: Draft[];
  /** 1 where a draft has claimed the word. */
  readonly taken: Uint8Array;
}

/** More words than a headline has, however many of them have a capital. */
const LONGEST_HEADLINE = 40;

/** A headline has no full stop; in prose that is rich in names capitals keep their meaning. */
function titleCase(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > LONGEST_HEADLINE || /^(?:[.!?;,”"]|[JS]r\.)$/.test(words[to - 1]?.text ?? '')) return false;
  // `Adopted by the Security Council at its 5th meeting`: what was done to the text whose title stands above.
  if (/^(?:adopted|approved|endorsed)$/.test(words[from]?.folded ?? '') && words[from + 1]?.text === 'by') return false;
  let capital = 0;
  let lower = 0;
  for (let index = from; index < to; index++) {
    const word = words[index]!;
    if (!/^\p{L}{4,}/u.test(word.text)) continue;
    if (word.isCapital) capital++;
    else lower++;
  }
  return capital + lower >= 3 && capital > 3 * lower;
}

function findHits(words: readonly Word[], vocabulary: Vocabulary): (Hit | undefined)[] {
  const hits: (Hit | undefined)[] = new Array<Hit | undefined>(words.length).fill(undefined);
  const shared: { readonly index: number; readonly entries: readonly GazetteerEntry[] }[] = [];
  for (let index = 0; index < words.length;) {
    const fitting = vocabulary.gazetteer.trie
      .match(words, index)
      .filter(({ to, value }) => showsCapitals(value, words, index, to));
    const best = fitting[0];
    if (best === undefined || !words[index]!.isWord) {
      index++;
      continue;
    }
    hits[index] = { from: index, to: best.to, entry: best.value };
    const entries = fitting.filter(({ to, value }) => to === best.to && value.class === 'adjective');
    if (entries.length > 1) shared.push({ index, entries: entries.map(({ value }) => value) });
    index = best.to;
  }
  if (shared.length === 0) return hits;
  // `Congolese` is of that Congo which the text names.
  const named = new Set(hits.flatMap((hit) => (hit?.entry.class === 'country' ? [hit.entry.name] : [])));
  for (const { index, entries } of shared) {
    const entry = entries.find(({ name }) => named.has(name));
    if (entry !== undefined) hits[index] = { ...hits[index]!, entry };
  }
  return hits;
}

/** Rarer words may be surnames: Baker is word 9,000 of English, staff word 900. */
const EVERYDAY = 6000;

export function openScan(clean: CleanText, vocabulary: Vocabulary, ranks: WordRanks): Scan {
  const words: Word[] = [];
  const blocks: ScanBlock[] = [];
  const isCommonWord = (folded: string): boolean =>
    (ranks.rank(folded) ?? Infinity) < EVERYDAY && !ranks.isName(folded) && !vocabulary.givenNames.has(folded);
  clean.blocks.forEach((block, index) => {
    const from = words.length;
    words.push(...wordsOf(clean.text, block, index, vocabulary.gazetteer.hyphenation));
    blocks.push({
      from,
      to: words.length,
      kind: block.kind,
      isTitleCase:
        block.kind !== 'list' &&
        titleCase(words, from, words.length) &&
        !isPersonRow(words, from, words.length, vocabulary, isCommonWord),
    });
  });
  const hitAt = findHits(words, vocabulary);
  const hitOver: (Hit | undefined)[] = new Array<Hit | undefined>(words.length).fill(undefined);
  for (const hit of hitAt) if (hit !== undefined) hitOver.fill(hit, hit.from, hit.to);
  const taken = new Uint8Array(words.length);
  return {
    clean,
    vocabulary,
    isCommonWord,
    words,
    blocks,
    hitAt,
    hitOver,
    bodyAt: new Map(),
    times: [],
    drafts: [],
    taken,
  };
}

export const blockOf = (scan: Scan, index: number): ScanBlock => scan.blocks[scan.words[index]!.block]!;

/** True where `index` is a word of the same block as `other`. */
export const isInBlock = (scan: Scan, index: number, other: number): boolean =>
  index >= 0 && index < scan.words.length && scan.words[index]!.block === scan.words[other]!.block;

/** The text of a word span as it stands, white space folded. */
export function textOf(scan: Scan, from: number, to: number): string {
  if (to <= from) return '';
  return scan.clean.text.slice(scan.words[from]!.start, scan.words[to - 1]!.end).replace(/\s+/g, ' ');
}

export function isFree(scan: Scan, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (scan.taken[index] === 1) return false;
  return true;
}

/** Lays a draft over the table; its outer span is taken from now on. */
export function claim(scan: Scan, draft: Draft): void {
  scan.drafts.push(draft);
  scan.taken.fill(1, draft.outerFrom, draft.outerTo);
}

/** Adds a draft inside one that has claimed its words already, once. */
export function nest(scan: Scan, draft: Draft): void {
  if (!scan.drafts.includes(draft)) scan.drafts.push(draft);
}

type DraftParts = Pick<Draft, 'from' | 'to' | 'kind' | 'name' | 'foundBy'> & Partial<Draft>;

export function draftOf(parts: DraftParts): Draft {
  return {
    outerFrom: parts.from,
    outerTo: parts.to,
    form: 'name',
    plural: false,
    attributes: {},
    posts: [],
    ...parts,
  };
}
