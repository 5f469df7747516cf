// `the two sides`, `both presidents`, `the two leaders`: which two (or three) of those spoken of are meant.
import { HAS_COUNTERPART } from '../counterpart.ts';
import { foldName } from '../../domain/names.ts';
import type { Mention } from '../types.ts';
import type { ChainTable, GrowingChain } from './chain-table.ts';
import { isHeld } from './held-events.ts';
import { headOfRole } from './person-references.ts';
import { type Recency, headToken, sentenceOf } from './recency.ts';

/** Sentences back in which the parties to a talk are looked for first, and at most where their posts and countries agree. */
const NEAR = 3;
const FAR = 10;
/** Two of different countries with one post: sure enough to reach far back. */
const SURE = 5;
const CANDIDATES = 6;

const LEADING =
  /^(?:(?:state |federal )?president|prime minister|premier|chancellor|king|queen|emir|sultan|crown prince|general secretary|party chief|supreme leader|leader|taoiseach)\b/i;
const ANY_PERSON =
  /^(?:two|pair|duo|men|women|leader|official|diplomat|man|side|counterpart|representative|head|chief)$/;
const ONLY_COUNTRIES = /^(?:countries|nations|neighbours|neighbors|allies|states|governments)$/;

export function linkSides(table: ChainTable, recency: Recency, mention: Mention): void {
  if (isAssembled(table, mention) || isOthers(table, mention)) return;
  // `the foreign ministers of X and Y` names its own.
  if (mention.posts.some((post) => post.country !== undefined || post.body !== undefined)) return;
  const noun =
    foldName(mention.name)
      .replace(/ of .*/, '')
      .split(' ')
      .at(-1) ?? '';
  const count = mention.attributes['count'] === 'three' ? 3 : 2;
  const persons = personsMeant(table, recency, mention, noun, count);
  const chosen = mention.kind === 'Person' ? persons : countriesOr(persons, table, recency, mention, noun, count);
  if (chosen.length === count) table.linkAll(mention, chosen, 'both-sides');
}

/** `her counterparts`, `the leaders' retreat`: people beside the one who is spoken of, and people of any meeting of that sort. */
const isOthers = (table: ChainTable, mention: Mention): boolean =>
  mention.attributes['count'] === undefined &&
  (isOwner(table, mention) || /^(?:my|our|his|her|its)\s/i.test(outerText(table, mention)));

/** `The Ministers endorsed …` after `The 10th Foreign Ministers' Meeting was held`: all who met there, not two of them. */
function isAssembled(table: ChainTable, mention: Mention): boolean {
  const word = /^(?:Ministers|Leaders|Heads|Presidents|Speakers)\b/.exec(mention.name)?.[0];
  if (word === undefined || mention.attributes['count'] !== undefined) return false;
  const isOfThem = ({ name }: GrowingChain): boolean => name.toLowerCase().includes(word.toLowerCase());
  return table.chains.some((chain) => isOfThem(chain) && isHeld(table, chain));
}

function countriesOr(
  persons: readonly GrowingChain[],
  table: ChainTable,
  recency: Recency,
  mention: Mention,
  noun: string,
  count: number,
): readonly GrowingChain[] {
  const isCountries = ONLY_COUNTRIES.test(noun);
  const joined = isCountries && count === 2 ? joinedCountries(table, recency, mention) : [];
  if (joined.length === count) return joined;
  const signers = isSigner(table, mention) ? homes(table, persons, mention) : [];
  if (signers.length === count) return signers;
  if (!isCountries && persons.length === count) return persons;
  const named = recency.lastOf('Country', count, sentenceOf(table, mention), 4);
  const countries = named.length === count ? named : homes(table, persons, mention);
  return isCountries && countries.length !== count ? [] : countries;
}

/** `Malaysia and Indonesia reaffirmed … Both countries signed`: the last two that were named side by side. */
function joinedCountries(table: ChainTable, recency: Recency, mention: Mention): readonly GrowingChain[] {
  const sentence = sentenceOf(table, mention);
  let later: { readonly chain: GrowingChain; readonly mention: Mention } | undefined;
  for (const seen of recency.back()) {
    if (seen.sentence < sentence - NEAR) break;
    if (seen.chain.kind !== 'Country' || seen.mention.form !== 'name') continue;
    const gap = later === undefined ? '' : table.text.clean.text.slice(seen.mention.end, later.mention.start);
    if (later !== undefined && later.chain !== seen.chain && /^\s+and\s+(?:the\s+)?$/.test(gap))
      return [seen.chain, later.chain];
    later = seen;
  }
  return [];
}

function personsMeant(
  table: ChainTable,
  recency: Recency,
  mention: Mention,
  noun: string,
  count: number,
): readonly GrowingChain[] {
  const isPersons = mention.kind === 'Person';
  const isCounted =
    mention.attributes['count'] !== undefined || /\b(?:two|both|three)\b/i.test(outerText(table, mention));
  const actors = BARE_PAIR.test(noun) ? actorsOn(table, mention) : NOBODY;
  const within = (sentences: number, most: number): readonly GrowingChain[] =>
    recency.lastOf(
      'Person',
      most,
      sentenceOf(table, mention),
      sentences,
      ({ chain, mention: seen }) =>
        (!isPersons || hasPost(table, chain, noun)) && !isOwner(table, seen) && !actors.has(chain.id),
    );
  if (BARE_PAIR.test(noun)) return pairOf([within(1, count + 1), within(NEAR, CANDIDATES)], table, count);
  const near = within(NEAR, isCounted ? CANDIDATES : count + 1);
  if (!isCounted) return near;
  const isLed = isPersons && /^leaders?$/.test(noun);
  const best = bestGroup(table, leadersIn(table, near, isLed, count), count);
  if (count !== 2 || best.score >= SURE) return best.chains;
  const spokenOf = leadersIn(table, within(FAR, CANDIDATES), isLed, count);
  const far = bestGroup(table, spokenOf, count);
  // `the two foreign ministers`, where the text has two.
  const areAll = isPersons && best.chains.length < count && spokenOf.length === count;
  return far.score >= SURE || areAll ? far.chains : best.chains;
}

