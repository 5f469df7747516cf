// The mentions of one sentence.
import type { Mention } from '../types.ts';
import type { Reading } from './reading.ts';
import { sentenceSpan } from './syntax.ts';

/** Every mention whose name begins in the sentence that holds the character `at`. */
export function mentionsInSentence({ text: { doc, mentions } }: Reading, at: number): readonly Mention[] {
  const token = doc.tokenAt(at);
  if (token < 0) return [];
  const { start, end } = sentenceSpan(doc, token);
  return mentions.filter((mention) => mention.start >= start && mention.start < end);
}
