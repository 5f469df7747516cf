// Lists that run side by side: `the foreign ministers of Kuwait, Oman and Bahrain, A, B and C`.
import { COUNTERPARTS } from '../counterpart.ts';
import type { Mention, Post } from '../types.ts';
import type { Reading } from './reading.ts';
import { conjuncts, dependents } from './syntax.ts';

const LINK = /^\s*(?:,|and|,\s*and|;)\s*(?:the\s+)?$/;

/** Before the first name of a list: a comma, a dash or a bracket. */
const OPENS = /^\s*[,:(–—-]\s*$/;

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

interface Listed {
  readonly person: number;
  readonly country: number;
  readonly post: Post;
}

const OF = /^\s+of\s+(?:the\s+)?$/;

/** People each with a country behind a colon, after a plural post: `the ambassadors: A of Peru, B of Chile`. */
export function listedHolders(reading: Reading, mention: Mention): Listed[] {
  const [post] = mention.posts;
  if (mention.form !== 'nominal' || post === undefined) return [];
  const paired = mention.plural ? pairedHolders(reading, mention, post) : [];
  if (paired.length > 1) return paired;
  if (!mention.plural && !/^Ambassadors\b/i.test(post.role)) return [];
  const { doc, mentions } = reading.text;
  const colon = doc.text.slice(mention.end, mention.end + 90).search(/[:.;\n]/);
  const from = mention.end + colon + 1;
  if (colon < 0 || doc.text[from - 1] !== ':') return [];
  const names = mentions.slice(mention.id + 1).filter(({ form, start }) => form === 'name' && start >= from);
  const found: Listed[] = [];
  for (let at = 0, last = from; at + 1 < names.length; at += 2) {
    const [holder, home] = [names[at]!, names[at + 1]!];
    const [person, country] = [reading.chainsOf(holder.id)[0], reading.chainsOf(home.id)[0]];
    if (person === undefined || country === undefined) break;
    const isPair = reading.familyOf(person) === 'person' && reading.familyOf(country) === 'country';
    const gap = doc.text.slice(last, holder.outer.start);
    const isNext = at === 0 ? /^\s*$/.test(gap) : LINK.test(gap);
    if (!isPair || !isNext || !OF.test(doc.text.slice(holder.outer.end, home.outer.start))) break;
    found.push({ person, country, post });
    last = home.outer.end;
  }
  return found.length > 1 ? found : [];
}

const TO_HOLDER = /^\s*[,(–—-]\s*$/;
const TO_NEXT_STATE = /^\)?\s*[,;]?\s*(?:and\s+)?(?:of\s+)?(?:the\s+)?$/;

/** `the presidents of Peru, Juan Roe; Chile, Ann Lee, and Bolivia, Mark Lane`: each country with its own. */
function pairedHolders(reading: Reading, mention: Mention, post: Post): Listed[] {
  const { doc, mentions } = reading.text;
  const names = mentions.slice(mention.id + 1, mention.id + 60).filter(({ form }) => form === 'name');
  const found: Listed[] = [];
  for (let at = 0, last = -1; at + 1 < names.length; at += 2) {
    const [home, holder] = [names[at]!, names[at + 1]!];
    const [country, person] = [reading.chainsOf(home.id)[0], reading.chainsOf(holder.id)[0]];
    if (person === undefined || country === undefined) break;
    const isPair = reading.familyOf(person) === 'person' && reading.familyOf(country) === 'country';
    const isNext = last < 0 ? home.start <= mention.end : TO_NEXT_STATE.test(doc.text.slice(last, home.outer.start));
    if (!isPair || !isNext || !TO_HOLDER.test(doc.text.slice(home.outer.end, holder.outer.start))) break;
    found.push({ person, country, post });
    last = holder.outer.end;
  }
  return found;
}

const NUMBERS: readonly string[] = ['two', 'three', 'four', 'five'];

/** `two directors of the bank, A and B`, `the directors of the bank, A and B, said`: those who hold one post together. */
export function sharedHolders(reading: Reading, mention: Mention): readonly number[] {
  const [post] = mention.posts;
  if (mention.form !== 'nominal' || !mention.plural || post?.body === undefined) return [];
  const { doc, mentions } = reading.text;
  const people: number[] = [];
  let last = mention.outer.end;
  for (const next of mentions.slice(mention.id + 1)) {
    if (next.outer.end <= mention.outer.end) continue;
    const chain = reading.chainsOf(next.id)[0];
    const link = people.length === 0 ? OPENS : LINK;
    const isNext = next.form === 'name' && next.posts.length === 0 && link.test(doc.text.slice(last, next.outer.start));
    if (!isNext || chain === undefined || reading.familyOf(chain) !== 'person') break;
    people.push(chain);
    last = next.outer.end;
  }
  const counted = /\b(?:two|three|four|five)\b/i.exec(
    doc.text.slice(Math.max(0, mention.outer.start - 6), mention.end),
  );
  const isCounted = counted !== null && NUMBERS.indexOf(counted[0].toLowerCase()) + 2 === people.length;
  const isSetOff = /^\s*[,)–—]/.test(doc.text.slice(last, last + 2));
  return people.length > 1 && (isCounted || (counted === null && isSetOff)) ? people : [];
}

export interface Counterparts {
  /** Adjectives, in order. */
  readonly nationalities: readonly string[];
  readonly people: readonly number[];
}

/** `his Turkish and Iranian counterparts, A and B`. */
export function respectiveCounterparts(reading: Reading, mention: Mention): Counterparts | undefined {
  if (!mention.plural || !COUNTERPARTS.test(mention.name)) return undefined;
  const { doc, mentions } = reading.text;
  const noun = doc.tokenAt(mention.end - 1);
  const adjectives = dependents(doc, noun, 'amod', 'nmod', 'compound').flatMap((token) => conjuncts(doc, token));
  const nationalities = [...new Set(adjectives)].sort((a, b) => a - b).map((token) => doc.token(token));
  const people: number[] = [];
  let last = mention.outer.end;
  for (const next of mentions.slice(mention.id + 1)) {
    const chain = reading.chainsOf(next.id)[0];
    const link = people.length === 0 ? OPENS : LINK;
    const isNext = next.form === 'name' && link.test(doc.text.slice(last, next.outer.start));
    if (!isNext || chain === undefined || reading.familyOf(chain) !== 'person') break;
    people.push(chain);
    last = next.outer.end;
  }
  return people.length > 1 && people.length === nationalities.length ? { nationalities, people } : undefined;
}
