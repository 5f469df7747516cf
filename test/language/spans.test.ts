// Spans that a rule hands to the engine: merged into one token, or fixed as names.
import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import type { Doc, LabelledSpan } from '../../src/language/doc.ts';

const engine = loadEnglish();

const spanOf = (text: string, part: string): { start: number; end: number } => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};
const words = (doc: Doc): string[] => Array.from({ length: doc.length }, (_, i) => doc.token(i));
const names = (text: string, spans: readonly LabelledSpan[]): string[] =>
  spans.map(({ start, end, label }) => `${text.slice(start, end)}/${label}`);

describe('merged spans', () => {
  const text = 'President To Lam’s visit to the Ministry of Public Security ended.';
  const merge = [
    { ...spanOf(text, 'To Lam'), surface: 'Johnson' },
    { ...spanOf(text, 'Ministry of Public Security'), surface: 'Ministry' },
  ];

  it('become one token with the characters of the text', () => {
    expect(words(engine.analyse(text, { merge }))).toEqual([
      'President',
      'To Lam',
      '’s',
      'visit',
      'to',
      'the',
      'Ministry of Public Security',
      'ended',
      '.',
    ]);
  });

  it('are tagged as their surface is', () => {
    const merged = engine.analyse(text, { merge });
    const plain = engine.analyse('President Johnson’s visit to the Ministry ended.');
    const tags = (doc: Doc): string[] => words(doc).map((_, i) => `${doc.tag(i)} ${doc.dep(i)} ${doc.head[i]!}`);
    expect(tags(merged)).toEqual(tags(plain));
  });

  it('may stand at both ends of the text and inside a word', () => {
    const glued = 'ToLammetPutin';
    const doc = engine.analyse(glued, {
      merge: [
        { start: 0, end: 5, surface: 'Lam' },
        { start: 8, end: 13, surface: 'Putin' },
      ],
    });
    expect(words(doc)).toEqual(['ToLam', 'met', 'Putin']);
  });

  it('leave double spaces as the tokenizer has them', () => {
    const doc = engine.analyse('To Lam  left.', { merge: [{ start: 0, end: 6, surface: 'Lam' }] });
    expect(words(doc)).toEqual(['To Lam', ' ', 'left', '.']);
  });
});

describe('fixed names', () => {
  const text = 'Then To Lam met Barack Obama of the Joint Crime Centre in Hanoi.';

  it('are kept with their label, and the decoder works around them', () => {
    const preset = [{ ...spanOf(text, 'To Lam'), label: 'PERSON' }];
    expect(names(text, engine.analyse(text, { preset }).entities)).toEqual([
      'To Lam/PERSON',
      'Barack Obama/PERSON',
      'the Joint Crime Centre/ORG',
      'Hanoi/GPE',
    ]);
  });

  it('cut a name that would reach into them', () => {
    const preset = [{ ...spanOf(text, 'Obama of'), label: 'ORG' }];
    const { entities } = engine.analyse(text, { preset });
    expect(names(text, entities)).toContain('Obama of/ORG');
    expect(names(text, entities)).not.toContain('Barack Obama/PERSON');
  });

  it('may have a label that the model does not know', () => {
    const preset = [{ ...spanOf(text, 'Joint Crime Centre'), label: 'TASK_FORCE' }];
    const doc = engine.analyse(text, { preset, domainEntities: true });
    expect(names(text, doc.entities)).toContain('Joint Crime Centre/TASK_FORCE');
    expect(names(text, doc.domainEntities)).not.toContain('Joint Crime Centre/TASK_FORCE');
  });

  it('take whole tokens where they end within one', () => {
    const preset = [{ start: 6, end: 10, label: 'PERSON' }];
    expect(names(text, engine.analyse(text, { preset }).entities)[0]).toBe('To Lam/PERSON');
  });
});
