// The shipped weights against spaCy's frozen answers on our own sentences, and CrossNER's where they are here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import { attachment, compare, entityAgreement, newTally, type Answer, type Tally } from './compare.ts';

const FIXTURE = join(import.meta.dirname, 'fixtures', 'reference.jsonl');

describe('the engine beside spaCy on the frozen reference', () => {
  let tally: Tally;
  beforeAll(() => {
    tally = newTally();
    for (const line of readFileSync(FIXTURE, 'utf8').trimEnd().split('\n')) {
      const answer = JSON.parse(line) as Answer;
      compare(loadEnglish().analyse(answer.text), answer, tally);
    }
  });

  it('reads at least five hundred texts', () => {
    expect(tally.texts).toBeGreaterThanOrEqual(500);
  });

  it('splits every text into the same tokens', () => {
    expect(tally.otherTokens, tally.examples[0]).toBe(0);
  });

  it('attaches at least 99.9 % of the tokens to the same head with the same label', () => {
    expect(attachment(tally), tally.examples.join('\n')).toBeGreaterThanOrEqual(0.999);
  });

  it('finds at least 99.8 % of the same entities', () => {
    expect(entityAgreement(tally), tally.examples.join('\n')).toBeGreaterThanOrEqual(0.998);
  });

  it.each(['tag', 'pos', 'morph', 'lemma', 'sentence'])(
    'gives at least 99.9 %% of the tokens the same %s',
    (column) => {
      expect((tally.differences[column] ?? 0) / tally.tokens, tally.examples.join('\n')).toBeLessThanOrEqual(0.001);
    },
  );
});
