// Whose a post is: the country, body, place or firm that stands before or after its noun.
import { acronymAfter } from './acronyms.ts';
import { type Draft, type Hit, type Scan, draftOf, isInBlock, textOf } from './scan.ts';
import type { PostNoun } from './vocabulary.ts';
import { isPossessive } from './words.ts';

export interface Owner {
  country?: string;
  /** The country is the one where a diplomat serves. */
  abroad?: true;
  body?: Draft;
  place?: string;
  /** Where a mayor or governor rules. */
  seat?: Hit;
  /** `Murmansk Region`, where the lexicon has at most the first word. */
  region?: Draft;
}

/** `National Assembly (NA) Chairman`: the bracket stands between the body and the post. */
export function afterAcronym(scan: Scan, to: number): number {
  const acronym = isInBlock(scan, to, to - 1) ? acronymAfter(scan.words, to) : undefined;
  return acronym === undefined || scan.words[to + 2]?.text !== ')' ? to : to + 3;
}

/** `Murmansk Region Governor`, `Sarawak State Premier`: the noun of the place, then the post of who rules it. */
function regionBeforePost(scan: Scan, index: number): Draft | undefined {
  const { words, vocabulary } = scan;
  if (words[index]?.isCapital !== true || words[index + 1]?.isCapital !== true || !isInBlock(scan, index + 1, index))
    return undefined;
  const head = vocabulary.placeHeads.longest(words, index + 1);
  if (head?.value.kind !== 'Region' || !isInBlock(scan, head.to, index)) return undefined;
  const post = vocabulary.posts.longest(words, head.to);
  if (post === undefined || !RULERS.test(post.value.role) || !words[head.to]!.isCapital) return undefined;
  const hit = scan.hitAt[index];
  const isName = hit === undefined ? !scan.isCommonWord(words[index].folded) : hit.to === index + 1;
  if (!isName || (hit !== undefined && hit.entry.class !== 'city' && hit.entry.class !== 'region')) return undefined;
  const name = textOf(scan, index, head.to);
  return draftOf({ from: index, to: head.to, kind: 'Region', name, foundBy: 'place.of-post/1' });
}

export function skipOwner(scan: Scan, index: number, owner: Owner): number {
  const body = scan.bodyAt.get(index);
  const hit = scan.hitAt[index];
  const region = body === undefined ? regionBeforePost(scan, index) : undefined;
  if (region !== undefined) {
    owner.place ??= region.name;
    owner.region ??= region;
    return region.to;
  }
  let to: number;
  const isPortfolio =
    hit !== undefined && hit.to === index + 1 && scan.vocabulary.portfolios.has(scan.words[index]!.folded);
  // `Commonwealth Secretary` heads a portfolio, `Commonwealth Secretary General` a body.
  const isOfBody = scan.vocabulary.posts.longest(scan.words, index + 1)?.value.classes.has('minister') === false;
  if (isPortfolio && !isOfBody && hit.entry.class !== 'country' && hit.entry.class !== 'adjective') return index;
  if (body !== undefined && body.outerTo > index) {
    owner.body = body;
    const country = body.attributes['country'];
    if (typeof country === 'string') owner.country ??= country;
    to = afterAcronym(scan, body.outerTo);
  } else if (hit !== undefined && hit.entry.class !== 'event' && hit.entry.class !== 'instrument') {
    if (hit.entry.class === 'country' || hit.entry.class === 'adjective') owner.country ??= hit.entry.country ?? '';
    else {
      owner.place ??= hit.entry.name;
      owner.seat ??= hit;
    }
    // `prime minister at Prague Castle`.
    const isSeat =
      scan.words[hit.to]?.isCapital === true && scan.vocabulary.placeHeads.longest(scan.words, hit.to) !== undefined;
    if (isSeat && hit.entry.class === 'city') return index;
    to = hit.to;
  } else return index;
  return isPossessive(scan.words[to]) && isInBlock(scan, to, index) ? to + 1 : to;
}

