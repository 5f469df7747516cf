// Damaged copies of news texts are cleaned to the words of their originals.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeShared } from '../support/shared.ts';
import { cleanText } from './clean-text.ts';

const wordsOf = (file: string): readonly string[] => cleanText(readFileSync(file, 'utf8')).text.split(/\s+/u);

/** Words of one text that are missing in the other, as a share. */
function missingShare(wanted: readonly string[], given: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of given) left.set(word, (left.get(word) ?? 0) + 1);
  let missing = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count === 0) missing++;
    else left.set(word, count - 1);
  }
  return missing / wanted.length;
}

describeShared('damaged copies', 'gold', (gold) => {
  const copies = readdirSync(join(gold, 'traps')).filter((name) => name.endsWith('.txt'));

  it.each(copies)('%s reads like its original', (name) => {
    const [, id = '', damage = ''] = /^article-(\d+)\.(\w+)\.txt$/u.exec(name) ?? [];
    const original = wordsOf(join(gold, 'articles', `${id}.txt`));
    const damaged = wordsOf(join(gold, 'traps', name));
    expect(missingShare(original, damaged), 'lost').toBeLessThanOrEqual(damage === 'glue' ? 0.01 : 0);
    expect(missingShare(damaged, original), 'added').toBeLessThanOrEqual(damage === 'glue' ? 0.01 : 0);
  });
});
