// Reads seeds/lexicons once and joins it with the language engine.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LanguageEngine } from '../../language/doc.ts';
import { loadEnglish } from '../model/load-engine.ts';
import type { Knowledge, LexiconRows, Lexicons } from '../../pipeline/knowledge.ts';
import type { WordRanks } from '../../pipeline/02-clean/knowledge.ts';
import { loadWordRanks } from './word-ranks.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'seeds', 'lexicons');

/** `entries` is one block of text, a row a line: YAML reads that fifty times faster than a list of maps. */
const LexiconFile = z.strictObject({
  about: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
  entries: z.string().min(1),
});

function yamlFiles(folder: string): readonly { readonly name: string; readonly content: unknown }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => entry.name)
    .sort()
    .map((file) => ({
      name: basename(file, '.yaml'),
      content: parse(readFileSync(join(folder, file), 'utf8')) as unknown,
    }));
}

export function parseRows(entries: string): LexiconRows {
  return entries
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((field) => field.trim()));
}

export function loadLexicons(folder = FOLDER): Lexicons {
  return new Map(yamlFiles(folder).map(({ name, content }) => [name, parseRows(LexiconFile.parse(content).entries)]));
}

export function loadFrames(folder = join(FOLDER, 'frames')): ReadonlyMap<string, unknown> {
  return new Map(yamlFiles(folder).map(({ name, content }) => [name, content]));
}

/** `SoftBank`: what a lexicon writes with a capital inside a word is no two words glued. */
function withBrands(words: WordRanks, lexicons: Lexicons): WordRanks {
  const brands = new Set<string>();
  for (const name of ['organisations', 'media'])
    for (const row of lexicons.get(name) ?? [])
      for (const [brand] of row.join(' ').matchAll(/\p{Lu}\p{Ll}+\p{Lu}\p{L}*/gu)) brands.add(brand.toLowerCase());
  return { ...words, isName: (word) => words.isName(word) || brands.has(word) };
}

const cached = new WeakMap<LanguageEngine, Knowledge>();

/** Cached by engine: the second call costs nothing. */
export function loadKnowledge(engine: LanguageEngine = loadEnglish()): Knowledge {
  let knowledge = cached.get(engine);
  if (knowledge === undefined) {
    const lexicons = loadLexicons();
    knowledge = { engine, lexicons, frames: loadFrames(), words: withBrands(loadWordRanks(), lexicons) };
    cached.set(engine, knowledge);
  }
  return knowledge;
}
