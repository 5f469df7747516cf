// Compares an engine's analysis with spaCy's answer, column by column.
import type { Doc } from '../../src/language/doc.ts';

/** spaCy's answer on one text, as scripts/model/reference.py writes it. */
export interface Answer {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly tag: readonly string[];
  readonly pos: readonly string[];
  readonly morph: readonly string[];
  readonly lemma: readonly string[];
  readonly head: readonly number[];
  readonly dep: readonly string[];
  /** Tokens that start a sentence. */
  readonly starts: readonly number[];
  readonly entities: readonly (readonly [number, number, string])[];
}

export interface Tally {
  texts: number;
  tokens: number;
  /** Texts whose tokens differ; nothing else of them is compared. */
  otherTokens: number;
  /** Tokens with the right head and relation. */
  attached: number;
  readonly differences: Record<string, number>;
  readonly entities: { wanted: number; found: number; right: number };
  readonly examples: string[];
}

export function newTally(): Tally {
  const entities = { wanted: 0, found: 0, right: 0 };
  return { texts: 0, tokens: 0, otherTokens: 0, attached: 0, differences: {}, entities, examples: [] };
}

const COLUMNS = ['tag', 'pos', 'morph', 'lemma', 'head', 'dep', 'sentence'] as const;

/** Adds one text to the tally. */
export function compare(doc: Doc, answer: Answer, tally: Tally): void {
  tally.texts++;
  const isSameSplit =
    doc.length === answer.start.length &&
    answer.start.every((start, i) => start === doc.tokenStart[i] && answer.end[i] === doc.tokenEnd[i]);
  if (!isSameSplit) {
    tally.otherTokens++;
    tally.examples.push(`tokens differ in ${JSON.stringify(answer.text.slice(0, 80))}`);
    return;
  }
  const starts = new Set(answer.starts);
  for (let i = 0; i < doc.length; i++) {
    tally.tokens++;
    const startsSentence = doc.sentences[doc.sentence[i]!]!.from === i;
    const ours = [doc.tag(i), doc.pos(i), doc.morph(i), doc.lemma(i), doc.head[i]!, doc.dep(i), startsSentence];
    const theirs = [
      answer.tag[i],
      answer.pos[i],
      answer.morph[i],
      answer.lemma[i],
      answer.head[i],
      answer.dep[i],
      starts.has(i),
    ];
    COLUMNS.forEach((column, c) => {
      if (ours[c] === theirs[c]) return;
      tally.differences[column] = (tally.differences[column] ?? 0) + 1;
      tally.examples.push(
        `${column} of ${JSON.stringify(doc.token(i))}: ${String(ours[c])}, spaCy has ${String(theirs[c])}`,
      );
    });
    if (ours[4] === theirs[4] && ours[5] === theirs[5]) tally.attached++;
  }
  compareEntities(doc, answer, tally);
}

function compareEntities(doc: Doc, answer: Answer, tally: Tally): void {
  const wanted = new Set(answer.entities.map((entity) => entity.join(' ')));
  const found = doc.entities.map(({ start, end, label }) => [start, end, label].join(' '));
  tally.entities.wanted += wanted.size;
  tally.entities.found += found.length;
  for (const entity of found) {
    if (wanted.has(entity)) tally.entities.right++;
    else tally.examples.push(`entity ${entity} in ${JSON.stringify(answer.text.slice(0, 60))}`);
  }
}

export const attachment = (tally: Tally): number => tally.attached / Math.max(1, tally.tokens);

/** F1 of the entities. */
export function entityAgreement({ entities: { wanted, found, right } }: Tally): number {
  return wanted + found === 0 ? 1 : (2 * right) / (wanted + found);
}
