// `the minister`, `the Vietnamese officer`, `his Russian counterpart`: a post or a noun that refers to a person.
import { COUNTERPART } from '../counterpart.ts';
import { VERB_OF_MANY } from '../verb-of-many.ts';
import { GUEST_OPENING } from '../guest-opening.ts';
import type { Mention, Post } from '../types.ts';
import { type ChainTable, type GrowingChain, compatible } from './chain-table.ts';
import { isOpposedOffice } from './opposed-offices.ts';
import type { Recency } from './recency.ts';

/** Nouns that say no more than that somebody acts for somebody. */
const GENERIC = new Set([
  'representative',
  'officer',
  'official',
  'leader',
  'diplomat',
  'head',
  'delegate',
  'man',
  'woman',
  'politician',
  'statesman',
  'chief',
  'general',
  'colonel',
  'admiral',
]);
const SPOKES = /^spokes(?:man|woman|person)$/;
const CHAIRS = /^chair(?:man|woman|person)?$/;

export function headOfRole(role: string): string {
  const noun =
    role
      .toLowerCase()
      .replace(/[\s-]+(?:of|for|to|at|on|in|with)\b.*$/, '')
      .split(/\s+/)
      .at(-1) ?? '';
  return SPOKES.test(noun)
    ? 'spokesperson'
    : CHAIRS.test(noun)
      ? 'chair'
      : noun.replace(/^adviser$/, 'advisor').replace(/^premier$/, 'minister');
}

const FILLER = new Set(['of', 'for', 'the', 'and', 'to', 'affairs', 'national', 'deputy', 'vice']);
const roleWords = (role: string): readonly string[] =>
  role
    .toLowerCase()
    .replace(/defense/g, 'defence')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !FILLER.has(word));

const isDeputy = (role: string): boolean =>
  /\b(?:deputy|vice|assistant|under|ministers? of state|state minister)\b/i.test(role);

/** How well a referring post fits a known one: 0 for no fit. */
function postFit(reference: Post, known: Post | GrowingChain['posts'][number]): number {
  if (/^head of state$/i.test(reference.role) && /^(?:president|king|queen|emir|amir|sultan)$/i.test(known.role))
    return 3;
  if (headOfRole(reference.role) !== headOfRole(known.role)) return 0;
  const wanted = roleWords(reference.role).filter((word) => word !== headOfRole(reference.role));
  const has = new Set(roleWords(known.role));
  if (wanted.some((word) => !has.has(word) && has.size > 1)) return 0;
  if (isDeputy(reference.role) && !isDeputy(known.role)) return 0;
  // `the unification minister` is not the vice minister of unification; `the minister` may be.
  if (wanted.length > 0 && isDeputy(known.role) && !isDeputy(reference.role)) return 0;
  return isDeputy(reference.role) === isDeputy(known.role) ? 3 : 2;
}

const RANKS = new Set(['general', 'colonel', 'admiral', 'officer']);

/** Who holds these speaks for a body of many states. */
const OF_NO_COUNTRY =
  /\b(?:secretary-general|executive director|director-general|rapporteur|commissioner|special (?:envoy|representative|coordinator|advis[eo]r))\b/i;

/** `the European Council president` is no president of a country. */
function isOfBody(table: ChainTable, { body }: Post, known: GrowingChain['posts'][number]): boolean {
  const wanted = body === undefined ? undefined : table.chainsOf(body)[0];
  if (wanted === undefined) return true;
  return known.bodyChain === undefined ? known.country === undefined : known.bodyChain === wanted;
}

const OF_STATE = /^(?:vice )?(?:president|prime minister|premier|chancellor)$/i;

/** Whom a text calls `Prime Minister Lee` without a country is the one it means by `the Prime Minister`, not `Roe, Prime Minister of Chile`. */
const isOfHome = ({ role }: Post, known: GrowingChain['posts']): boolean =>
  OF_STATE.test(role) &&
  known.some(
    (post) =>
      post.role.toLowerCase() === role.toLowerCase() && post.country === undefined && post.bodyChain === undefined,
  );

