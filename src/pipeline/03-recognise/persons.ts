// Persons: names after posts, ranks and honorifics, names with a post in apposition, and names that lexicons know.
import type { AttributeValue } from '../../domain/claim.ts';
import { acronymAfter } from './acronyms.ts';
import { type NameMatch, bareNameEnd, displayName, postNominalsEnd, titledNameAt } from './names.ts';
import { familyFirstTradition, opensPersonalName } from './phrases.ts';
import { type PostMatch, postsAt } from './posts.ts';
import {
  type Draft,
  type DraftPost,
  type Scan,
  blockOf,
  claim,
  draftOf,
  isFree,
  isInBlock,
  nest,
  textOf,
} from './scan.ts';
import { foldWord, isPossessive } from './words.ts';

const DETERMINERS = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'this', 'that', 'both', 'two', 'three']);

/** Words of names found so far: what a headline's capitals are checked against. */
type KnownWords = Set<string>;

function trimHeadline(scan: Scan, name: NameMatch, known: KnownWords): NameMatch | undefined {
  if (!blockOf(scan, name.from).isTitleCase) return name;
  let to = name.to;
  while (to > name.from && !known.has(scan.words[to - 1]!.folded)) to--;
  return to === name.from ? undefined : { ...name, to };
}

function countryAfter(scan: Scan, index: number): string | undefined {
  const { words } = scan;
  const start = words[index]?.folded === 'of' ? index + 1 : -1;
  if (start < 0 || !isInBlock(scan, start, index)) return undefined;
  const hit = scan.hitAt[words[start]!.folded === 'the' ? start + 1 : start];
  return hit?.entry.class === 'country' ? hit.entry.name : undefined;
}

/** `, the Minister of X,` or `, who is the Minister of X` or `(Minister of X)` after a name. */
function appositionAt(scan: Scan, index: number): PostMatch | undefined {
  const { words } = scan;
  const opener = words[index]?.text;
  if ((opener !== ',' && opener !== '(') || !isInBlock(scan, index, index - 1)) return undefined;
  let start = index + 1;
  if (words[start]?.folded === 'who' && /^(?:is|was|serves|served)$/.test(words[start + 1]?.folded ?? '')) {
    start += 2;
    if (words[start]?.folded === 'also') start++;
    if (words[start]?.folded === 'as') start++;
  }
  if (/^(?:the|a|an|currently|its|his|her|their|also)$/.test(words[start]?.folded ?? '')) start++;
  if (!isInBlock(scan, start, index)) return undefined;
  const first = postsAt(scan, start);
  // `the Russian President's Plenipotentiary Envoy`: the post is the second one.
  const owned =
    first !== undefined && isPossessive(words[first.to]) && isInBlock(scan, first.to + 1, index)
      ? postsAt(scan, first.to + 1)
      : undefined;
  const match =
    owned === undefined ? first : { ...owned, posts: owned.posts.map((post) => ({ ...post, ...countryOf(first!) })) };
  if (match === undefined || match.posts.some((post) => post.plural)) return undefined;
  const next = words[match.to];
  if (
    next !== undefined &&
    isInBlock(scan, match.to, index) &&
    next.isWord &&
    titledNameAt(scan, match.to) !== undefined
  )
    return undefined;
  return isFree(scan, start, match.to) ? match : undefined;
}

const countryOf = (match: PostMatch): { readonly country?: string } => {
  const country = match.posts.find((post) => post.country !== undefined)?.country;
  return country === undefined ? {} : { country };
};

/** `ANA RUIZ (Peru)`: how the United Nations' records say for whom somebody speaks. */
function bracketedCountry(scan: Scan, index: number): string | undefined {
  if (scan.words[index]?.text !== '(' || !isInBlock(scan, index, index - 1)) return undefined;
  const hit = scan.hitAt[index + 1];
  return hit?.entry.class === 'country' && scan.words[hit.to]?.text === ')' ? hit.entry.name : undefined;
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
  const home = country ?? posts.find((post) => post.country !== undefined)?.country;
  const gender = name.gender ?? posts.find((post) => post.gender !== undefined)?.gender;
  if (home !== undefined) attributes['country'] = home;
  if (gender !== undefined) attributes['gender'] = gender;
  if (name.honorific !== undefined) attributes['honorific'] = name.honorific;
  if (name.rank !== undefined) attributes['rank'] = name.rank;
  if (name.tradition !== undefined) attributes['nameOrder'] = 'family-first';
  return attributes;
}

interface PersonParts {
  readonly name: NameMatch;
  readonly posts: readonly DraftPost[];
  readonly outerFrom: number;
  readonly foundBy: string;
}

