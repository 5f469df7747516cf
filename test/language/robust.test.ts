// Whatever the input: no throw, offsets that fit the text, a tree, and effort in proportion to length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import type { Doc } from '../../src/language/doc.ts';

const engine = loadEnglish();

/** The first thing wrong with an analysis, or undefined. */
function fault(doc: Doc): string | undefined {
  let end = 0;
  for (let i = 0; i < doc.length; i++) {
    if (doc.tokenStart[i]! < end || doc.tokenEnd[i]! <= doc.tokenStart[i]!) return `token ${i} overlaps or is empty`;
    if (!/^ ?$/.test(doc.text.slice(end, doc.tokenStart[i]))) return `characters before token ${i} are lost`;
    end = doc.tokenEnd[i]!;
    const sentence = doc.sentences[doc.sentence[i]!]!;
    if (i < sentence.from || i >= sentence.to) return `token ${i} is outside of its sentence`;
    if (doc.head[i]! < sentence.from || doc.head[i]! >= sentence.to) return `head of ${i} is in another sentence`;
    if (doc.tag(i) === '' || doc.pos(i) === '' || doc.dep(i) === '') return `token ${i} lacks a label`;
  }
  if (!/^ ?$/.test(doc.text.slice(end))) return 'characters at the end are lost';
  for (const spans of [doc.entities, doc.domainEntities]) {
    let last = 0;
    for (const span of spans) {
      if (span.start < last || span.end <= span.start || span.end > doc.text.length) return 'a span does not fit';
      last = span.end;
    }
  }
  return undefined;
}

/** Any UTF-16 units, lone surrogates among them, with the characters that tokenizer rules care about made frequent. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        '.',
        "'",
        '"',
        '-',
        ':)',
        "n't",
        'U.S.',
        'http://',
        '@',
        'a',
        'The',
        '1',
        '\ud83d',
        '\udc00',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('random input', () => {
  it('does no harm in 20,000 strings of random Unicode', () => {
    fc.assert(
      fc.property(anyText, (text) => fault(engine.analyse(text, { domainEntities: true })) === undefined),
      { numRuns: 20_000, seed: 4 },
    );
  });

  it('gives an empty text an empty analysis', () => {
    const doc = engine.analyse('');
    expect([doc.length, doc.sentences.length, doc.entities.length, doc.tokenAt(0)]).toEqual([0, 0, 0, -1]);
  });

  it.each([
    ['one word without end', 'a'.repeat(1_000_000)],
    ['opening brackets only', '('.repeat(30_000)],
    ['dots only', '.'.repeat(1_000_000)],
    ['white space only', ' \n\t'.repeat(100_000)],
    ['a URL without end', `http://${'a.'.repeat(20_000)}com/${'x'.repeat(100_000)}`],
    ['at signs', 'a@b.'.repeat(20_000)],
    ['hyphens', 'a-'.repeat(20_000)],
    ['lone surrogates', '\ud83d'.repeat(20_000)],
  ])('takes %s', (_, text) => {
    expect(fault(engine.analyse(text, { domainEntities: true }))).toBeUndefined();
  });
});