function fit(table: ChainTable, mention: Mention, chain: GrowingChain): number {
  const reference = mention.posts[0];
  if (!compatible(mention.attributes['gender'], chain.attributes['gender'])) return 0;
  const country = mention.attributes['country'];
  if (!compatible(country, chain.attributes['country'])) return 0;
  const isBare = reference !== undefined && country === undefined && reference.body === undefined;
  if (isBare && isOpposedOffice(table, reference.role, chain.attributes['country'])) return 0;
  const sameCountry = country !== undefined && country === chain.attributes['country'] ? 2 : 0;
  const noun =
    reference === undefined ? (mention.name.toLowerCase().split(' ').at(-1) ?? '') : headOfRole(reference.role);
  const own = chain.posts.filter((known) => reference === undefined || isOfBody(table, reference, known));
  const best = reference === undefined ? 0 : Math.max(0, ...own.map((post) => postFit(reference, post)));
  if (reference !== undefined && own.length < chain.posts.length && best === 0) return 0;
  if (best > 0) return best + sameCountry + (isBare && isOfHome(reference, own) ? 2.5 : 1);
  // `chief of the guard` is a post of its own, `the officer` is anybody's.
  if (reference !== undefined && (/ of /.test(reference.role) || reference.body !== undefined)) return 0;
  // `the representative of Japan` is nobody whose country is unknown and who holds a post of a body.
  const isForeign = country !== undefined && sameCountry === 0;
  if (isForeign && chain.posts.some((post) => OF_NO_COUNTRY.test(post.role))) return 0;
  const isRank = RANKS.has(noun) && chain.attributes['rank'] !== undefined;
  if (!GENERIC.has(noun)) return 0;
  // `the High Representative` is an office, `the senior official` anybody.
  if (reference !== undefined && /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(reference.role) && chain.posts.length > 0) return 0;
  const isRuler = noun === 'leader' && chain.posts.some(({ role }) => OF_STATE.test(role));
  return (isRank || isRuler ? 2 : 1) + sameCountry;
}

/** Definite or bare references only: `a minister` is somebody else. */
function isDefinite(table: ChainTable, mention: Mention): boolean {
  const outer = table.text.clean.text.slice(mention.outer.start, mention.start).trim().toLowerCase();
  if (/^(?:a|an|several|some|many|two|three)\b/.test(outer)) return false;
  if (outer !== '') return true;
  const country = mention.attributes['country'] !== undefined;
  return (
    country ||
    mention.posts.some((post) => post.body !== undefined) ||
    /^\p{Lu}/u.test(table.text.clean.text.slice(mention.start, mention.start + 1))
  );
}

export function linkPersonReference(table: ChainTable, recency: Recency, mention: Mention): void {
  if (linkApposition(table, mention)) return;
  if (!isDefinite(table, mention) || mention.plural) return;
  if (COUNTERPART.test(mention.name)) return linkCounterpart(table, recency, mention);
  // Without an article a post with a country mostly brings somebody new.
  const isArticled = mention.attributes['country'] === undefined || mention.outer.start < mention.start;
  let best: GrowingChain | undefined;
  let bestFit = 0;
  let steps = 0;
  const asked = new Set<GrowingChain>();
  for (const { chain, mention: seen } of isHeadline(table, mention) ? firstNamed(table) : recency.back()) {
    if (chain.kind !== 'Person' || asked.has(chain)) continue;
    asked.add(chain);
    const isNewToCountry =
      !isArticled &&
      mention.attributes['country'] !== chain.attributes['country'] &&
      !isOfficeInHeadline(table, mention, chain);
    const score = seen.id === mention.id || isNewToCountry ? 0 : fit(table, mention, chain) - steps * 0.25;
    steps++;
    if (score > bestFit) [best, bestFit] = [chain, score];
    if (steps > 12) break;
  }
  best ??= laterNamed(table, mention);
  if (best === undefined) return;
  table.link(mention, best, mention.posts.length > 0 ? 'post' : 'nationality-role');
  const country = mention.attributes['country'];
  if (country !== undefined) best.attributes['country'] ??= country;
}

const isHeadline = (table: ChainTable, mention: Mention): boolean =>
  table.text.clean.blocks.some(
    ({ kind, start, end }) => kind === 'title' && mention.start >= start && mention.start < end,
  );

/** `UK Foreign Secretary Announces …` above `Foreign Secretary Ann Lee announced …`: the headline adds the country. */
const isOfficeInHeadline = (table: ChainTable, mention: Mention, chain: GrowingChain): boolean =>
  chain.attributes['country'] === undefined &&
  isHeadline(table, mention) &&
  mention.posts.some(({ role }) =>
    chain.posts.some(
      (post) =>
        post.role.toLowerCase() === role.toLowerCase() && post.country === undefined && !post.role.includes(' of '),
    ),
  );

