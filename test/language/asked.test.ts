// What is asked for only in part is what the whole would have said; what goes together is what goes alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import type { Doc, LabelledSpan } from '../../src/language/doc.ts';
import type { Answer } from './compare.ts';
import { madeSentences } from './made-sentences.ts';

const engine = loadEnglish();
const frozen = readFileSync(join(import.meta.dirname, 'fixtures', 'reference.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as Answer).text);
const texts = [...frozen, ...madeSentences(300)];
const long = frozen.slice(100, 220).join(' ');
const whole = engine.analyse(long, { domainEntities: true });

const tokens = (doc: Doc): string[] =>
  Array.from({ length: doc.length }, (_, i) =>
    [doc.tokenStart[i], doc.tag(i), doc.morph(i), doc.lemma(i), doc.dep(i), doc.head[i], doc.sentence[i]].join(' '),
  );
const within = (spans: readonly LabelledSpan[], start: number, end: number): LabelledSpan[] =>
  spans.filter((span) => span.start >= start && span.end <= end);

describe('texts that are analysed together', () => {
  it('are read as each of them alone', () => {
    const together = engine.analyseAll(texts.map((text) => ({ text, domainEntities: true })));
    texts.forEach((text, i) => {
      const alone = engine.analyse(text, { domainEntities: true });
      expect(tokens(together[i]!)).toEqual(tokens(alone));
      expect(together[i]!.entities).toEqual(alone.entities);
      expect(together[i]!.domainEntities).toEqual(alone.domainEntities);
    });
  });

  it('may each want something else', () => {
    const text = 'Anna Keller met Omar Haddad in Geneva. Nobody else came.';
    const [names, plain, both] = engine.analyseAll([
      { text, parse: false },
      { text, entities: false },
      { text, domainEntities: true },
    ]);
    const full = engine.analyse(text);
    expect(names!.entities).toEqual(engine.analyse(text, { parse: false }).entities);
    expect([plain!.entities, tokens(plain!)]).toEqual([[], tokens(full)]);
    expect([both!.entities, both!.domainEntities.length > 0]).toEqual([full.entities, true]);
  });
});

describe('a text of which only the first sentences are asked for', () => {
  it('ends with the sentence that holds the character, and says of it what the whole text says', () => {
    const all = tokens(whole);
    for (let at = 0; at < whole.sentences.length; at += 7) {
      const { from, to } = whole.sentences[at]!;
      const part = engine.analyse(long, { until: whole.tokenStart[(from + to) >> 1]!, domainEntities: true });
      expect(part.length).toBe(to);
      expect(tokens(part)).toEqual(all.slice(0, to));
      const end = whole.tokenEnd[to - 1]!;
      expect(part.entities).toEqual(within(whole.entities, 0, end));
      expect(part.domainEntities).toEqual(within(whole.domainEntities, 0, end));
    }
  });

  it('is the whole text where the last character or one beyond it is asked for', () => {
    for (const until of [long.length - 1, long.length + 9])
      expect(tokens(engine.analyse(long, { until }))).toEqual(tokens(whole));
    expect(engine.analyse('', { until: 0 }).length).toBe(0);
  });
});

describe('names that are asked for in some sentences', () => {
  it('are those of these sentences in the whole text, and no others', () => {
    const isAsked = (start: number): boolean => whole.sentence[whole.tokenAt(start)]! % 3 === 1;
    const some = engine.analyse(long, { domainEntities: true, namesIn: isAsked });
    expect(some.entities).toEqual(whole.entities.filter(({ start }) => isAsked(start)));
    expect(some.domainEntities).toEqual(whole.domainEntities.filter(({ start }) => isAsked(start)));
    expect(some.entities.length).toBeGreaterThan(10);
  });
});
