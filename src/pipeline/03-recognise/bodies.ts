// Bodies: ministries, councils, parties, companies and what else a capitalised head noun or the lexicon names.
import type { AttributeValue } from '../../domain/claim.ts';
import { foldName } from '../../domain/names.ts';
import type { EntityKind } from '../../schema/generated.ts';
import { acronymAfter, acronymDraft, bracketOwner } from './acronyms.ts';
import {
  bracketStart,
  isAllCapital,
  isBodyHit,
  isPlaceHit,
  legalFormEnd,
  modifierRunStart,
  opensPersonalName,
  properRunEnd,
  owningCountry,
} from './phrases.ts';
import { isDatePart } from './ordinals.ts';
import { foreignRunEnd } from './foreign-run.ts';
import { outletAfter } from './media-names.ts';
import { type Draft, type Hit, type Scan, blockOf, draftOf, isInBlock, textOf } from './scan.ts';
import { settleSharedNames, spelledBody } from './shared-names.ts';
import { smallOrganAt } from './small-organs.ts';
import type { HeadNoun } from './vocabulary.ts';
import { isPossessive } from './words.ts';

const OF_WORDS = new Set(['of', 'for', 'on', 'against']);
const INTERNATIONAL =
  /^(?:international|world|european|african|asian|inter-?\p{L}*|arab|islamic|asean|eurasian|nordic|baltic|pacific|atlantic|caribbean|mediterranean|iberoamerican|global|pan-\p{L}+|un|u\.n\.|eu|au|nato)$/u;
const PARTY = /^(?:party|communist|cpv|cpc|workers)$/;

/** Bodies that are named by the country they work in. */
const ABROAD = /^(?:Mission|Embassy|Consulate|Office|Command)/;

interface BodySpan {
  readonly from: number;
  readonly headFrom: number;
  readonly headTo: number;
  readonly to: number;
  readonly head: HeadNoun;
  readonly country: string | undefined;
}

/** `High Representative of the Union for Foreign Affairs`: the portfolio is the post's, not the body's. */
function belongsToPost(scan: Scan, from: number, headTo: number, portfolio: number): boolean {
  const { words, vocabulary } = scan;
  const isWhole = from === headTo - 1 || (isBodyHit(scan.hitAt[from]) && scan.hitAt[from].to === headTo);
  if (!isWhole) return false;
  if (words[from - 1]?.folded !== 'the' || words[from - 2]?.folded !== 'of' || !isInBlock(scan, from - 3, from))
    return false;
  const isPost = [from - 3, from - 4].some((at) => at >= 0 && vocabulary.posts.longest(words, at)?.to === from - 2);
  return isPost && vocabulary.portfolios.has(words[portfolio]?.folded ?? '');
}

/** `Council on Foreign Relations`, but `Council on Nov. 10` and `Secretariat on Harbour Street`. */
function isSubject(scan: Scan, index: number): boolean {
  const at = scan.words[index]!.folded === 'the' ? index + 1 : index;
  const word = scan.words[at]?.folded ?? '';
  return (
    !isDatePart(scan, at) &&
    (scan.vocabulary.portfolios.has(word) || scan.isCommonWord(word) || scan.hitAt[at] !== undefined)
  );
}

/** `Coalition to Address Drug Threats`: a verb with a capital after `to`. */
const isPurpose = (scan: Scan, start: number): boolean =>
  scan.words[start]!.isCapital &&
  scan.hitAt[start] === undefined &&
  !scan.bodyAt.has(start) &&
  scan.isCommonWord(scan.words[start]!.folded);

/** `of X`, `for X and Y`, `to Do X` after the head; country in `of the Russian Federation` or `in Vietnam`. */
function complementEnd(
  scan: Scan,
  from: number,
  headTo: number,
  abroad: boolean,
): { readonly to: number; readonly country?: string } {
  const { words } = scan;
  let to = headTo;
  let country: string | undefined;
  for (let index = headTo; isInBlock(scan, index, headTo - 1);) {
    const word = words[index]!.folded;
    let start = index + 1;
    if (!isInBlock(scan, start, index)) break;
    if (!OF_WORDS.has(word) && word !== 'in' && !(word === 'to' && to === headTo && isPurpose(scan, start))) break;
    if (word === 'on' && !isSubject(scan, start)) break;
    if (word === 'for' && to === headTo && belongsToPost(scan, from, headTo, start)) break;
    if (words[start]!.folded === 'the') start++;
    const hit = scan.hitAt[start];
    if (word === 'in' && ((to === headTo && !abroad) || hit?.entry.class !== 'country')) break;
    if (!isInBlock(scan, start, index) || !words[start]!.isCapital) break;
    if (isPlaceHit(hit) && hit.entry.class === 'country' && !isNamePart(scan, hit.to)) {
      country ??= hit.entry.name;
      index = to = hit.to;
      continue;
    }
    const end = properRunEnd(scan, start);
    if (end === start || word === 'in') break;
    index = to = end;
    if (words[index - 1]?.isCapital !== true) break;
  }
  const last = scan.hitOver[to - 1];
  if (last !== undefined && last.from > headTo)
    country ??= last.entry.class === 'country' ? last.entry.name : ofAgency(last);
  return country === undefined ? { to } : { to, country };
}