/** A headline speaks of those whom the text names first. */
function* firstNamed(table: ChainTable): Iterable<{ readonly chain: GrowingChain; readonly mention: Mention }> {
  const people = table.chains.filter(({ kind, mentions }) => kind === 'Person' && mentions.length > 0);
  const first = (chain: GrowingChain): number => Math.min(...chain.mentions);
  for (const chain of people.sort((one, other) => first(one) - first(other)))
    yield { chain, mention: table.text.mentions[first(chain)]! };
}

/** `Gorbachev, the general secretary of the Communist Party`: the post belongs to the name before the comma. */
function linkApposition(table: ChainTable, mention: Mention): boolean {
  if (mention.posts.length === 0) return false;
  const { mentions, clean } = table.text;
  for (let id = mention.id - 1; id >= Math.max(0, mention.id - 3); id--) {
    const name = mentions[id]!;
    if (name.kind !== 'Person' || name.form !== 'name') continue;
    const gap = clean.text.slice(Math.max(name.end, name.outer.end), mention.outer.start);
    if (!/^,\s+(?:(?:who|which) (?:is|was) )?$/.test(gap) && !(gap === '\n\n' && isRowOf(clean, name, mention)))
      return false;
    const chain = table.chainOf(name);
    if (VERB_OF_MANY.test(clean.text.slice(mention.outer.end + 1, mention.outer.end + 12))) return false;
    if (chain === undefined || isAfterGuest(table, name, mention)) return false;
    table.link(mention, chain, 'apposition');
    for (const post of mention.posts) table.addPost(chain, post);
    return true;
  }
  return false;
}

/** A line that is a name, and under it a line that is a post: a list of those who came, or a byline. */
function isRowOf({ text, blocks }: ChainTable['text']['clean'], name: Mention, post: Mention): boolean {
  if (name.posts.some(({ role }) => role !== 'Ambassador')) return false;
  const [row, below] = [name, post].map((mention) =>
    blocks.find(({ start, end }) => mention.outer.start >= start && mention.outer.end <= end),
  );
  if (row === undefined || below === undefined || below.start !== post.outer.start) return false;
  const isWhole =
    /^(?:and |[-–•] |\d+\. )?$/i.test(text.slice(row.start, name.outer.start)) && row.end === name.outer.end;
  return isWhole && /^[.,;]?$/.test(text.slice(post.outer.end, below.end));
}

/** `Welcoming Roe, the Norwegian president said`: the comma closes what opens the sentence; the office is the host's. */
function isAfterGuest({ text: { clean } }: ChainTable, name: Mention, mention: Mention): boolean {
  const before = /(?:^|[.!?”"\n]\s*)(\p{L}+)\s+$/u.exec(
    clean.text.slice(Math.max(0, name.outer.start - 30), name.outer.start),
  );
  return GUEST_OPENING.test(before?.[1] ?? '') && !/^\s*[,;.]/.test(clean.text.slice(mention.outer.end));
}

/** `The Russian presidential spokesman` may come before his name: a post that names its country or portfolio fits one person. */
function laterNamed(table: ChainTable, mention: Mention): GrowingChain | undefined {
  if (mention.posts.length === 0 || mention.attributes['country'] === undefined) return undefined;
  const fitting = table.chains.filter((chain) => chain.kind === 'Person' && fit(table, mention, chain) >= 5);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** `his Russian counterpart`: somebody of that country with the post of the one who is spoken of. */
function linkCounterpart(table: ChainTable, recency: Recency, mention: Mention): void {
  const country = mention.attributes['country'];
  const self = recency.lastChain((chain) => chain.kind === 'Person' && chain.attributes['country'] !== country);
  if (country === undefined || self === undefined) return;
  const roles = new Set(self.posts.map((post) => headOfRole(post.role)));
  const other = table.chains.find(
    (chain) =>
      chain.kind === 'Person' &&
      chain.attributes['country'] === country &&
      chain.posts.some(({ role, status }) => status !== 'former' && roles.has(headOfRole(role))),
  );
  if (other !== undefined) table.link(mention, other, 'counterpart');
}