/** `of the Communist Party of Vietnam's Commission on External Relations`: the last body is the one. */
export function bodyComplement(scan: Scan, start: number, owner: Owner): number {
  let index = start;
  let to = start;
  for (let turn = 0; turn < 4; turn++) {
    const owned = skipOwner(scan, index, owner);
    if (owned === index) break;
    index = to = owned;
    const word = scan.words[index];
    if (word === undefined || !isInBlock(scan, index, start)) break;
    if (scan.bodyAt.has(index) || isPossessive(scan.words[index - 1])) continue;
    // `chairman of the Russian section of the Intergovernmental Commission`.
    if (/^(?:section|part|side)$/.test(word.folded) && scan.words[index + 1]?.folded === 'of') {
      index += scan.words[index + 2]?.folded === 'the' ? 3 : 2;
      if (!isInBlock(scan, index, start) || !scan.bodyAt.has(index)) break;
      continue;
    }
    if (word.folded !== 'of' && word.folded !== 'in') break;
    const next = scan.words[index + 1]?.folded === 'the' ? index + 2 : index + 1;
    const outer: Owner = {};
    if (!isInBlock(scan, next, start) || skipOwner(scan, next, outer) === next) break;
    if (outer.country !== undefined) owner.country ??= outer.country;
    if (outer.body !== undefined && owner.body !== undefined) {
      to = skipOwner(scan, next, {});
      break;
    }
    index = next;
  }
  if (to > start && !isPossessive(scan.words[to - 1]))
    to = holderEnd(scan, afterFriend(scan, afterCategory(scan, to, owner)));
  return postedTo(scan, isPossessive(scan.words[to - 1]) ? to - 1 : to);
}

/** `director general of the TASS news agency`: what sort of body it is goes with its name. */
function afterCategory({ words }: Scan, to: number, { body }: Owner): number {
  if (body === undefined || words[to]?.block !== words[to - 1]!.block) return to;
  if (words[to].folded === 'news' && words[to + 1]?.folded === 'agency') return to + 2;
  return /^(?:newspaper|magazine|daily|broadcaster|channel|network)$/.test(words[to].folded) ? to + 1 : to;
}

/** `head of the Friendship Group with Peru`: the country goes with the group. */
function afterFriend(scan: Scan, to: number): number {
  const { words, hitAt } = scan;
  if (!/^(?:group|groups|relations|league|society|association)$/.test(words[to - 1]!.folded)) return to;
  if (words[to]?.folded !== 'with' || !isInBlock(scan, to + 1, to)) return to;
  const hit = hitAt[words[to + 1]!.folded === 'the' ? to + 2 : to + 1];
  return hit?.entry.class === 'country' ? hit.to : to;
}

/** `adviser to the US president`, `envoy of the United Nations Secretary-General`: the one who is served goes with the post. */
function holderEnd(scan: Scan, to: number): number {
  const { words, vocabulary } = scan;
  const served = isInBlock(scan, to, to - 1) ? vocabulary.posts.longest(words, to) : undefined;
  if (served === undefined || served.value.plural || !SERVED.test(served.value.role)) return to;
  const next = words[served.to];
  const isNamed = next !== undefined && isInBlock(scan, served.to, to) && (next.isCapital || isPossessive(next));
  return isNamed ? to : served.to;
}

const SERVED = /^(?:president|prime minister|premier|king|queen|emir|secretary-general|secretary general|chancellor)$/i;

/** `Ambassador of Russia to Cuba`: where the diplomat serves goes with the post. */
function postedTo(scan: Scan, to: number): number {
  if (scan.words[to]?.folded !== 'to' || !isInBlock(scan, to + 1, to - 1)) return to;
  const start = scan.words[to + 1]!.folded === 'the' ? to + 2 : to + 1;
  const hit = scan.hitAt[start];
  return hit?.entry.class === 'country' || (hit?.entry.class === 'organisation' && isInBlock(scan, start, to))
    ? hit.to
    : to;
}

/** A place of the lexicon inside a post. */
export const placeInPost = ({ from, to, entry: { kind, name } }: Hit): Draft =>
  draftOf({ from, to, kind, name, foundBy: 'place.in-post/1' });

const RULERS =
  /^(?:mayor|governor|lieutenant governor|governor-general|head|leader|chief minister|first minister|premier|president|akim|wali|hokim|prefect|burgomaster|minister-president)$/i;