/** `Senate of the Oliy Majlis`: the country of a state's body that the name ends with. */
const ofAgency = ({ entry }: Hit): string | undefined => (entry.class === 'agency' ? entry.country : undefined);

/** `of the Vietnam Commission`, `of the Vietnam-Cuba Committee`: the country is a piece of a longer name. */
function isNamePart(scan: Scan, index: number): boolean {
  if (!isInBlock(scan, index, index - 1)) return false;
  const word = scan.words[index]!;
  if (/^[-–]$/.test(word.text)) return word.isGlued && scan.words[index + 1]?.isCapital === true;
  return word.isCapital && !opensPersonalName(scan, index);
}

/** Country of an adjective that opens the body, or of a possessive before it. */
function leadingCountry(scan: Scan, from: number): string | undefined {
  const hit = scan.hitAt[from];
  if (hit?.entry.country !== undefined && (hit.entry.class === 'adjective' || hit.entry.class === 'country'))
    return hit.entry.country;
  if (!isPossessive(scan.words[from - 1])) return adjectiveBefore(scan, from);
  const owner = scan.hitOver[from - 2];
  return owner?.entry.class === 'country' ? owner.entry.name : owner?.entry.country;
}

function adjectiveBefore(scan: Scan, from: number): string | undefined {
  const before = scan.hitOver[from - 1];
  return before?.entry.class === 'adjective' && isInBlock(scan, from - 1, from) ? before.entry.country : undefined;
}

/** `Lao People's Revolutionary Party (LPRP) Central Committee` begins where the party's name does. */
function bracketedOwner(scan: Scan, headFrom: number): number | undefined {
  const opening = headFrom === 0 ? -1 : bracketStart(scan, headFrom - 1);
  if (opening < 0) return undefined;
  for (const body of scan.bodyAt.values()) if (body.outerTo === opening) return body.outerFrom;
  const from = modifierRunStart(scan, opening, 7, true);
  return opening - from > 1 ? from : undefined;
}

function patternBody(scan: Scan, headFrom: number): BodySpan | undefined {
  const { words, vocabulary } = scan;
  const match = vocabulary.bodyHeads.longest(words, headFrom);
  if (match === undefined || !isAllCapital(words, headFrom, match.to)) return undefined;
  const head = match.value;
  if (/^\p{Lu}{2,}/u.test(head.noun) && words[headFrom]!.text !== head.noun) return undefined;
  if (coversPlace(scan, headFrom)) return undefined;
  if (closesList(scan, headFrom, match.to) || opensMinister(scan, headFrom, match.to)) return undefined;
  if (head.marks.has('lead')) return foreignBody(scan, headFrom, match.to, head);
  const from = bracketedOwner(scan, headFrom) ?? modifierRunStart(scan, headFrom, 7, head.form === 'court');
  const complement = head.marks.has('of')
    ? complementEnd(scan, from, match.to, ABROAD.test(head.noun))
    : { to: match.to };
  const hasComplement = complement.to > match.to;
  const isOwned = head.form === 'parliament' && owningCountry(scan, headFrom) !== undefined;
  if (from === headFrom && !hasComplement && !isOwned) return undefined;
  if (head.marks.has('of') || from < headFrom) {
    const country = complement.country ?? leadingCountry(scan, from);
    const to = head.form === 'company' ? legalFormEnd(scan, complement.to) : complement.to;
    return { from, headFrom, headTo: match.to, to, head, country };
  }
  return undefined;
}

/** `Prime Cabinet Secretary`: the noun belongs to the title. */
function opensMinister(scan: Scan, headFrom: number, headTo: number): boolean {
  const post = scan.vocabulary.posts.longest(scan.words, headFrom);
  return post !== undefined && post.to > headTo && post.value.classes.has('minister');
}

/** `Trade and Services`, `Culture and Society`: after `and` such a noun is one more portfolio. */
function closesList(scan: Scan, headFrom: number, headTo: number): boolean {
  const { words, vocabulary } = scan;
  const isList = /^(?:and|&)$/.test(words[headFrom - 1]?.folded ?? '') && isInBlock(scan, headFrom - 2, headFrom);
  if (!isList || !vocabulary.portfolios.has(words[headFrom - 2]!.folded)) return false;
  return (
    headTo === headFrom + 1 &&
    vocabulary.portfolios.has(words[headFrom]!.folded) &&
    !OF_WORDS.has(words[headTo]?.folded ?? '')
  );
}

