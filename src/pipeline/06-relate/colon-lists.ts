// `the following individuals:` and then a line for each: who opens such a line is a member of the list.
import type { Mention } from '../types.ts';
import type { Reading } from './reading.ts';
import { dependents, lower } from './syntax.ts';

/** What may stand before the first word of an item. */
const BULLET = /^[ \t]*(?:[•·▪*–—-]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+/u;
const LONGEST_ITEM = 140;
const MOST_LINES = 80;

/** Mentions that open the lines below the colon which closes the token's sentence; none where it announces no list. */
export function openersBelowColon(reading: Reading, token: number): Mention[] {
  const { doc } = reading.text;
  const isAnnounced =
    lower(doc, token) === 'following' ||
    dependents(doc, token, 'amod').some((word) => lower(doc, word) === 'following');
  if (!isAnnounced) return [];
  const colon = colonAfter(doc.text, doc.tokenEnd[token]!);
  return colon < 0 ? [] : lineOpeners(reading, colon + 1);
}

/** The colon that ends the line; -1 where the line does not end with one. */
function colonAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end < 0 ? undefined : end).trimEnd();
  return end >= 0 && line.endsWith(':') ? from + line.length - 1 : -1;
}

function lineOpeners(reading: Reading, from: number): Mention[] {
  const { text } = reading.text.doc;
  const found: Mention[] = [];
  let at = text.indexOf('\n', from) + 1;
  for (let count = 0; count < MOST_LINES && at > 0 && at < text.length; count += 1) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end);
    const bullet = BULLET.exec(line)?.[0].length ?? 0;
    const opener = mentionFrom(reading, at + bullet);
    if (opener !== undefined && (bullet > 0 || isItem(opener, line))) found.push(opener);
    at = end < 0 ? -1 : end + 1;
  }
  return found;
}

/** Without a bullet a line is an item where somebody is named for a post, or where it is no sentence. */
const isItem = ({ posts }: Mention, line: string): boolean =>
  posts.some(({ status }) => status === 'nominee') ||
  (posts.length > 0 && line.length <= LONGEST_ITEM && !/[.!?]\s*$/.test(line));

/** The named mention whose titles or name begin at the place. */
function mentionFrom({ text: { mentions } }: Reading, start: number): Mention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return mentions.slice(low, low + 3).find(({ form, outer }) => form === 'name' && outer.start === start);
}