function addPerson(scan: Scan, parts: PersonParts, known: KnownWords): number {
  const { name, outerFrom } = parts;
  let outerTo = postNominalsEnd(scan, name.to);
  const bracketed = bracketedCountry(scan, outerTo);
  const country = bracketed ?? (parts.posts.length > 0 ? countryAfter(scan, outerTo) : undefined);
  const apposition = appositionAt(scan, outerTo);
  if (apposition !== undefined) outerTo = apposition.to;
  const abroad = ambassadorOnly(parts.posts);
  const stated = [...parts.posts, ...(apposition?.posts ?? [])].map((post) =>
    country !== undefined && post.country === undefined ? { ...post, country } : post,
  );
  // `his counterpart X` gives X the nationality here and the post when references are resolved.
  const held = stated.filter((post) => !/\bcounterpart$/i.test(post.role));
  const isCounterpart = held.length < stated.length;
  const posts = bracketed === undefined ? held : [...held, delegatePost(scan, outerTo, bracketed)];
  if (bracketed !== undefined) outerTo = scan.hitAt[outerTo + 1]!.to + 1;
  const draft = draftOf({
    from: name.from,
    to: name.to,
    outerFrom,
    outerTo,
    kind: 'Person',
    name: displayName(scan, name.from, name.to),
    attributes: {
      ...personAttributes(name, abroad ? [] : stated, country),
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

/** `Ambassador to Vietnam` says where a person works, not whose. */
const ambassadorOnly = (posts: readonly DraftPost[]): boolean =>
  posts.length > 0 && posts.every((post) => /\bto\b/.test(post.role) && post.country === undefined);

function nestBodies(scan: Scan, posts: readonly DraftPost[]): void {
  for (const post of posts) {
    for (let index = post.from; index < post.to; index++) {
      const body = scan.bodyAt.get(index);
      const isPortfolio = post.body !== body && scan.vocabulary.portfolios.has(scan.words[index]!.folded);
      if (body !== undefined && body.outerTo <= post.to && !(isPortfolio && body.outerTo === index + 1))
        nest(scan, body);
      const hit = scan.hitAt[index];
      if (hit?.entry.class === 'country' && !isInsideBody(scan, post, index))
        nest(
          scan,
          draftOf({ from: index, to: hit.to, kind: 'Country', name: hit.entry.name, foundBy: 'place.in-post/1' }),
        );
    }
  }
}

function isInsideBody(scan: Scan, post: DraftPost, index: number): boolean {
  for (let at = post.from; at <= index; at++) if ((scan.bodyAt.get(at)?.outerTo ?? 0) > index) return true;
  return false;
}

/** `Foreign Ministers` → `Foreign Minister`, `Secretaries of State` → `Secretary of State`. */
const singular = (role: string): string =>
  role
    .replace(/ies(?=$| (?:of|for)\b)/, 'y')
    .replace(/(?<!s)s(?=$| (?:of|for)\b)/, '')
    .replace(/men$/, 'man');

/** `Presidents A of X and B of Y`: every name in the list bears the post. */
function addList(scan: Scan, match: PostMatch, outerFrom: number, first: NameMatch, known: KnownWords): number {
  const { words } = scan;
  let name: NameMatch | undefined = first;
  let start = outerFrom;
  let to = first.to;
  while (name !== undefined) {
    const posts = match.posts.map((post) => ({ ...post, role: singular(post.role), plural: false }));
    to = addPerson(scan, { name, posts, outerFrom: start, foundBy: 'person.post-list/1' }, known);
    if (words[to]?.folded === 'of' && countryAfter(scan, to) !== undefined) {
      const at = words[to + 1]!.folded === 'the' ? to + 2 : to + 1;
      to = scan.hitAt[at]!.to;
    }
    let next = to;
    while (next < to + 2 && /^(?:,|and)$/.test(words[next]?.folded ?? '')) next++;
    if (next === to || !isInBlock(scan, next, outerFrom)) break;
    name = postsAt(scan, next) === undefined ? titledNameAt(scan, next) : undefined;
    start = next;
  }
  return to;
}

function addNominal(scan: Scan, match: PostMatch, index: number): void {
  const before = scan.words[index - 1];
  const outerFrom =
    before !== undefined && isInBlock(scan, index - 1, index) && DETERMINERS.has(before.folded) ? index - 1 : index;
  const country = match.posts.find((post) => post.country !== undefined)?.country;
  const gender = match.posts.find((post) => post.gender !== undefined)?.gender;
  claim(
    scan,
    draftOf({
      from: index,
      to: match.to,
      outerFrom: scan.taken[outerFrom] === 1 ? index : outerFrom,
      form: 'nominal',
      kind: 'Person',
      plural: match.posts.some((post) => post.plural),
      name: textOf(scan, index, match.to),
      attributes: { ...(country === undefined ? {} : { country }), ...(gender === undefined ? {} : { gender }) },
      posts: match.posts,
      foundBy: 'person.post/1',
    }),
  );
  nestBodies(scan, match.posts);
}

/** `President of the Japan International Cooperation Agency (JICA) Tanaka Akihiko`. */
const afterAcronym = (scan: Scan, index: number): number =>
  acronymAfter(scan.words, index) === undefined ? index : index + 3;

/** Name directly after the post, or set off by a comma: `the Minister of Defence, General X, said`. */
function nameAfterPost(scan: Scan, match: PostMatch): NameMatch | undefined {
  const { words } = scan;
  const start = afterAcronym(scan, match.to);
  const direct = isInBlock(scan, start, match.to - 1) ? titledNameAt(scan, start) : undefined;
  if (direct !== undefined || words[match.to]?.text !== ',' || !isInBlock(scan, match.to + 1, match.to)) return direct;
  if (postsAt(scan, match.to + 1) !== undefined) return undefined;
  const apart = titledNameAt(scan, match.to + 1);
  if (apart === undefined) return undefined;
  const closes = words[apart.to];
  const isSetOff = closes === undefined || !isInBlock(scan, apart.to, match.to) || /^[,.;)]$/.test(closes.text);
  const isUnknown =
    apart.to - apart.from >= 2 && words.slice(apart.from, apart.to).every((word) => !scan.isCommonWord(word.folded));
  const isPersonal = apart.outerFrom < apart.from || opensPersonalName(scan, apart.from) || isUnknown;
  return isSetOff && isPersonal && !match.posts.some((post) => post.plural) ? apart : undefined;
}

function postPersonAt(scan: Scan, index: number, known: KnownWords): number {
  const match = postsAt(scan, index);
  if (match === undefined || !isFree(scan, index, match.to)) return index;
  // A style that is also a title of its own: read with the name, `Sheikh Hasina`.
  if (match.to === index + 1 && /^(?:sheikha?|prince|princess)$/.test(scan.words[index]!.folded)) return index;
  const found = nameAfterPost(scan, match);
  const name = found === undefined ? undefined : trimHeadline(scan, found, known);
  if (name === undefined || !isFree(scan, name.outerFrom, name.to)) {
    if (isVerbLike(scan, match)) return index;
    addNominal(scan, match, index);
    return match.to;
  }
  if (match.posts.some((post) => post.plural)) return addList(scan, match, index, name, known);
  return addPerson(scan, { name, posts: match.posts, outerFrom: index, foundBy: 'person.post-name/1' }, known);
}

/** `chairs`, `heads`, `judges` in lower case are mostly verbs; a bare `general`, `chief` adjectives. */
function isVerbLike(scan: Scan, match: PostMatch): boolean {
  const post = match.posts[0]!;
  const isOneWord = post.to - post.from === 1;
  return (
    isOneWord &&
    /^(?:chairs|heads|judges|chiefs|general|chief|justice|head|chair|chairs|co-chair|co-chairs|deputy|assistant|count)$/.test(
      scan.words[post.from]!.text,
    )
  );
}

function titledPersonAt(scan: Scan, index: number, known: KnownWords): number {
  const titled = titledNameAt(scan, index);
  if (
    titled === undefined ||
    (titled.from === index && titled.honorific === undefined) ||
    !isFree(scan, index, titled.to)
  )
    return index;
  const name = trimHeadline(scan, titled, known);
  return name === undefined
    ? index
    : addPerson(scan, { name, posts: [], outerFrom: index, foundBy: 'person.title-name/1' }, known);
}

/** `Bandar bin Mohammed Al Attiyah`, `Mahamat Idriss Deby`: an unknown name before the one that is known. */
function leftOfName(scan: Scan, index: number): number {
  const { words, vocabulary } = scan;
  let from = index;
  while (from > index - 4 && isInBlock(scan, from - 1, index) && scan.taken[from - 1] === 0) {
    const at = vocabulary.particles.has(words[from - 1]!.folded) && !words[from - 1]!.isCapital ? from - 2 : from - 1;
    if (!isInBlock(scan, at, index) || scan.taken[at] === 1) break;
    const word = words[at]!;
    const isName =
      word.isCapital && word.isWord && !word.isAllCaps && scan.hitOver[at] === undefined && !/\d/.test(word.text);
    const isCommon =
      vocabulary.notNames.has(word.folded) || vocabulary.portfolios.has(word.folded) || scan.isCommonWord(word.folded);
    if (!isName || isCommon || vocabulary.posts.longest(words, at) !== undefined || isHead(scan, at)) break;
    from = at;
  }
  return from;
}

const isHead = (scan: Scan, index: number): boolean =>
  [
    scan.vocabulary.bodyHeads,
    scan.vocabulary.eventHeads,
    scan.vocabulary.instrumentHeads,
    scan.vocabulary.placeHeads,
    scan.vocabulary.ranks,
  ].some((trie) => trie.longest(scan.words, index) !== undefined);

function knownNameAt(scan: Scan, at: number, known: KnownWords): number {
  const index = opensPersonalName(scan, at) ? leftOfName(scan, at) : at;
  if (!scan.words[at]!.isCapital || scan.bodyAt.has(at)) return at;
  if (scan.words[index]!.opens && scan.vocabulary.notNames.has(scan.words[index]!.folded)) return at;
  if (!opensPersonalName(scan, at)) return at;
  const to = bareNameEnd(scan, index);
  if (to - index < 2 || !isFree(scan, index, to)) return at;
  const tradition = familyFirstTradition(scan, index);
  const gender = tradition === undefined ? scan.vocabulary.givenNames.get(scan.words[index]!.folded) : undefined;
  const match: NameMatch = {
    from: index,
    to,
    outerFrom: index,
    ...(gender === 'm' || gender === 'f' ? { gender } : {}),
    ...(tradition === undefined ? {} : { tradition }),
  };
  const name = trimHeadline(scan, match, known);
  return name === undefined
    ? at
    : addPerson(scan, { name, posts: [], outerFrom: index, foundBy: 'person.given-name/1' }, known);
}

/** `Sinlavong Khoutphaythoune, President of …`: a name nobody knows, made sure by the post that follows. */
function namedByPostAt(scan: Scan, index: number, known: KnownWords): number {
  const { words } = scan;
  if (!words[index]!.isCapital || scan.hitAt[index] !== undefined || scan.bodyAt.has(index)) return index;
  if (scan.vocabulary.notNames.has(words[index]!.folded) || blockOf(scan, index).isTitleCase) return index;
  const to = bareNameEnd(scan, index);
  const isSpeaker = bracketedCountry(scan, to) !== undefined;
  if (to - index < 2 || to - index > 5 || (words[to]?.text !== ',' && !isSpeaker) || !isFree(scan, index, to))
    return index;
  if (
    words.slice(index, to).some((word) => scan.isCommonWord(word.folded) || scan.vocabulary.portfolios.has(word.folded))
  )
    return index;
  if (!isSpeaker && appositionAt(scan, to) === undefined) return index;
  return addPerson(
    scan,
    { name: { from: index, to, outerFrom: index }, posts: [], outerFrom: index, foundBy: 'person.name-post/1' },
    known,
  );
}

/** Left to right, bodies of prose before headlines, so that a headline's names can be checked. */
export function findPersons(scan: Scan): void {
  const known: KnownWords = new Set();
  const blocks = [...scan.blocks].sort((one, other) => Number(one.isTitleCase) - Number(other.isTitleCase));
  for (const block of blocks) {
    let index = block.from;
    while (index < block.to) {
      const word = scan.words[index]!;
      let next = index;
      if (word.isWord && scan.taken[index] === 0 && !isPossessive(word)) {
        next = postPersonAt(scan, index, known);
        if (next === index) next = titledPersonAt(scan, index, known);
        if (next === index) next = knownNameAt(scan, index, known);
        if (next === index) next = namedByPostAt(scan, index, known);
      }
      index = next > index ? next : afterBody(scan, index);
    }
  }
}

/** A body that opened no post is passed over whole, so that `Council Secretary` inside it is not read again. */
const afterBody = (scan: Scan, index: number): number => Math.max(index + 1, scan.bodyAt.get(index)?.outerTo ?? 0);

/** Short forms by which the text may call a person again: the last word, and the first of a family-first name. */
export function shortForms(person: Draft): readonly string[] {
  const parts = person.name.split(/\s+/).filter((part) => !/^(?:[JS]r\.?|I{1,3}|IV|\p{Lu}\.)$/u.test(part));
  if (parts.length < 2) return [];
  const forms = [parts.at(-1)!];
  if (person.attributes['nameOrder'] === 'family-first') forms.push(parts[0]!);
  return forms.map(foldWord);
}
