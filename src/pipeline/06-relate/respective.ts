// Lists that run side by side: `the foreign ministers of Kuwait, Oman and Bahrain, A, B and C`.
import type { Mention, Post } from '../types.ts';
import type { Reading } from './reading.ts';

const LINK = /^\s*(?:,|and|,\s*and|;)\s*(?:the\s+)?$/;

export interface Respective {
  readonly post: Post;
  readonly countries: readonly number[];
  readonly people: readonly number[];
}

/** The two lists behind a plural post, where they are as long as each other. */
export function respectiveHolders(reading: Reading, mention: Mention): Respective | undefined {
  const [post] = mention.posts;
  if (mention.form !== 'nominal' || post === undefined) return undefined;
  const { doc, mentions } = reading.text;
  const rest = mentions.filter(({ form, end }) => form === 'name' && end > mention.start);
  const countries: number[] = [];
  const people: number[] = [];
  let last: number | undefined;
  for (const next of rest) {
    const chain = reading.chainsOf(next.id)[0];
    const family = chain === undefined ? undefined : reading.familyOf(chain);
    const isNext = last === undefined || LINK.test(doc.text.slice(last, next.outer.start));
    if (chain === undefined || !isNext) break;
    if (family === 'country' && people.length === 0) countries.push(chain);
    else if (family === 'person' && countries.length > 1) people.push(chain);
    else break;
    last = next.outer.end;
  }
  return people.length > 1 && people.length === countries.length ? { post, countries, people } : undefined;
}
