// A person on the table: the name with the posts before and after it, letters, country and the bodies it names.
import type { AttributeValue } from '../../domain/claim.ts';
import { GUEST_OPENING } from '../guest-opening.ts';
import { COUNTERPART } from '../counterpart.ts';
import { OF_MEETING } from '../meeting-offices.ts';
import { VERB_OF_MANY } from '../verb-of-many.ts';
import { type NameMatch, displayName, postNominalsEnd, titledNameAt } from './names.ts';
import { isOfPortfolios, isPlaceHit, owningCountry } from './phrases.ts';
import { furtherPosts } from './post-lists.ts';
import { placeInPost } from './post-owners.ts';
import { type PostMatch, postsAt } from './posts.ts';
import { type Draft, type DraftPost, type Scan, blockOf, claim, draftOf, isFree, isInBlock, nest } from './scan.ts';
import { isPossessive } from './words.ts';

/** Words of names found so far: what a headline's capitals are checked against. */
export type KnownWords = Set<string>;

export function countryAfter(scan: Scan, index: number): string | undefined {
  const { words } = scan;
  const start = words[index]?.folded === 'of' ? index + 1 : -1;
  if (start < 0 || !isInBlock(scan, start, index)) return undefined;
  const hit = scan.hitAt[words[start]!.folded === 'the' ? start + 1 : start];
  return hit?.entry.class === 'country' ? hit.entry.name : undefined;
}

interface Opening {
  /** First word of the post. */
  readonly start: number;
  /** What the words before it say of the post. */
  readonly status?: 'former' | 'nominee';
}

/** `, the`, `, who is also the`, `, formerly the`, `, to be` before a post in apposition. */
function appositionOpening(scan: Scan, index: number): Opening {
  const { words } = scan;
  const is = (at: number, word: RegExp): boolean => word.test(words[at]?.folded ?? '');
  let start = index + 1;
  const isPast = is(start, /^who$/) && is(start + 1, /^(?:was|served)$/);
  if (is(start, /^who$/) && is(start + 1, /^(?:is|was|serves|served)$/)) {
    start += 2;
    if (is(start, /^also$/)) start++;
    if (is(start, /^as$/)) start++;
  }
  const isFormer = is(start, /^(?:formerly|previously)$/) || isPast;
  const isNominated = is(start, /^to$/) && is(start + 1, /^be$/);
  if ((isFormer && !isPast) || is(start, /^(?:currently|presently|now|also)$/)) start++;
  if (isNominated) start += 2;
  if (is(start, /^(?:the|a|an|its|his|her|their)$/)) start++;
  return { start, ...(isFormer ? { status: 'former' } : isNominated ? { status: 'nominee' } : {}) };
}

/** `, the Minister of X,` or `, who is the Minister of X` or `(Minister of X)` after a name. */
export function appositionAt(scan: Scan, index: number): PostMatch | undefined {
  const { words } = scan;
  const opener = words[index]?.text;
  if ((opener !== ',' && opener !== '(') || !isInBlock(scan, index, index - 1)) return undefined;
  const { start, status } = appositionOpening(scan, index);
  if (!isInBlock(scan, start, index)) return undefined;
  const first = postsAt(scan, start);
  // `the Russian President's Plenipotentiary Envoy`: the post is the second one.
  const owned =
    first !== undefined && isPossessive(words[first.to]) && isInBlock(scan, first.to + 1, index)
      ? postsAt(scan, first.to + 1)
      : undefined;
  // `Foreign Minister Roe, King's Office Director Lee`: the king is nobody's apposition.
  if (owned === undefined && first !== undefined && isPossessive(words[first.to])) return undefined;
  const own = (post: DraftPost): DraftPost => ({
    ...post,
    ...(owned === undefined ? {} : countryOf(first!)),
    ...(status === undefined ? {} : { status }),
  });
  const whole = owned ?? first;
  const match = whole === undefined ? undefined : { ...whole, posts: whole.posts.map(own) };
  if (match === undefined || match.posts.some((post) => post.plural)) return undefined;
  const next = words[match.to];
  if (
    next !== undefined &&
    isInBlock(scan, match.to, index) &&
    next.isWord &&
    titledNameAt(scan, match.to) !== undefined
  )
    return undefined;
  const all = opener === ',' ? furtherPosts(scan, match) : match;
  if (isSubjectOfMany(scan, all.to, index)) return undefined;
  return isFree(scan, start, all.to) ? all : undefined;
}