/** `Partido dos Trabalhadores`, `Banco de la República`: head first, in the words of its own language. */
function foreignBody(scan: Scan, headFrom: number, headTo: number, head: HeadNoun): BodySpan | undefined {
  const to = foreignRunEnd(scan, headTo);
  return to === headTo
    ? undefined
    : { from: headFrom, headFrom, headTo, to, head, country: leadingCountry(scan, headFrom) };
}

/** `West Bank`, `Russian Federation`: the lexicon knows the whole as something else. */
function coversPlace(scan: Scan, headFrom: number): boolean {
  const hit = scan.hitOver[headFrom];
  return hit !== undefined && !['organisation', 'agency', 'media', 'adjective'].includes(hit.entry.class);
}

/** `Vietnamese Party`, `Chinese Media`: a nationality alone makes no name of such a noun. */
function isOnlyNational(scan: Scan, span: BodySpan): boolean {
  const hit = scan.hitAt[span.from];
  return (
    span.head.kind !== 'Agency' &&
    !span.head.marks.has('national') &&
    hit?.entry.class === 'adjective' &&
    hit.to === span.headFrom &&
    span.to === span.headTo
  );
}

function kindOf(scan: Scan, span: BodySpan): { readonly kind: EntityKind; readonly form: string } {
  const { head } = span;
  const before = scan.words.slice(span.from, span.headFrom).map((word) => word.folded);
  const inside = scan.words.slice(span.from, span.to).map((word) => word.folded);
  // `Bank of Ghana`: the bank of a country is its central bank.
  if (head.noun === 'Bank' && span.country !== undefined && span.to - span.headTo <= 3 && inside[1] === 'of')
    return { kind: 'Agency', form: 'bank' };
  if (head.kind !== 'Agency') return { kind: head.kind, form: head.form };
  if (before.some((word) => PARTY.test(word)) || inside.some((word) => /^(?:communist|cpc|cpv|ccp)$/.test(word)))
    return { kind: 'Organisation', form: 'party organ' };
  const isShared =
    (span.country === undefined && before.some((word) => INTERNATIONAL.test(word))) ||
    before.some((_, at) => isSharedHit(scan, span.from + at));
  const ofRegion = scan.hitOver[span.to - 1]?.entry.class === 'region';
  if (isShared || ofRegion) return { kind: 'Organisation', form: 'intergovernmental' };
  return { kind: 'Agency', form: head.form };
}

const isSharedHit = (scan: Scan, index: number): boolean =>
  scan.hitOver[index]?.entry.class === 'organisation' && scan.hitOver[index].entry.form === 'intergovernmental';

/** An adjective of country is no part of `Ministry of X` but is of `Russian Security Council`. */
function nameStart(scan: Scan, span: BodySpan): number {
  const hit = scan.hitAt[span.from];
  const isAdjective = hit !== undefined && (hit.entry.class === 'adjective' || hit.entry.class === 'country');
  return isAdjective && hit.to === span.headFrom && span.to > span.headTo && span.head.form === 'ministry'
    ? hit.to
    : span.from;
}

/** `Ministry of Justice of Finland` is called without its country, as it is after `Finland's`. */
function nameEnd(scan: Scan, span: BodySpan): number {
  const last = scan.hitOver[span.to - 1];
  if (last?.entry.class !== 'country' || last.to !== span.to || span.head.form !== 'ministry') return span.to;
  const link = scan.words[last.from - 1]!.folded === 'the' ? last.from - 2 : last.from - 1;
  return link > span.headTo && scan.words[link]!.folded === 'of' ? link : span.to;
}

function draftOfSpan(scan: Scan, span: BodySpan): Draft {
  const { kind, form } = kindOf(scan, span);
  const start = nameStart(scan, span);
  const attributes: Record<string, AttributeValue> = {};
  if (span.country !== undefined) attributes['country'] = span.country;
  if (form !== '') attributes['form'] = form;
  return draftOf({
    from: start,
    to: span.to,
    outerFrom: span.from,
    kind,
    // The acronym in brackets is an alias, not part of the name.
    name: textOf(scan, start, nameEnd(scan, span)).replace(/ \(\p{Lu}[\p{L}-]+\)/u, ''),
    attributes,
    foundBy: 'body.head/1',
  });
}

