// Rows of a list of people: a block that opens with a person and holds no verb, and the line below it with the post.
import type { Span } from '../../domain/span.ts';
import type { Block, Mention } from '../types.ts';
import type { Reading } from './reading.ts';
import { firstFrom, mentionsWithin } from './sentence-mentions.ts';

export const ROW_OPENER = /^(?:[-–—•·*]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*|[Aa]nd\s+)*/u;
const LONGEST_ROW = 260;
const SHORT_LABEL = 60;
const LONGEST_POST_ROW = 140;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
/** A style that was left out of the title; the country that the row is of, `Zambia: President Lee`. */
const BEFORE_PERSON =
  /^(?:(?:(?:from|for) )?(?:the )?\p{Lu}[\p{L}\s.'’-]{2,50}?(?:\s?:|\s[–—-]|,? represented by(?: the)?)\s?)?(?:\p{Lu}\. ?|(?:His|Her) (?:Excellency|Majesty) )*$/u;

/** Opens with a person, holds no verb of its own; a short label between two groups of rows goes by. */
export function isRow(reading: Reading, row: Block): boolean {
  const { doc } = reading.text;
  const text = doc.text.slice(row.start, row.end);
  if (text.length > LONGEST_ROW) return false;
  const start = row.start + (ROW_OPENER.exec(text)?.[0].length ?? 0);
  const opener = opening(reading, start, row.end);
  const isLabel = opener === undefined && text.length <= SHORT_LABEL && !/[.!?]$/u.test(text);
  return (opener !== undefined || isLabel) && !hasVerb(reading, row, opener);
}

/** `Director General, Ministry of Trade`: a post that names nobody, a line of its own below a name. */
export function isPostRow(reading: Reading, row: Block): boolean {
  const { mentions } = reading.text;
  if (row.end - row.start > LONGEST_POST_ROW) return false;
  const inside = mentionsWithin(mentions, row);
  const [first] = inside;
  const isPost = first?.outer.start === row.start && first.form === 'nominal' && first.posts.length > 0;
  return (
    isPost &&
    !first.plural &&
    inside.every(({ kind, form }) => kind !== 'Person' || form !== 'name') &&
    !hasVerb(reading, row, first)
  );
}

/** The person that a row opens with. */
export function opening(reading: Reading, start: number, end: number): Mention | undefined {
  const { mentions, doc } = reading.text;
  for (let at = firstFrom(mentions, start); at < mentions.length && mentions[at]!.outer.start < end; at += 1) {
    const mention = mentions[at]!;
    // `H.E. Amb. Lee`: the style before an ambassador's title.
    if (mention.kind !== 'Person' || mention.form === 'pronoun' || mention.outer.end > end) continue;
    if (BEFORE_PERSON.test(doc.text.slice(start, mention.outer.start))) return mention;
  }
  return undefined;
}

function hasVerb(reading: Reading, row: Span, opener: Mention | undefined): boolean {
  const { doc } = reading.text;
  const from = Math.max(0, doc.tokenAt(opener?.outer.end ?? row.start));
  for (let token = from; token < doc.length && doc.tokenStart[token]! < row.end; token += 1)
    if (doc.tokenStart[token]! >= row.start && FINITE.test(doc.tag(token))) return true;
  return false;
}