/** `Roe, Peruvian PM hold talks`: in a headline a comma stands for `and`, as the verb of many shows. */
const isSubjectOfMany = (scan: Scan, at: number, from: number): boolean =>
  isInBlock(scan, at, from) && scan.words[from]!.text === ',' && VERB_OF_MANY.test(scan.words[at]!.text);

const countryOf = (match: PostMatch): { readonly country?: string } => {
  const country = match.posts.find((post) => post.country !== undefined && post.abroad !== true)?.country;
  return country === undefined ? {} : { country };
};

/** `Ann Lee of Ohio, to be Ambassador`: where she comes from stands between the name and the post. */
function afterOrigin(scan: Scan, index: number): PostMatch | undefined {
  const { words } = scan;
  if (words[index]?.folded !== 'of' || !isInBlock(scan, index + 1, index)) return undefined;
  const start = words[index + 1]!.folded === 'the' ? index + 2 : index + 1;
  const place = scan.hitAt[start];
  if (!isPlaceHit(place) || words[place.to]?.text !== ',') return undefined;
  const match = appositionAt(scan, place.to);
  if (match !== undefined) nest(scan, placeInPost(place));
  return match;
}

/** `ANA RUIZ (Peru)`: how the United Nations' records say for whom somebody speaks. */
export function bracketedCountry(scan: Scan, index: number): string | undefined {
  if (scan.words[index]?.text !== '(' || !isInBlock(scan, index, index - 1)) return undefined;
  if (isPosting(scan, index)) return undefined;
  const hit = scan.hitAt[index + 1];
  return hit?.entry.class === 'country' && scan.words[hit.to]?.text === ')' ? hit.entry.name : undefined;
}

/** `Others are Roe, who will be High Commissioner in Malta, Lee (Peru)`: in a list of envoys the brackets hold where they go. */
function isPosting(scan: Scan, index: number): boolean {
  const { words } = scan;
  for (let at = index - 1; at > index - 60 && isInBlock(scan, at, index); at--)
    if (
      /^(?:ambassadors?|envoys?|nominees?|postings?)$/.test(words[at]!.folded) ||
      (/^commissioners?$/.test(words[at]!.folded) && words[at - 1]?.folded === 'high')
    )
      return true;
  return false;
}

const delegatePost = (scan: Scan, bracket: number, country: string): DraftPost => ({
  from: bracket + 1,
  to: scan.hitAt[bracket + 1]!.to,
  role: 'Representative',
  status: 'current',
  country,
  plural: false,
});

function personAttributes(name: NameMatch, posts: readonly DraftPost[], country: string | undefined) {
  const attributes: Record<string, AttributeValue> = {};
  const home = country ?? posts.find((post) => post.country !== undefined && post.abroad !== true)?.country;
  // `High Commissioner Charles`: a surname, though it is a given name elsewhere.
  const isSurname = name.to - name.from === 1 && posts.length > 0 && name.honorific === undefined;
  const gender = (isSurname ? undefined : name.gender) ?? posts.find((post) => post.gender !== undefined)?.gender;
  if (home !== undefined) attributes['country'] = home;
  if (gender !== undefined) attributes['gender'] = gender;
  if (name.honorific !== undefined) attributes['honorific'] = name.honorific;
  if (name.rank !== undefined) attributes['rank'] = name.rank;
  if (name.tradition !== undefined) attributes['nameOrder'] = 'family-first';
  return attributes;
}

/** `Pope Leo`, `King Felipe VI`: one name alone is known with its title, and is nobody’s given name. */
function regnalName(scan: Scan, name: NameMatch): string {
  const own = displayName(scan, name.from, name.to);
  const title = scan.words[name.from - 1];
  const isRegnal =
    /^\p{L}+(?: [IVX]+)?$/u.test(own) && title !== undefined && isInBlock(scan, name.from - 1, name.from);
  return isRegnal && /^(?:Pope|King|Queen|Patriarch|Emperor|Empress)$/.test(title.text) ? `${title.text} ${own}` : own;
}

interface PersonParts {
  readonly name: NameMatch;
  readonly posts: readonly DraftPost[];
  readonly outerFrom: number;
  readonly foundBy: string;
}