/** `Itamaraty Palace` is a house, `Itamaraty` a ministry. */
function namesBuilding(scan: Scan, index: number): boolean {
  if (!isInBlock(scan, index, index - 1) || !scan.words[index]!.isCapital) return false;
  return scan.vocabulary.placeHeads.longest(scan.words, index)?.value.kind === 'Facility';
}

function hitBody(scan: Scan, from: number): Draft | undefined {
  const hit = scan.hitAt[from];
  if (!isBodyHit(hit) || namesBuilding(scan, hit.to)) return undefined;
  const { entry } = hit;
  const attributes: Record<string, AttributeValue> = {};
  const country = entry.country ?? (entry.class === 'agency' ? leadingCountry(scan, from) : undefined);
  if (country !== undefined) attributes['country'] = country;
  if (entry.form) attributes['form'] = entry.form;
  return draftOf({ from, to: hit.to, kind: entry.kind, name: entry.name, attributes, foundBy: 'body.lexicon/1' });
}

const contains = (outer: Draft, inner: Draft): boolean =>
  outer.outerFrom <= inner.outerFrom && inner.outerTo <= outer.outerTo;

/** Fills `bodyAt`, keyed by the outer start; of two that overlap the one that holds the other stays. */
export function findBodies(scan: Scan): void {
  const found: Draft[] = [];
  const note = (body: Draft): void => {
    found.push(body);
    scan.bodyAt.set(body.outerFrom, body);
  };
  for (let index = 0; index < scan.words.length; index++) {
    const word = scan.words[index]!;
    if (!word.isWord) {
      const spelled = word.text === '(' ? spelledBody(scan, index, found) : undefined;
      if (spelled !== undefined) note(spelled);
      continue;
    }
    const hit = hitBody(scan, index) ?? smallOrganAt(scan, index) ?? outletAfter(scan, index);
    if (hit !== undefined) note(hit);
    if (!word.isCapital) continue;
    const span = patternBody(scan, index);
    if (span !== undefined && !isHeadlineGuess(scan, span) && !isOnlyNational(scan, span))
      note(draftOfSpan(scan, span));
  }
  found.sort((one, other) => one.outerFrom - other.outerFrom || other.outerTo - one.outerTo);
  scan.bodyAt.clear();
  const kept: Draft[] = [];
  for (const body of found) {
    const last = kept.at(-1);
    if (last !== undefined && body.outerFrom < last.outerTo) {
      if (contains(last, body)) continue;
      if (body.outerTo - body.outerFrom <= last.outerTo - last.outerFrom) continue;
      kept.pop();
    }
    kept.push(body);
  }
  const inProse = new Set(
    kept.filter((body) => !blockOf(scan, body.from).isTitleCase).map((body) => foldName(body.name)),
  );
  for (const body of settleSharedNames(scan, kept))
    if (isSureInHeadline(scan, body, inProse)) scan.bodyAt.set(body.outerFrom, body);
  addShortNames(scan);
}

/** `NA Chairman` after `National Assembly (NA)`: the acronym is the body wherever it stands outside its brackets. */
function addShortNames(scan: Scan): void {
  const bodyOf = new Map<string, Draft>();
  for (const body of scan.bodyAt.values()) {
    const acronym = body.to - body.from < 2 ? undefined : acronymAfter(scan.words, body.outerTo);
    if (acronym !== undefined && /^\p{Lu}{2,}$/u.test(acronym.text)) bodyOf.set(acronym.text, bracketOwner(scan, body));
  }
  scan.words.forEach(({ text }, index) => {
    const body = bodyOf.get(text);
    if (body === undefined || scan.hitOver[index] !== undefined || scan.words[index - 1]?.text === '(') return;
    scan.bodyAt.set(index, acronymDraft(body, index, text));
  });
}

/** `Foreign Affairs Council: ministers agree`, or a heading of nothing else: there a headline names the body in full. */
function opensTopic(scan: Scan, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const block = blockOf(scan, from);
  return from === block.from && (to >= block.to || scan.words[to]!.text === ':');
}

/** A headline shortens names: a pattern there counts when the prose repeats it, or when there is no prose. */
const isSureInHeadline = (scan: Scan, body: Draft, inProse: ReadonlySet<string>): boolean =>
  !blockOf(scan, body.from).isTitleCase ||
  body.foundBy !== 'body.head/1' ||
  opensTopic(scan, { from: body.outerFrom, to: body.outerTo }) ||
  inProse.has(foldName(body.name)) ||
  scan.blocks.every((block) => block.isTitleCase);

/** In a headline only `Ministry of X` and words of the lexicons make a body. */
function isHeadlineGuess(scan: Scan, span: BodySpan): boolean {
  if (!blockOf(scan, span.from).isTitleCase) return false;
  return span.to === span.headTo && scan.hitAt[span.from] === undefined && !opensTopic(scan, span);
}
