// Persons: names after posts, ranks and honorifics, names with a post in apposition, and names that lexicons know.
import { nameAfterPost } from './name-after-post.ts';
import { type NameMatch, bareNameEnd, titledNameAt } from './names.ts';
import {
  type KnownWords,
  addPerson,
  appositionAt,
  bracketedCountry,
  countryAfter,
  nestBodies,
} from './person-draft.ts';
import { familyFirstTradition, opensPersonalName } from './phrases.ts';
import { postListAt } from './post-lists.ts';
import { firmBefore } from './post-owners.ts';
import { type PostMatch, postsAt } from './posts.ts';
import { type Draft, type Scan, blockOf, claim, draftOf, isFree, isInBlock, textOf } from './scan.ts';
import { foldWord, isPossessive } from './words.ts';

const DETERMINERS = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'this', 'that', 'both', 'two', 'three']);

function trimHeadline(scan: Scan, name: NameMatch, known: KnownWords): NameMatch | undefined {
  if (!blockOf(scan, name.from).isTitleCase) return name;
  // `Secretary-General Appoints Lee`: what follows the post is a verb, unless the prose has it in a name.
  const isVerb = /[a-z]s$/.test(scan.words[name.from]!.text) && name.to - name.from > 1;
  if (isVerb && !known.has(scan.words[name.from]!.folded)) return undefined;
  if (isSetOff(scan, name) || isStyled(scan, name)) return name;
  let to = name.to;
  while (to > name.from && !known.has(scan.words[to - 1]!.folded)) to--;
  return to === name.from ? undefined : { ...name, to };
}

/** `The High Commissioner for Zambia Mr Muyeba Roe`: in a caption without a verb the style shows where the name begins. */
function isStyled(scan: Scan, { from, to, honorific }: NameMatch): boolean {
  // `Mr Juan Roe Apologies: …`: the next label.
  if (honorific === undefined || to - from < 2 || scan.words[to]?.text === ':') return false;
  return scan.words
    .slice(from, to)
    .every(({ folded }) => !scan.isCommonWord(folded) && !scan.isCommonWord(folded.replace(/s$/, '')));
}

