// Names of persons become chains: full names first, then surnames and given names that agree.
import { headOfRole } from './person-references.ts';
import { foldName } from '../../domain/names.ts';
import type { Mention } from '../types.ts';
import { type ChainTable, type GrowingChain, compatible } from './chain-table.ts';
import type { IsGivenForm } from './given-forms.ts';

/** A number is part of a name: Abdullah II is nobody else's surname. */
const SUFFIX = /^(?:jr|sr)$/;
/** What a father's name follows. */
const FATHERS = /^(?:bin|ibn|bint|ben)$/;

function nameParts(name: string): readonly string[] {
  return foldName(name.replace(/-/g, '\u2011'))
    .split(' ')
    .filter((part) => !SUFFIX.test(part));
}

/** `Antony J. Blinken` and `Antony Blinken`; `Lula da Silva` inside a longer name; never two given names alone. */
export function isSameFullName(one: string, other: string, isGivenForm: IsGivenForm = (a, b) => a === b): boolean {
  const [short, long] = [nameParts(one), nameParts(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (short.length < 2) return false;
  if (short.length === long.length) return sameLength(short, long, isGivenForm);
  const isPrefix = short.every((part, at) => part === long[at]);
  const before = long[long.length - short.length - 1] ?? '';
  // `Omar bin Ali Haddad` is the son of Ali Haddad, not he.
  const isSuffix = !FATHERS.test(before) && short.every((part, at) => part === long[long.length - short.length + at]);
  if (isPrefix || isSuffix) return true;
  // `Mohamed bin Zayed Al Nahyan` and `Mohammed bin Hamad Al Nahyan` are of one house.
  if (short.some((part) => FATHERS.test(part))) return false;
  return isGivenForm(short[0]!, long[0]!) && short.at(-1) === long.at(-1);
}

/** `J. Sullivan` and `Jake Sullivan`; `Kim Jong-un` and `Kim Jong Un` differ only in how they are cut. */
function sameLength(one: readonly string[], other: readonly string[], isGivenForm: IsGivenForm): boolean {
  return one.every(
    (part, at) =>
      part === other[at] ||
      (at < one.length - 1 && isInitialOf(part, other[at]!)) ||
      (at === 0 && isGivenForm(part, other[at]!)),
  );
}

/** `Orbán Viktor` is `Viktor Orban` as his country calls him; of two family-first names each stays its own. */
const isInverted = (mention: Mention, chain: GrowingChain): boolean =>
  mention.attributes['nameOrder'] === undefined &&
  chain.attributes['nameOrder'] === undefined &&
  nameParts(mention.name).length === 2 &&
  nameParts(mention.name).toReversed().join(' ') === nameParts(chain.name).join(' ');

const isInitialOf = (one: string, other: string): boolean =>
  (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

/** `Sheikh Tahnoon` is called by one word, though the style is needed to make a name of it. */
function callingParts(mention: Mention): readonly string[] {
  const parts = nameParts(mention.name);
  return parts.length === 2 && /^sh(?:e|a)ikha?$/.test(parts[0]!) ? parts.slice(1) : parts;
}

const isOneWord = (mention: Mention): boolean => callingParts(mention).length === 1;

function agrees(mention: Mention, chain: GrowingChain): boolean {
  if (!compatible(mention.attributes['gender'], chain.attributes['gender'])) return false;
  const ownCountry = mention.posts.find((post) => post.country !== undefined)?.country;
  return compatible(ownCountry, chain.attributes['country']);
}

/** A lone word calls a person by surname, or by given name where the family name comes first. */
function isCalledBy(chain: GrowingChain, word: string): boolean {
  const parts = nameParts(chain.name);
  if (parts.length === 1) return parts[0] === word;
  if (parts.at(-1) === word) return true;
  if (chain.attributes['nameOrder'] === 'family-first') return parts[0] === word;
  const isOwn = parts.some((part, at) => at > 0 && part === word && !FATHERS.test(parts[at - 1]!));
  return isOwn && word.length > 3;
}

/** `Prime Minister Rabuka` is the prime minister, not his wife who was named last. */
function withPost(
  { text }: ChainTable,
  candidates: readonly GrowingChain[],
  { posts }: Mention,
): readonly GrowingChain[] {
  const heads = posts.map(({ role }) => headOfRole(role));
  const holders = candidates.filter((chain) =>
    chain.mentions.some((id) => text.mentions[id]!.posts.some(({ role }) => heads.includes(headOfRole(role)))),
  );
  return holders.length > 0 ? holders : candidates;
}

/** The last named before the mention; else the first after it, for a headline names people in short. */
function nearest(table: ChainTable, candidates: readonly GrowingChain[], mention: Mention): GrowingChain | undefined {
  let best: GrowingChain | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const chain of candidates) {
    for (const id of chain.mentions) {
      const { start } = table.text.mentions[id]!;
      const distance = start <= mention.start ? mention.start - start : 1e6 + start - mention.start;
      if (distance < bestDistance) [best, bestDistance] = [chain, distance];
    }
  }
  return best;
}

export function linkPersonNames(table: ChainTable, isGivenForm: IsGivenForm): void {
  const names = table.text.mentions.filter((mention) => mention.kind === 'Person' && mention.form === 'name');
  const people: GrowingChain[] = [];
  const byLast = new Map<string, GrowingChain[]>();
  const short = new Set(names.filter(isOneWord));
  for (const mention of names) {
    if (short.has(mention)) continue;
    const known =
      table.find('Person', mention.name) ??
      sharing(byLast, mention).find(
        (chain) =>
          (isSameFullName(chain.name, mention.name, isGivenForm) || isInverted(mention, chain)) &&
          agrees(mention, chain),
      );
    if (known === undefined) {
      const chain = table.start(mention, 'Person');
      people.push(chain);
      for (const part of new Set(nameParts(mention.name))) byLast.set(part, [...(byLast.get(part) ?? []), chain]);
    } else {
      table.link(mention, known, 'same-name');
      if (nameParts(mention.name).length > nameParts(known.name).length) table.rename(known, mention.name);
    }
  }
  for (const mention of short) {
    const word = callingParts(mention)[0] ?? '';
    // After a title the first name of an unknown tradition may be the family name: `Dr. Kao` for Kao Kim Hourn.
    const isTitled = mention.posts.length > 0 || mention.attributes['honorific'] !== undefined;
    const candidates = (byLast.get(word) ?? []).filter(
      (chain) => (isCalledBy(chain, word) || (isTitled && nameParts(chain.name)[0] === word)) && agrees(mention, chain),
    );
    const called = nearest(table, withPost(table, candidates, mention), mention);
    const known = called ?? byFirstName(byLast.get(word) ?? [], word, mention);
    if (known !== undefined)
      table.link(mention, known, known.name.split(' ').at(-1) === mention.name ? 'surname' : 'part-of-name');
    else {
      const chain = table.start(mention, 'Person');
      people.push(chain);
      byLast.set(word, [...(byLast.get(word) ?? []), chain]);
    }
  }
}

/** `Anwar` for Anwar Ibrahim: where nobody else is called so and nothing speaks against it. */
function byFirstName(people: readonly GrowingChain[], word: string, mention: Mention): GrowingChain | undefined {
  const namesakes = people.filter((chain) => nameParts(chain.name)[0] === word);
  return namesakes.length === 1 && word.length > 3 && agrees(mention, namesakes[0]!) ? namesakes[0] : undefined;
}

function sharing(index: ReadonlyMap<string, GrowingChain[]>, mention: Mention): readonly GrowingChain[] {
  return nameParts(mention.name).flatMap((part) => index.get(part) ?? []);
}
