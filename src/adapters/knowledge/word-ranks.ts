// Loads the frequency list that ships with the language engine's model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { WordRanks } from '../../pipeline/02-clean/knowledge.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'models', 'en', 'word-ranks.br');

let loaded: WordRanks | undefined;

/** Line b of the file holds the words whose rank is about 2^(b/2), the last line the names; read once, 136,000 words. */
export function loadWordRanks(): WordRanks {
  if (loaded !== undefined) return loaded;
  const ranks = new Map<string, number>();
  const buckets = brotliDecompressSync(readFileSync(FILE)).toString('utf8').split('\n');
  const names = new Set(buckets.pop()?.split(' '));
  for (const [bucket, line] of buckets.entries()) {
    const rank = Math.round(2 ** (bucket / 2 + 0.25));
    for (const word of line.split(' ')) if (word !== '') ranks.set(word, rank);
  }
  loaded = { rank: (word) => ranks.get(word), isName: (word) => names.has(word), size: ranks.size };
  return loaded;
}