/** `Mayor of Kazan`, `Head of Tatarstan`, `Moscow Mayor`: who rules a place holds the post there. */
export function seatOf({ seat, region }: Owner, noun: PostNoun, role: string): Draft | undefined {
  if (!RULERS.test(noun.role) && !RULERS.test(role)) return undefined;
  return region ?? (seat === undefined ? undefined : placeInPost(seat));
}

/** `governor of Sverdlovsk Region`, `chief executive of Orsted`: a name that no lexicon has is a place or a firm by the post. */
export function unknownSeat(scan: Scan, from: number, end: number, noun: PostNoun): Draft | undefined {
  // `of the Primorsky Territory of the Russian Federation`: what it is part of is no part of its name.
  const of = scan.words.slice(from, end).findIndex(({ folded }) => folded === 'of');
  const to = of > 0 ? from + of : end;
  const name = textOf(scan, from, to);
  if (/^(?:mayor|governor|akim|wali)$/i.test(noun.role)) {
    const head = scan.vocabulary.placeHeads.longest(scan.words, to - 1);
    const kind = head?.value.kind ?? (/^mayor$/i.test(noun.role) ? 'City' : 'Region');
    return draftOf({ from, to, kind, name, foundBy: 'place.of-post/1' });
  }
  return (isFirmPost(noun.role) || HEADS.test(noun.role)) && isFirmName(scan, from, to)
    ? firmAt(scan, from, to)
    : undefined;
}

const firmAt = (scan: Scan, from: number, to: number): Draft =>
  draftOf({
    from,
    to,
    kind: 'Organisation',
    name: textOf(scan, from, to),
    attributes: { form: 'company' },
    foundBy: 'body.of-post/1',
  });

const FIRM_POSTS =
  /^(?:chief executive|chief executive officer|chief financial officer|ceo|cfo|coo|cto|managing director|general director|executive director|chairman|chairwoman|chairperson|chair|vice president|president|founder|co-founder|owner|boss|director|spokesman|spokeswoman|spokesperson)$/i;
const HEADS = /^(?:head|chief)$/i;

const isFirmPost = (role: string): boolean => FIRM_POSTS.test(role);

/** Words no lexicon or frequency list knows; `Catalan president` is nobody's firm. */
function isFirmName(scan: Scan, from: number, to: number): boolean {
  const { words, vocabulary } = scan;
  const parts = words.slice(from, to);
  const isUnknown = parts.some(
    ({ folded, isAllCaps }) => isAllCaps || !(scan.isCommonWord(folded) || vocabulary.portfolios.has(folded)),
  );
  const isOfPeople = parts.length === 1 && /(?:ian|ese|ish|can|ani)$/.test(parts[0]!.folded);
  return (
    isUnknown &&
    !isOfPeople &&
    !parts.some(({ folded }) => vocabulary.honorifics.longest([{ ...parts[0]!, folded }], 0))
  );
}

/** `Orsted Chief Executive Roe`, `Tatneft's CEO`: where the run of unknown capitals before a firm's post begins. */
export function firmBefore(scan: Scan, index: number, role: string): Draft | undefined {
  const { words, vocabulary } = scan;
  const plain = role.replace(/^(?:deputy|vice|acting|senior|executive|former) (?=ch|pres|dir)/i, '');
  if (!isFirmPost(plain) && !HEADS.test(plain)) return undefined;
  const to = isPossessive(words[index - 1]) ? index - 1 : index;
  let from = to;
  while (from > to - 4 && isInBlock(scan, from - 1, index) && scan.taken[from - 1] === 0) {
    const word = words[from - 1]!;
    if (!word.isWord || !word.isCapital || scan.hitOver[from - 1] !== undefined) break;
    const isClosed =
      vocabulary.notNames.has(word.folded) ||
      vocabulary.givenNames.has(word.folded) ||
      vocabulary.modifiers.longest(words, from - 1) !== undefined ||
      vocabulary.posts.longest(words, from - 1) !== undefined ||
      (word.opens && scan.isCommonWord(word.folded));
    if (isClosed) break;
    from--;
  }
  return from === to || !isFirmName(scan, from, to) ? undefined : firmAt(scan, from, to);
}
