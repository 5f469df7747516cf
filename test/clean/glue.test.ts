// Glued words come apart, and words that only look like it stay whole.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countWords, undoGlue } from '../../src/pipeline/02-clean/glue.ts';
import { fromRaw } from '../../src/pipeline/02-clean/mapped-text.ts';
import { describeShared } from '../support/shared.ts';
import { knowledge } from './clean-text.ts';

const unglue = (text: string): string =>
  undoGlue(fromRaw(text, 0, text.length), knowledge.words, countWords([text])).text;

describe('undoGlue', () => {
  it.each([
    ['the delegation ledby the envoy', 'the delegation led by the envoy'],
    ['security councilsecretaries met', 'security council secretaries met'],
    ['in 40 countriesand territories', 'in 40 countries and territories'],
    ['Okafor spoke. Minister Okaforsaid yes', 'Okafor spoke. Minister Okafor said yes'],
    ['in the importance ofmaintainingopen lines', 'in the importance of maintaining open lines'],
    ['Itis late', 'It is late'],
    ['Sheattended the talks', 'She attended the talks'],
    ['he came withMinister Obi', 'he came with Minister Obi'],
    ['SpokesmanDaniel Obi', 'Spokesman Daniel Obi'],
    ['in theUK', 'in the UK'],
    ['Underthe accord', 'Under the accord'],
    ['on 4 May and Mayand June', 'on 4 May and May and June'],
    ['the UNand its members', 'the UN and its members'],
    ['after apipeline burst', 'after a pipeline burst'],
    ['the Okaforincident and the Okaforand Obi row', 'the Okafor incident and the Okafor and Obi row'],
    ['the council’ssecretary', 'the council’s secretary'],
  ])('%s', (glued, apart) => {
    expect(unglue(glued)).toBe(apart);
  });

  it.each([
    'Kazimierz Sosnkowski, Jaap de Hoop Scheffer and Yoweri Museveni',
    'Nguyen Xuan Phuc, Le Hoai Trung and Thongloun Sisoulith',
    'Gurbanguly Berdimuhamedow and Sooronbay Jeenbekov',
    'Somaliland and Somalia',
    'a McDonald in YouTube, eBay and OpenAI',
    'deGaulle and DiCaprio',
    'President Idriss Itno and Gen. Itno',
    'cybersecurity, antiterrorism, nonproliferation and counternarcotics',
    'organisations that popularise multilateralism',
    'the Peacebuilding Commission and its Peacebuilding Fund',
    'MoUs and NGOs',
    'the International Court and the Interregional Council',
    'on 4 May Salva Kiir Mayardit spoke',
    'see example.org/ofthe and info@ofthe.example',
  ])('leaves alone: %s', (text) => {
    expect(unglue(text)).toBe(text);
  });
});

/** Deterministic numbers from 0 to 1, so that a run can be repeated. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

describeShared('undoGlue on sentences it has not seen', 'bench', (bench) => {
  const sentences = ['train', 'dev']
    .map((part) => join(bench, `crossner-politics-${part}.jsonl`))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { tokens: readonly string[] }).tokens)
    .filter((words) => words.length > 10);

  it('damages at most 0.05 % of the words, real glue of the source counted in', () => {
    let words = 0;
    const damaged: string[] = [];
    for (const sentence of sentences) {
      const after = new Set(unglue(sentence.join(' ')).split(' '));
      words += sentence.length;
      damaged.push(...sentence.filter((word) => !after.has(word)));
    }
    expect(damaged.length / words, damaged.join(' ')).toBeLessThanOrEqual(0.0005);
  });

  it('repairs at least 98 % of the glued pairs of common words', () => {
    const random = makeRandom(3);
    let glued = 0;
    const missed: string[] = [];
    for (const words of sentences) {
      for (let at = 0; at + 1 < words.length; at++) {
        const [left, right] = [words[at]!, words[at + 1]!];
        if (!/^[a-z]{2,}$/u.test(left) || !/^[a-z]{2,}$/u.test(right) || random() >= 0.1) continue;
        glued++;
        const text = [...words.slice(0, at), left + right, ...words.slice(at + 2)].join(' ');
        if (!unglue(text).includes(`${left} ${right}`)) missed.push(`${left}|${right}`);
      }
    }
    expect(glued).toBeGreaterThan(500);
    expect(1 - missed.length / glued, missed.join(' ')).toBeGreaterThanOrEqual(0.98);
  });
});