/** `Briefing by Spokesperson Maria Roe, May 5`: a given name and one more word, which nothing of the headline follows. */
function isSetOff(scan: Scan, { from, to }: NameMatch): boolean {
  const next = scan.words[to];
  const closes = next === undefined || !isInBlock(scan, to, from) || /^[,;:.(–—]$/.test(next.text);
  return closes && to - from === 2 && opensPersonalName(scan, from);
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
  const country = match.posts.find((post) => post.country !== undefined && post.abroad !== true)?.country;
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

function postPersonAt(scan: Scan, index: number, known: KnownWords): number {
  const match = postListAt(scan, index);
  if (match === undefined || !isFree(scan, index, match.to)) return index;
  // A style that is also a title of its own: read with the name, `Sheikh Hasina`.
  if (match.to === index + 1 && /^(?:sh(?:e|a)ikha?|prince|princess)$/.test(scan.words[index]!.folded)) return index;
  // `Amir Roe` after `Hassan Amir Roe`: a name that the text has given in full.
  if (match.to === index + 1 && isMiddleName(scan, index, known)) return index;
  // `Sen. Lieut. Gen.` is one rank and no senator's.
  if ((scan.vocabulary.ranks.longest(scan.words, index)?.to ?? 0) > match.posts[0]!.to) return index;
  // `King Salman Relief Centre` and `Prime Minister’s Office` are bodies.
  if ((scan.bodyAt.get(index)?.outerTo ?? 0) > match.to) return index;
  const found = nameAfterPost(scan, match);
  const name = found === undefined ? undefined : trimHeadline(scan, found, known);
  if (name === undefined || !isFree(scan, name.outerFrom, name.to)) {
    if (isVerbLike(scan, match)) return index;
    addNominal(scan, match, index);
    return match.to;
  }
  if (match.posts.some((post) => post.plural)) return addList(scan, match, index, name, known);
  return addPerson(scan, { name, ...withFirm(scan, match, index), foundBy: 'person.post-name/1' }, known);
}

const isMiddleName = (scan: Scan, index: number, known: KnownWords): boolean => {
  const { folded, isCapital } = scan.words[index]!;
  return isCapital && scan.vocabulary.innerStyles.has(folded) && known.has(folded);
};

/** `Orsted Chief Executive Roe`: the firm, where the post names nobody else. */
function withFirm(scan: Scan, { posts }: PostMatch, index: number): Pick<Draft, 'posts' | 'outerFrom'> {
  const [post] = posts;
  const isOpen = post?.body === undefined && post?.country === undefined && post?.impliedBody === undefined;
  const firm = isOpen && posts.length === 1 && post !== undefined ? firmBefore(scan, index, post.role) : undefined;
  if (firm === undefined) return { posts, outerFrom: index };
  scan.bodyAt.set(firm.from, firm);
  return { posts: [{ body: firm, ...post!, from: firm.from }], outerFrom: firm.from };
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

/** `To Lam, General Secretary of …`, `Do Van Chien said`: a small word opens the sentence as a family name. */
function isSureOpening(scan: Scan, index: number, to: number): boolean {
  if (familyFirstTradition(scan, index) === undefined || !isInBlock(scan, to, index)) return false;
  return /^(?:said|told|met|received|added|noted|stressed|affirmed|attended|chaired|hosted|paid|held)$/.test(
    scan.words[to]!.folded,
  )
    ? to - index >= 2
    : appositionAt(scan, to) !== undefined;
}

function knownNameAt(scan: Scan, at: number, known: KnownWords): number {
  if (!scan.words[at]!.isCapital || scan.bodyAt.has(at) || !opensPersonalName(scan, at)) return at;
  const index = leftOfName(scan, at);
  const to = bareNameEnd(scan, index);
  const isDoubtful = scan.words[index]!.opens && scan.vocabulary.notNames.has(scan.words[index]!.folded);
  if (isDoubtful && !isSureOpening(scan, index, to)) return at;
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

/** `to replace Salih Roe of Turkey`, `Thi Lan Pham of Vietnam`: a name nobody knows, of a country, as envoys are listed. */
function namedByOriginAt(scan: Scan, index: number, known: KnownWords): number {
  const { words, vocabulary } = scan;
  const to = index;
  if (words[to]!.folded !== 'of' || countryAfter(scan, to) === undefined) return index;
  let from = to;
  while (from > to - 5 && isInBlock(scan, from - 1, to) && isUnknownName(scan, from - 1)) from--;
  const before = words[from - 1];
  const isListed = before !== undefined && isInBlock(scan, from - 1, to) && LISTS.test(before.folded);
  if (to - from < 2 || to - from > 4 || !isListed || !isFree(scan, from, to)) return index;
  if (vocabulary.particles.has(words[from]!.folded)) return index;
  addPerson(
    scan,
    { name: { from, to, outerFrom: from }, posts: [], outerFrom: from, foundBy: 'person.name-origin/1' },
    known,
  );
  return to + 1;
}

/** `his predecessor, Petro Roe`: a name nobody knows, called what only a person is. */
function namedByKinAt(scan: Scan, index: number, known: KnownWords): number {
  const { words } = scan;
  if (!words[index]!.isCapital || !isUnknownName(scan, index)) return index;
  const kin = words[index - 1]?.text === ',' ? index - 2 : index - 1;
  if (kin < 1 || !isInBlock(scan, kin - 1, index) || !KIN.test(words[kin]!.folded)) return index;
  if (!/^(?:his|her|their|its|['’]s|whose)$/.test(words[kin - 1]!.text)) return index;
  const to = bareNameEnd(scan, index);
  if (
    to - index < 2 ||
    to - index > 4 ||
    !isFree(scan, index, to) ||
    !words.slice(index, to).every((word, at) => !word.isCapital || isUnknownName(scan, index + at))
  )
    return index;
  const name = { from: index, to, outerFrom: index };
  // `Roe, his predecessor, Lee, and Kim`: of a list the description goes with the name.
  const outerFrom = kin === index - 2 && words[kin - 2]?.text === ',' && isFree(scan, kin - 1, index) ? kin - 1 : index;
  return addPerson(scan, { name, posts: [], outerFrom, foundBy: 'person.kin/1' }, known);
}

const KIN =
  /^(?:predecessor|successor|wife|husband|spouse|son|daughter|brother|sister|father|mother|nephew|cousin|lawyer|deputy|aide)$/;

const LISTS = /^(?::|,|;|and|replacing|replace|replaces|succeed|succeeds|succeeding|appointed|named)$/;

function isUnknownName(scan: Scan, index: number): boolean {
  const { words, vocabulary } = scan;
  const word = words[index]!;
  if (!word.isWord || !word.isCapital || word.isAllCaps || word.opens || /\d/.test(word.text)) return false;
  const isKnown =
    scan.taken[index] === 1 ||
    scan.hitOver[index] !== undefined ||
    scan.isCommonWord(word.folded) ||
    vocabulary.notNames.has(word.folded) ||
    vocabulary.portfolios.has(word.folded);
  return !isKnown && !scan.bodyAt.has(index) && !isHead(scan, index);
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
      if (word.isAllCaps && scan.vocabulary.vessels.has(word.folded)) next = shipEnd(scan, index);
      else if (word.isWord && scan.taken[index] === 0 && !isPossessive(word)) {
        next = postPersonAt(scan, index, known);
        if (next === index) next = titledPersonAt(scan, index, known);
        if (next === index) next = knownNameAt(scan, index, known);
        if (next === index) next = namedByPostAt(scan, index, known);
        if (next === index) next = namedByOriginAt(scan, index, known);
        if (next === index) next = namedByKinAt(scan, index, known);
      }
      index = next > index ? next : afterBody(scan, index);
    }
  }
}

/** `BRP Teresa Magbanua`: the words after the prefix are a ship’s. */
function shipEnd(scan: Scan, index: number): number {
  const { words } = scan;
  let to = index + 1;
  while (to < index + 5 && isInBlock(scan, to, index) && (words[to]!.isCapital || words[to]!.text === 'of')) to++;
  if (words[to - 1]!.text === 'of') to--;
  scan.taken.fill(1, index, to);
  return to;
}

/** A body that opened no post is passed over whole, so that `Council Secretary` inside it is not read again. */
const afterBody = (scan: Scan, index: number): number => Math.max(index + 1, scan.bodyAt.get(index)?.outerTo ?? 0);

/** Short forms by which the text may call a person again: the last word, and the first of a family-first name. */
export function shortForms(person: Draft, givenNames: ReadonlyMap<string, unknown>): readonly string[] {
  const parts = person.name.split(/\s+/).filter((part) => !/^(?:[JS]r\.?|I{1,3}|IV|\p{Lu}\.)$/u.test(part));
  if (parts.length < 2) return [];
  const forms = [parts.at(-1)!];
  if (person.attributes['nameOrder'] === 'family-first') forms.push(parts[0]!);
  // `Luis Gilberto Murillo Urrutia` is called Murillo: of two family names the first.
  const before = foldWord(parts.at(-2)!);
  if (
    parts.length >= 3 &&
    givenNames.has(foldWord(parts[0]!)) &&
    !givenNames.has(before) &&
    /^\p{Lu}/u.test(parts.at(-2)!)
  )
    forms.push(parts.at(-2)!);
  return forms.map(foldWord);
}