export function addPerson(scan: Scan, parts: PersonParts, known: KnownWords): number {
  const { name, outerFrom } = parts;
  let outerTo = postNominalsEnd(scan, name.to);
  const bracketed = bracketedCountry(scan, outerTo);
  const country = bracketed ?? (parts.posts.length > 0 ? countryAfter(scan, outerTo) : undefined);
  const beside = appositionAt(scan, outerTo) ?? afterOrigin(scan, outerTo);
  const isAnothers = beside !== undefined && (isHosts(scan, outerFrom, beside) || isNextOfList(scan, parts, beside));
  const apposition = isAnothers ? undefined : beside;
  if (apposition !== undefined) outerTo = apposition.to;
  const abroad = ambassadorOnly(parts.posts);
  // `Azerbaijan’s Jeyhun Bayramov`: the owner of a person is a home.
  const home = country ?? owningCountry(scan, outerFrom);
  const stated = [...parts.posts, ...(apposition?.posts ?? [])].map((post) =>
    country !== undefined && post.country === undefined && !(bracketed !== undefined && OF_MEETING.test(post.role))
      ? { country, ...post }
      : post,
  );
  // `his counterpart X` gives X the nationality here and the post when references are resolved.
  const held = stated.filter((post) => !COUNTERPART.test(post.role));
  const isCounterpart = held.length < stated.length;
  const posts = bracketed === undefined ? held : [...held, delegatePost(scan, outerTo, bracketed)];
  if (bracketed !== undefined) outerTo = scan.hitAt[outerTo + 1]!.to + 1;
  const draft = draftOf({
    from: name.from,
    to: name.to,
    outerFrom,
    outerTo,
    kind: 'Person',
    name: regnalName(scan, name),
    attributes: {
      ...personAttributes(name, abroad ? [] : stated, home),
      ...(isCounterpart ? { counterpart: true } : {}),
    },
    posts,
    foundBy: parts.foundBy,
  });
  claim(scan, draft);
  nestBodies(scan, posts);
  if (!blockOf(scan, name.from).isTitleCase)
    for (let index = name.from; index < name.to; index++) known.add(scan.words[index]!.folded);
  return Math.max(outerTo, name.to);
}

/** `Welcoming Roe, the president said`: no second comma closes an apposition. */
function isHosts({ words }: Scan, outerFrom: number, { to }: PostMatch): boolean {
  const before = words[outerFrom - 1];
  return before?.opens === true && GUEST_OPENING.test(before.folded) && words[to]?.isWord === true;
}

/** `the Ambassador of Peru, Juan Roe, the Ambassador of Chile, Ann Lee`: each post stands before its name, a comma between. */
function isNextOfList(scan: Scan, { posts, name, outerFrom }: PersonParts, { to }: PostMatch): boolean {
  const { words } = scan;
  if (posts.length === 0 || outerFrom === name.outerFrom || words[name.outerFrom - 1]?.text !== ',') return false;
  if (words[to]?.text !== ',' || !isInBlock(scan, to + 1, to)) return false;
  const next = titledNameAt(scan, to + 1);
  return next !== undefined && (next.to - next.from > 1 || next.outerFrom < next.from);
}

/** `Ambassador to Vietnam` says where a person works, not whose. */
const ambassadorOnly = (posts: readonly DraftPost[]): boolean =>
  posts.length > 0 && posts.every((post) => /\bto\b/.test(post.role) && post.country === undefined);

export function nestBodies(scan: Scan, posts: readonly DraftPost[]): void {
  for (const post of posts) {
    if (post.body?.foundBy.endsWith('.of-post/1') === true) nest(scan, post.body);
    for (let index = post.from; index < post.to; index++) {
      const body = scan.bodyAt.get(index);
      const isNamed = body !== undefined && (post.body === body || !isPortfolio(scan, body));
      if (isNamed && body.outerTo <= post.to) nest(scan, body);
      const hit = scan.hitAt[index];
      const isInside = isInsideBody(scan, post, index) || isInsideRegion(post, index);
      if (isPlaceHit(hit) && hit.to <= post.to && !isInside && !isPortfolioAt(scan, index))
        nest(scan, placeInPost(hit));
    }
  }
}

/** `Kaluga` in `Kaluga Region Governor`. */
const isInsideRegion = ({ body }: DraftPost, index: number): boolean =>
  body?.foundBy === 'place.of-post/1' && index >= body.from && index < body.to;

/** A body that only repeats the words of a portfolio; one of the lexicon does so in a single word. */
const isPortfolio = (scan: Scan, { outerFrom, outerTo, foundBy }: Draft): boolean =>
  (foundBy !== 'body.lexicon/1' || outerTo === outerFrom + 1) && isOfPortfolios(scan, outerFrom, outerTo);

const isPortfolioAt = (scan: Scan, index: number): boolean => scan.vocabulary.portfolios.has(scan.words[index]!.folded);

function isInsideBody(scan: Scan, post: DraftPost, index: number): boolean {
  for (let at = post.from; at <= index; at++) if ((scan.bodyAt.get(at)?.outerTo ?? 0) > index) return true;
  return false;
}
