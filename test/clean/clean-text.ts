// Cleans a text the way the line does, for the suites of this folder.
import { loadWordRanks } from '../../src/adapters/knowledge/word-ranks.ts';
import { documentId } from '../../src/domain/ids.ts';
import { clean } from '../../src/pipeline/02-clean/index.ts';
import type { CleanText } from '../../src/pipeline/types.ts';

export const knowledge = { words: loadWordRanks() };

export function cleanText(text: string, mediaType = 'text/plain'): CleanText {
  return clean({ id: documentId(Buffer.from(text)), mediaType, reader: 'txt/1', text, language: 'en' }, knowledge);
}

export function blocksOf(text: string, mediaType?: string): readonly string[] {
  const cleaned = cleanText(text, mediaType);
  return cleaned.blocks.map((block) => cleaned.text.slice(block.start, block.end));
}
