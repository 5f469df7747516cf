// The mentions of one sentence or block; mentions are in text order.
import type { Span } from '../../domain/span.ts';
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

/** The place of the first mention that begins, with its titles, at `start` or behind it. */
export function firstFrom(mentions: readonly Mention[], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mentions[middle]!.outer.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every mention that lies in the span with its titles. */
export function mentionsWithin(mentions: readonly Mention[], { start, end }: Span): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = firstFrom(mentions, start); at < mentions.length && mentions[at]!.outer.start < end; at += 1)
    if (mentions[at]!.outer.end <= end) found.push(mentions[at]!);
  return found;
}

/** The event spoken of last before the character `at`, of those that fit. */
export const eventMentionBefore = (
  reading: Reading,
  at: number,
  fits: (mention: Mention) => boolean = () => true,
): Mention | undefined =>
  reading.text.mentions.findLast(
    (mention) => mention.end <= at && reading.familyOfMention(mention) === 'event' && fits(mention),
  );
