// Places: countries, cities and regions of the lexicons, and names that a place noun marks.
import type { AttributeValue } from '../../domain/claim.ts';
import { nestOwner } from './facilities.ts';
import type { GazetteerClass } from './gazetteer.ts';
import { type Hit, type Scan, blockOf, claim, draftOf, isFree, isInBlock, textOf } from './scan.ts';
import type { HeadNoun } from './vocabulary.ts';
import { isPossessive } from './words.ts';

const PLACES: ReadonlySet<GazetteerClass> = new Set(['country', 'city', 'region', 'facility']);

/** The place opens a longer name that no rule reads: `Indo-Pacific Economic Framework`, `Belgrade Process`. */
function opensLongerName(scan: Scan, hit: Hit): boolean {
  const next = scan.words[hit.to];
  if (hit.entry.class === 'country' || next === undefined || !isInBlock(scan, hit.to, hit.from)) return false;
  if (!next.isCapital || !next.isWord || next.isGlued || blockOf(scan, hit.from).isTitleCase) return false;
  return scan.taken[hit.to] === 0 && scan.hitOver[hit.to] === undefined && !scan.vocabulary.notNames.has(next.folded);
}

/** A region before a noun only describes it: `Caspian oil fields`, `Baltic ports`. */
function isAttributive(scan: Scan, hit: Hit): boolean {
  const next = scan.words[hit.to];
  if (hit.entry.class !== 'region' || next === undefined || !isInBlock(scan, hit.to, hit.from)) return false;
  if (
    !next.isWord ||
    next.isCapital ||
    /^(?:and|or|in|on|at|by|to|of|for|from|with|is|are|was|were|has|have|had|will|would|that|which|who|as|but|after|before|during|said|where|when|while|region|sea|area|also|since|through|via|between|against|under)$/.test(
      next.folded,
    )
  )
    return false;
  return !/(?:ed|s)$/.test(next.folded) || scan.words[hit.from - 1]?.folded !== 'the';
}

function addHit(scan: Scan, hit: Hit): void {
  const { entry } = hit;
  if (isAttributive(scan, hit) || opensLongerName(scan, hit)) return;
  const own = longerStart(scan, hit);
  const isKnown = own === hit.from && (entry.class === 'city' || entry.class === 'facility');
  const country = isKnown ? entry.country : undefined;
  const from = Math.min(quarterStart(scan, hit), own);
  claim(
    scan,
    draftOf({
      from,
      to: hit.to,
      outerTo: softEnd(scan, hit),
      kind: entry.kind,
      name: from < hit.from ? textOf(scan, from, hit.to) : entry.name,
      attributes: country === undefined ? {} : { country },
      foundBy: 'place.lexicon/1',
    }),
  );
}

/** `in Puerto Lima`, `at Nueva Quito`: after a preposition of place an unknown capital before a city is part of another town's name. */
function longerStart(scan: Scan, hit: Hit): number {
  const { words, vocabulary } = scan;
  const before = words[hit.from - 1];
  if (hit.entry.class !== 'city' || before === undefined || !isInBlock(scan, hit.from - 2, hit.from)) return hit.from;
  if (!/^(?:in|at|near)$/.test(words[hit.from - 2]!.folded) || !before.isCapital || before.isAllCaps || !before.isWord)
    return hit.from;
  const isKnown =
    scan.hitOver[hit.from - 1] !== undefined ||
    scan.isCommonWord(before.folded) ||
    vocabulary.notNames.has(before.folded) ||
    vocabulary.givenNames.has(before.folded) ||
    vocabulary.placeHeads.longest(words, hit.from - 1) !== undefined;
  return isKnown || !isFree(scan, hit.from - 1, hit.to) || isPossessive(before) ? hit.from : hit.from - 1;
}

const QUARTER = /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater)$/;

/** `North Darfur`, `Upper Galilee`: a part of a region is another one. */
function quarterStart(scan: Scan, hit: Hit): number {
  const before = scan.words[hit.from - 1];
  const isQuarter = hit.entry.class === 'region' && before?.isCapital === true && !before.opens;
  return isQuarter &&
    QUARTER.test(before.folded) &&
    isInBlock(scan, hit.from - 1, hit.from) &&
    isFree(scan, hit.from - 1, hit.to)
    ? hit.from - 1
    : hit.from;
}

/** `St. Petersburg city`: the common noun goes with the name but is no part of it. */
function softEnd(scan: Scan, hit: Hit): number {
  if (hit.entry.class !== 'city' || !isInBlock(scan, hit.to, hit.from)) return hit.to;
  return /^(?:city|town)$/.test(scan.words[hit.to]!.folded) ? hit.to + 1 : hit.to;
}

function capitalRunBefore(scan: Scan, to: number): number {
  const { words, vocabulary } = scan;
  let from = to;
  while (from > to - 5 && isInBlock(scan, from - 1, to) && scan.taken[from - 1] === 0) {
    const word = words[from - 1]!;
    if (!word.isCapital || !word.isWord || vocabulary.notNames.has(word.folded)) break;
    if (scan.hitOver[from - 1]?.entry.class === 'adjective') break;
    from--;
  }
  return from;
}

