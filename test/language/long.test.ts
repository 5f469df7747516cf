// Long documents are cut where the parser ends a sentence, and that changes nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import type { Doc } from '../../src/language/doc.ts';
import type { Answer } from './compare.ts';

const engine = loadEnglish();
const sentences = readFileSync(join(import.meta.dirname, 'fixtures', 'reference.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as Answer).text)
  .filter((text) => /^[A-Z][^\n]*[a-z]\.$/.test(text) && text.length < 300);

/** Everything the engine says of the tokens of `[from, to)`, with offsets from the range's start. */
function said(doc: Doc, from: number, to: number): string[] {
  const offset = doc.tokenStart[from]!;
  return Array.from({ length: to - from }, (_, k) => {
    const i = from + k;
    return [doc.tokenStart[i]! - offset, doc.tag(i), doc.lemma(i), doc.dep(i), doc.head[i]! - from].join(' ');
  });
}

function longText(tokens: number): string {
  let text = '';
  for (let i = 0; engineTokens(text) < tokens; i += 100) {
    const part = Array.from({ length: 100 }, (_, k) => sentences[(i + k) % sentences.length]!);
    text += `${part.join(' ')} `;
  }
  return text;
}

const engineTokens = (text: string): number => engine.analyse(text, { parse: false, entities: false }).length;

describe('a document of more than 4,096 tokens', () => {
  const text = longText(12_000);
  const doc = engine.analyse(text);

  it('is analysed to the last character', () => {
    expect(doc.length).toBeGreaterThan(12_000);
    expect(doc.tokenEnd[doc.length - 1]).toBe(text.trimEnd().length);
  });

  it('is cut only between sentences', () => {
    for (const { from, to } of doc.sentences) {
      for (let i = from; i < to; i++) expect(doc.head[i]! >= from && doc.head[i]! < to).toBe(true);
    }
  });

  it('says around every cut what a text that starts two sentences earlier says', () => {
    for (const cut of [4096, 8192]) {
      const at = doc.sentence[cut]!;
      const [first, last] = [doc.sentences[at - 3]!, doc.sentences[at + 3]!];
      const [start, end] = [doc.tokenStart[first.from]!, doc.tokenEnd[last.to - 1]!];
      const short = engine.analyse(text.slice(start, end));
      const [inner, outer] = [doc.sentences[at - 2]!, doc.sentences[at + 2]!];
      const shift = first.from;
      expect(said(doc, inner.from, outer.to)).toEqual(said(short, inner.from - shift, outer.to - shift));
      const within = (spans: Doc['entities'], offset: number): string[] =>
        spans
          .map((span) => ({ ...span, start: span.start + offset }))
          .filter((span) => span.start >= doc.tokenStart[inner.from]! && span.start < doc.tokenStart[outer.to]!)
          .map((span) => `${span.start} ${span.label}`);
      expect(within(doc.entities, 0)).toEqual(within(short.entities, start));
    }
  });

  it('finds names where nothing is parsed as a single pass would', () => {
    const names = (part: string): string[] =>
      engine.analyse(part, { parse: false }).entities.map(({ start, end }) => part.slice(start, end));
    const half = text.slice(0, doc.tokenStart[doc.sentences[doc.sentence[3000]!]!.from]);
    expect(names(text).slice(0, names(half).length - 5)).toEqual(names(half).slice(0, -5));
  });
});