const BARE_PAIR = /^(?:two|pair|duo|men|women)$/;
const NOBODY: ReadonlySet<number> = new Set();

/** `The two later signed`: no more are near, or two of them clearly face each other. */
function pairOf(
  [last, near]: readonly [readonly GrowingChain[], readonly GrowingChain[]],
  table: ChainTable,
  count: number,
): readonly GrowingChain[] {
  if (last.length === count) return last;
  if (near.length === count) return near;
  const best = bestGroup(table, near, count);
  return best.score >= SURE ? best.chains : [];
}

/** `She met both men`: who does something to the two is neither of them. */
function actorsOn(table: ChainTable, mention: Mention): ReadonlySet<number> {
  const { doc, mentions } = table.text;
  const token = headToken(table, mention);
  if (token < 0 || /^nsubj/.test(doc.dep(token))) return NOBODY;
  const { from } = doc.sentences[doc.sentence[token]!]!;
  const start = doc.tokenStart[from]!;
  const before = mentions.filter((other) => other.start >= start && other.end <= mention.outer.start);
  return new Set(before.flatMap(({ id }) => table.chainsOf(id)));
}

/** Of `the two leaders` nobody is a deputy, where two others lead. */
function leadersIn(
  table: ChainTable,
  people: readonly GrowingChain[],
  isLed: boolean,
  count: number,
): readonly GrowingChain[] {
  if (!isLed) return people;
  const leading = people.filter(
    (chain) =>
      isCounterpart(table, chain) || chain.posts.some(({ role, status }) => LEADING.test(role) && status !== 'former'),
  );
  return leading.length >= count ? leading : people;
}

interface Group {
  readonly chains: readonly GrowingChain[];
  readonly score: number;
}

/** The two who stand for different countries, in one post, spoken of last; more than two are the latest ones. */
function bestGroup(table: ChainTable, people: readonly GrowingChain[], count: number): Group {
  if (count !== 2 || people.length < 2) return { chains: people.slice(-count), score: 0 };
  let best: Group = { chains: [], score: Number.NEGATIVE_INFINITY };
  for (let one = people.length - 2; one >= 0; one--) {
    for (let other = people.length - 1; other > one; other--) {
      const age = people.length - 1 - one + (people.length - 1 - other);
      const score = opposition(table, people[one]!, people[other]!) - 0.4 * (age - 1);
      if (score > best.score) best = { chains: [people[one]!, people[other]!], score };
    }
  }
  return best;
}

/** How well two people face each other: as parties of different countries, as holders of one post. */
function opposition(table: ChainTable, one: GrowingChain, other: GrowingChain): number {
  const [home, away] = [one.attributes['country'], other.attributes['country']];
  const byCountry = home === undefined || away === undefined ? 1 : home === away ? -2 : 3;
  const heads = (chain: GrowingChain): readonly string[] => chain.posts.map(({ role }) => headOfRole(role));
  const [here, there] = [heads(one), heads(other)];
  const isAlike = here.some((head) => there.includes(head)) || isCounterpart(table, one) || isCounterpart(table, other);
  return byCountry + (isAlike ? 2.5 : 0);
}

/** `The two sides signed three agreements`: those who talked signed for their countries. */
function isSigner(table: ChainTable, mention: Mention): boolean {
  const { doc } = table.text;
  const token = headToken(table, mention);
  if (token < 0 || !/^nsubj/.test(doc.dep(token))) return false;
  const verb = doc.head[token]!;
  const isSigning = (at: number): boolean => /^(?:sign|ink|initial)$/.test(doc.lemma(at));
  // `The two sides agreed to sign an agreement`.
  return isSigning(verb) || doc.children(verb).some((child) => doc.dep(child) === 'xcomp' && isSigning(child));
}

const outerText = (table: ChainTable, mention: Mention): string =>
  table.text.clean.text.slice(mention.outer.start, mention.end);

/** `Premier Li's visit`: the owner of a thing is not a party to the talk. */
const isOwner = (table: ChainTable, mention: Mention): boolean =>
  /^['’]s?\s/.test(table.text.clean.text.slice(mention.end, mention.end + 3));

/** Countries of the people who talk: `the two countries`. */
function homes(table: ChainTable, persons: readonly GrowingChain[], mention: Mention): readonly GrowingChain[] {
  const countries = new Set(persons.map((person) => person.attributes['country']));
  return [...countries]
    .filter((country) => typeof country === 'string')
    .map((country) => table.infer('Country', country, undefined, mention.id));
}

function hasPost(table: ChainTable, chain: GrowingChain, noun: string): boolean {
  const singular = noun.replace(/ies$/, 'y').replace(/s$/, '');
  if (ANY_PERSON.test(singular)) return true;
  return chain.posts.some(({ role }) => role.toLowerCase().includes(singular)) || isCounterpart(table, chain);
}

/** `his Uzbek counterpart Roe`: holds the post of the one he meets, whichever that is. */
function isCounterpart(table: ChainTable, { mentions }: GrowingChain): boolean {
  return mentions.some((id) => {
    const { outer, start } = table.text.mentions[id]!;
    return HAS_COUNTERPART.test(table.text.clean.text.slice(outer.start, start));
  });
}