/** `Noi Bai International Airport`, `Quang Ninh province`, `Lake Geneva`, `city of X`. */
function patternAt(scan: Scan, index: number, head: HeadNoun, headTo: number): void {
  const { words } = scan;
  if (blockOf(scan, index).isTitleCase && words[index]!.isCapital) return;
  const isCapitalHead = words[index]!.isCapital;
  // `Port of Spain` of the lexicon is one name.
  if ((scan.hitAt[index]?.to ?? 0) > headTo) return;
  let from = index;
  let to = headTo;
  if (head.marks.has('after') && !namesBehind(scan, head, headTo)) from = capitalRunBefore(scan, index);
  const isFacility = head.kind === 'Facility' || head.kind === 'Region';
  if (from < index && isFacility && !isCapitalHead && scan.hitAt[from]?.to === index) {
    // `the US state of California`: the noun goes with the name behind it.
    if (head.kind === 'Facility' || words[headTo]?.folded === 'of') return;
  }
  if (from === index && head.marks.has('before') && isCapitalHead) {
    while (to < headTo + 3 && isInBlock(scan, to, index) && words[to]!.isCapital && words[to]!.isWord) to++;
  }
  if (from === index && head.marks.has('of') && words[headTo]?.folded === 'of')
    return addOfPlace(scan, index, head, headTo);
  if (from === index && to === headTo) return;
  // `Archipelagic Sea Lanes`, `Lake Chad Basin Commission`: the name goes on.
  const next = words[to];
  const goesOn = isCapitalHead && head.kind !== 'Facility' && isInBlock(scan, to, index) && next!.isCapital;
  if (goesOn && next!.isWord && scan.hitAt[to] === undefined && !scan.vocabulary.notNames.has(next!.folded)) return;
  if (
    !isFree(scan, from, to) ||
    (from < index && words[from]!.opens && index - from === 1 && scan.vocabulary.notNames.has(words[from]!.folded))
  )
    return;
  if (
    head.kind === 'Facility' &&
    !isCapitalHead &&
    /^(?:house|hall|hotel|park|square|street|bridge|church|camp|prison|memorial|villa|residence|tower|crossing|tunnel)$/.test(
      head.noun,
    ) &&
    from === index
  )
    return;
  const isSoft = head.marks.has('soft') && !isCapitalHead;
  addPattern(scan, from, isSoft ? index : to, to, head);
}

/** `the mostly Sunni neighbourhood of Roe`: the name is behind; of `the Roe neighbourhood of Lima` it is before. */
function namesBehind({ words, hitAt }: Scan, head: HeadNoun, headTo: number): boolean {
  if (!head.marks.has('of') || !head.marks.has('soft') || words[headTo]?.folded !== 'of') return false;
  return words[headTo + 1]?.isCapital === true && hitAt[headTo + 1]?.entry.class !== 'city';
}

function addOfPlace(scan: Scan, index: number, head: HeadNoun, headTo: number): void {
  const { words } = scan;
  let to = headTo + 1;
  while (
    to < headTo + 4 &&
    isInBlock(scan, to, index) &&
    words[to]!.isCapital &&
    words[to]!.isWord &&
    scan.hitAt[to] === undefined
  )
    to++;
  if (to === headTo + 2 && QUARTER.test(words[headTo + 1]!.folded)) return;
  if (to === headTo + 1 || !isFree(scan, headTo + 1, to) || scan.vocabulary.notNames.has(words[headTo + 1]!.folded))
    return;
  const isSoft = head.marks.has('soft') || !words[index]!.isCapital;
  if (!isSoft) return addPattern(scan, index, to, to, head);
  // `capital of Lara state`: what follows says what the place is.
  const own = isInBlock(scan, to, index) ? scan.vocabulary.placeHeads.longest(words, to)?.value : undefined;
  addPattern(scan, headTo + 1, to, to, own?.kind === 'Region' ? own : head);
}

function addPattern(scan: Scan, from: number, to: number, outerTo: number, head: HeadNoun): void {
  const attributes: Record<string, AttributeValue> = {};
  const hit = scan.hitAt[from];
  if (hit?.entry.country !== undefined) attributes['country'] = hit.entry.country;
  const name = textOf(scan, from, to).replace(
    / (?:province|region|district|island|islands|river|airport|state)$/,
    (noun) => noun.replace(/ \p{Ll}/u, (letter) => letter.toUpperCase()),
  );
  claim(scan, draftOf({ from, to, outerTo, kind: head.kind, name, attributes, foundBy: 'place.head/1' }));
  if (head.kind === 'Facility') nestOwner(scan, from, to);
}

export function findPlaces(scan: Scan): void {
  for (let index = 0; index < scan.words.length; index++) {
    if (scan.taken[index] === 1 || !scan.words[index]!.isWord) continue;
    const head = scan.vocabulary.placeHeads.longest(scan.words, index);
    const isKnown = scan.hitOver[index] !== undefined && scan.hitAt[index] === undefined;
    if (head !== undefined && !isKnown && isFree(scan, index, head.to)) patternAt(scan, index, head.value, head.to);
  }
  for (const hit of scan.hitAt)
    if (hit !== undefined && PLACES.has(hit.entry.class) && isFree(scan, hit.from, hit.to)) addHit(scan, hit);
}
