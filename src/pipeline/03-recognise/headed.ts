// Events and instruments: a head noun with what stands before it and after it, as a name or as a description.
import type { AttributeValue } from '../../domain/claim.ts';
import type { HeadedClass } from './headed-class.ts';
import { nameOf, subjectEnd, type Subject } from './headed-subject.ts';
import { joinedStart } from './headed-joined.ts';
import { modifiesNoun } from './headed-modifiers.ts';
import { isDatePart, isDated, isYear, ordinalAt, ordinalOf, yearsEnd, yearsStart } from './ordinals.ts';
import { isBodyHit, isPlaceHit, modifierRunStart, ownersStart } from './phrases.ts';
import { type Scan, blockOf, claim, draftOf, isFree, isInBlock, nest, textOf } from './scan.ts';
import type { HeadNoun } from './vocabulary.ts';
import { isPossessive } from './words.ts';

interface Found {
  readonly from: number;
  readonly headFrom: number;
  readonly headTo: number;
  readonly head: HeadNoun;
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'his',
  'her',
  'its',
  'their',
  'our',
  'both',
  'several',
  'two',
  'three',
]);
const BEFORE_NOUN = new Set([
  'of',
  'in',
  'at',
  'during',
  'after',
  'before',
  'on',
  'for',
  'with',
  'following',
  'from',
  'by',
  'to',
  'through',
  'into',
  'and',
  'hold',
  'held',
  'holds',
  'had',
  'have',
  'sign',
  'signed',
  'adopted',
  'issued',
  'attended',
  'hosted',
  'ahead',
  'under',
]);
/** Words before a lower-case head that describe it: adjectives of the lexicon, dates, countries, ordinals. */
function descriptionStart(scan: Scan, sort: HeadedClass, headFrom: number): number {
  const { words, vocabulary } = scan;
  let start = headFrom;
  while (start > headFrom - 7 && isInBlock(scan, start - 1, headFrom) && scan.taken[start - 1] === 0) {
    const word = words[start - 1]!;
    const hit = scan.hitOver[start - 1];
    if (hit !== undefined && hit.to === start) {
      start = hit.from;
      continue;
    }
    const owners = ownersStart(scan, start - 1);
    if (owners < start - 1) {
      start = owners;
      continue;
    }
    const glue = word.text === '-' && word.isGlued && start < headFrom && words[start]!.isGlued;
    const joins =
      word.folded === 'and' &&
      start < headFrom &&
      sort.modifiers.has(words[start]!.folded) &&
      sort.modifiers.has(words[start - 2]?.folded ?? '');
    const isModifier =
      sort.modifiers.has(word.folded) ||
      (vocabulary.portfolios.has(word.folded) && !word.opens) ||
      ordinalOf(word.folded) !== undefined ||
      isYear(word.text) ||
      isDatePart(scan, start - 1) ||
      glue ||
      joins;
    if (!isModifier) break;
    start--;
  }
  while (start < headFrom && /^(?:and|-)$/.test(words[start]!.text)) start++;
  return start;
}

function attributesOf(scan: Scan, found: Found): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (let index = found.from; index < found.headFrom; index++) {
    const ordinal = ordinalAt(scan.words[index]!);
    if (ordinal !== undefined && !isDatePart(scan, index)) attributes['ordinal'] = ordinal;
    if (isYear(scan.words[index]!.text)) attributes['year'] = scan.words[index]!.text;
  }
  const next = scan.words[found.headTo];
  if (next !== undefined && isYear(next.text) && next.block === scan.words[found.from]!.block)
    attributes['year'] = next.text;
  if (found.head.form !== '') attributes['form'] = found.head.form;
  return attributes;
}

/** A capital after the head says that the head only modifies: `Conference Centre`, `Law Enforcement`. */
const isCut = (scan: Scan, headTo: number): boolean =>
  isInBlock(scan, headTo, headTo - 1) &&
  scan.words[headTo]!.isCapital &&
  scan.words[headTo]!.isWord &&
  !scan.vocabulary.notNames.has(scan.words[headTo]!.folded) &&
  scan.hitAt[headTo] === undefined &&
  scan.vocabulary.posts.longest(scan.words, headTo) === undefined;

function namedStart(scan: Scan, sort: HeadedClass, found: Found): number | undefined {
  const { words } = scan;
  const { headFrom, headTo, head } = found;
  const isCapital = words[headFrom]!.isCapital && !blockOf(scan, headFrom).isTitleCase;
  if (!isCapital) {
    const start = descriptionStart(scan, sort, headFrom);
    const from = ownerStart(scan, Math.min(start, capitalStart(scan, headFrom, start)));
    return sort.isNamedLower(scan, from, headFrom, headTo, head) ? from : undefined;
  }
  if (!head.marks.has('named') || isCut(scan, headTo)) return undefined;
  if (isCountedBody(scan, found)) return scan.hitOver[headFrom]!.from - 1;
  let from = ownerStart(scan, joinedStart(scan, modifierRunStart(scan, headFrom, 10, true)));
  const isCounted = /^\d+(?:st|nd|rd|th)$/.test(words[from - 1]?.text ?? '') && isInBlock(scan, from - 1, from);
  from = isCounted ? from - 1 : yearsStart(words, from);
  if (from > 0 && ordinalOf(words[from - 1]!.folded) !== undefined && isInBlock(scan, from - 1, from)) from--;
  return head.marks.has('numbered') && !isNumbered(scan, from, found) ? undefined : from;
}

/** `80th United Nations General Assembly`: the lexicon knows the body, the number says that it is held. */
function isCountedBody(scan: Scan, { headFrom, headTo, head }: Found): boolean {
  const hit = scan.hitOver[headFrom];
  if (!head.marks.has('numbered') || !isBodyHit(hit) || hit.to !== headTo) return false;
  const before = scan.words[hit.from - 1];
  return before !== undefined && isInBlock(scan, hit.from - 1, headFrom) && ordinalAt(before) !== undefined;
}

const LEGISLATURE = /^(?:national|legislative|constituent|provincial|state|federal|regional|parliamentary|people)$/;

/** A congress or a general assembly is a body; with a number, or where it is a party's or the world's, it is held. */
function isNumbered(scan: Scan, from: number, found: Found): boolean {
  const { words } = scan;
  const before = words.slice(from, found.headFrom);
  // `15th National Assembly` counts who sits in it.
  if (found.head.noun === 'assembly' && LEGISLATURE.test(before.at(-1)?.folded ?? '')) return false;
  if (before.some((word) => ordinalAt(word) !== undefined || isYear(word.text))) return true;
  if (isYear(words[found.headTo]?.text ?? '')) return true;
  return /^(?:party|world|international|extraordinary|founding)$/.test(words[found.headFrom - 1]?.folded ?? '');
}

/** `Party Central Committee's 8th session`: the body that owns the session is part of its name. */
function ownerStart(scan: Scan, from: number): number {
  if (!isPossessive(scan.words[from - 1])) return from;
  for (let index = from - 2; index >= from - 8 && isInBlock(scan, index, from); index--) {
    const body = scan.bodyAt.get(index);
    if (body !== undefined && body.outerTo === from - 1) return body.from;
  }
  return from;
}

function capitalStart(scan: Scan, headFrom: number, start: number): number {
  const before = scan.words[start - 1];
  if (before?.isCapital !== true || !isInBlock(scan, start - 1, headFrom) || scan.taken[start - 1] === 1) return start;
  if (scan.vocabulary.notNames.has(before.folded) || before.opens) return start;
  return modifierRunStart(scan, start, 5);
}

function hasName(scan: Scan, sort: HeadedClass, found: Found, from: number, subject: Subject): boolean {
  if (from < found.headFrom && !(found.headFrom - from === 1 && scan.words[from]!.opens)) return true;
  if (subject.to > found.headTo && subject.isProper) return true;
  return (
    isYear(scan.words[found.headTo]?.text ?? '') ||
    sort.isNamedLower(scan, from, found.headFrom, found.headTo, found.head)
  );
}

function addNamed(scan: Scan, sort: HeadedClass, found: Found): boolean {
  const from = namedStart(scan, sort, found);
  if (from === undefined) return false;
  const allowsLower = found.head.kind === 'Meeting' || sort.gazetteerClass === 'instrument';
  const subject = subjectEnd(scan, sort, found.head, found.headTo, allowsLower);
  let to = subject.to;
  if (!hasName(scan, sort, found, from, subject)) return false;
  // `Forum for Democratic Change` is a body: an event's forum is `on` something or has its own words before it.
  if (found.head.noun === 'forum' && from === found.headFrom && scan.words[found.headTo]?.folded === 'for')
    return false;
  to = withYears(scan, found.headTo, to);
  if (!isFree(scan, from, to)) return false;
  const hit = scan.hitOver[found.headFrom];
  // `Pacific Islands Forum` of the lexicon is a body; with a number before it, it is held.
  if (isBodyHit(hit) && hit.entry.form === 'intergovernmental' && hit.from <= from && hit.to >= to) return false;
  const isInBody = coveringBody(scan, from, to);
  // `Consultative Conference` of the lexicon is a body itself.
  if (isInBody && isBodyHit(hit)) return false;
  const draft = draftOf({
    from,
    to,
    kind: found.head.kind,
    name: nameOf(scan, from, to).replace(/[’']s$/, ''),
    attributes: attributesOf(scan, { ...found, from }),
    foundBy: `${sort.gazetteerClass}.named/1`,
  });
  // The body keeps the words, the event or text that it is named after is a mention inside it.
  if (isInBody) {
    nest(scan, draft);
    return true;
  }
  claim(scan, draft);
  nestInside(scan, found.headTo, to);
  if (isPossessive(scan.words[found.headFrom - 1]) || hasPossessive(scan, from, found.headFrom))
    nestInside(scan, from, found.headFrom);
  return true;
}

/** `Summit 2024`, `Strategy for Peace 2021–2030`, `Action Plan for 2024-2028`: one year is a subject's date, a span its name. */
function withYears(scan: Scan, headTo: number, to: number): number {
  const { words } = scan;
  const start = words[to]?.folded === 'for' ? to + 1 : to;
  if (!isInBlock(scan, start, headTo - 1)) return to;
  const end = yearsEnd(words, start);
  return end - start === 3 || (end > start && start === headTo) ? end : to;
}

/** `Mission to Support the Hudaydah Agreement`: a body's name goes round this one and begins before it. */
function coveringBody(scan: Scan, from: number, to: number): boolean {
  for (let index = from - 1; index >= from - 12 && isInBlock(scan, index, from); index--)
    if ((scan.bodyAt.get(index)?.outerTo ?? 0) >= to) return true;
  return false;
}

function hasPossessive(scan: Scan, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (isPossessive(scan.words[index])) return true;
  return false;
}

/** Bodies and countries named in the subject are mentions of their own. */
function nestInside(scan: Scan, from: number, to: number): void {
  for (let index = from; index < to;) {
    const body = scan.bodyAt.get(index);
    if (body !== undefined && body.outerTo <= to) {
      nest(scan, body);
      index = body.outerTo;
      continue;
    }
    const hit = scan.hitAt[index];
    if (isPlaceHit(hit) && hit.to <= to)
      nest(
        scan,
        draftOf({ from: index, to: hit.to, kind: hit.entry.kind, name: hit.entry.name, foundBy: 'place.in-name/1' }),
      );
    index++;
  }
}

/** `a short-stay visa waiver agreement`: what an agreement is on stands between its article and its noun. */
function afterDeterminer(scan: Scan, sort: HeadedClass, { headFrom, head }: Found, start: number): number {
  const { words } = scan;
  if (sort.gazetteerClass !== 'instrument' || head.kind !== 'Agreement' || head.marks.has('plural')) return start;
  for (let index = start - 1; index >= start - 4 && isInBlock(scan, index, headFrom); index--) {
    const word = words[index]!;
    if (DETERMINERS.has(word.folded)) return index + 1;
    if (!/^\p{Ll}[\p{Ll}-]+$/u.test(word.text) || scan.taken[index] === 1 || isFunctionWord(scan, word.folded)) break;
  }
  return start;
}

const isFunctionWord = ({ vocabulary }: Scan, folded: string): boolean =>
  vocabulary.notNames.has(folded) && !vocabulary.portfolios.has(folded);

function addNominal(scan: Scan, sort: HeadedClass, found: Found): void {
  const { words } = scan;
  const { headFrom, headTo, head } = found;
  if (!head.marks.has('nominal') || blockOf(scan, headFrom).isTitleCase || modifiesNoun(scan, headTo)) return;
  const start = afterDeterminer(scan, sort, found, descriptionStart(scan, sort, headFrom));
  const before = words[start - 1];
  const isInside = before !== undefined && isInBlock(scan, start - 1, headFrom);
  const isDetermined = isInside && (DETERMINERS.has(before.folded) || isPossessive(before));
  const isPlural = head.marks.has('plural') || head.noun.endsWith('s');
  const isGeneric =
    isPlural && !isDetermined && scan.words[start]!.opens && !(start < headFrom && words[headTo]?.folded === 'between');
  if (isGeneric) return;
  if (!isDetermined && start === headFrom && !(isPlural && isInside && BEFORE_NOUN.has(before.folded))) return;
  if (isInside && /^(?:will|would|can|could|should|may|might|must|they|we|he|she|i|you)$/.test(before.folded)) return;
  if (isInside && before.folded === 'to' && !isPlural && start === headFrom) return;
  const subject = subjectEnd(scan, sort, head, headTo, true);
  const outerFrom = isDetermined && !isPossessive(before) ? start - 1 : start;
  // `a round of political consultations` is one event, not a round and consultations.
  const to = head.noun === 'round' && isFree(scan, headTo, subject.to) ? subject.to : headTo;
  if (!isFree(scan, outerFrom, headTo)) return;
  claim(
    scan,
    draftOf({
      from: start,
      to,
      outerFrom,
      // A date of its own makes a described event as good as named: `their May 18 phone call`.
      form: isDated(scan, start, headFrom) && !isPlural ? 'name' : 'nominal',
      kind: head.kind,
      plural: isPlural && head.form !== 'talks',
      name: nameOf(scan, start, subject.to),
      attributes: attributesOf(scan, { ...found, from: start }),
      foundBy: `${sort.gazetteerClass}.nominal/1`,
    }),
  );
  nestInside(scan, headTo, to);
  for (let index = start; index < headFrom; index++) {
    const hit = scan.hitAt[index];
    if (hit?.entry.class === 'country')
      nest(
        scan,
        draftOf({ from: index, to: hit.to, kind: 'Country', name: hit.entry.name, foundBy: 'place.in-name/1' }),
      );
    const body = scan.bodyAt.get(index);
    if (isBodyHit(hit) && body !== undefined && body.outerTo <= headFrom) nest(scan, body);
  }
}

/** `15th East Asia Summit Foreign Ministers’ Meeting`: the lexicon's name opens a longer one with a head of its own. */
function opensLonger(scan: Scan, sort: HeadedClass, to: number): boolean {
  const { words } = scan;
  for (let index = to; index < to + 5 && isInBlock(scan, index, to - 1); index++) {
    const word = words[index]!;
    if (!word.isCapital && !/^['’]$/.test(word.text)) return false;
    const head = word.isCapital ? sort.heads.longest(words, index) : undefined;
    if (head?.value.marks.has('named') === true) return !isCut(scan, head.to);
  }
  return false;
}

function addFromGazetteer(scan: Scan, sort: HeadedClass, index: number): number {
  const hit = scan.hitAt[index];
  if (hit?.entry.class !== sort.gazetteerClass || !isFree(scan, index, hit.to)) return index;
  const { words } = scan;
  const isBracketed = words[index - 1]?.text === '(' && words[hit.to]?.text === ')' && scan.taken[index - 2] === 1;
  if (opensLonger(scan, sort, hit.to) || isBracketed) return index;
  // `20th East Asia Summit` is not the nineteenth, `Eastern Economic Forum 2024` not that of another year.
  const isHeld = hit.entry.kind === 'Meeting' || hit.entry.kind === 'Event';
  const before = isInBlock(scan, index - 1, index) ? words[index - 1]! : undefined;
  const isCounted = before !== undefined && (ordinalAt(before) !== undefined || isYear(before.text));
  const from = isHeld && isCounted && isFree(scan, index - 1, index) ? index - 1 : index;
  const isDatedName = isInBlock(scan, hit.to, index) && isYear(words[hit.to]!.text);
  const to = isHeld && isDatedName && isFree(scan, hit.to, hit.to + 1) ? hit.to + 1 : hit.to;
  const head: HeadNoun = { noun: '', kind: hit.entry.kind, form: hit.entry.form ?? '', marks: new Set() };
  const isLonger = from < index || to > hit.to;
  claim(
    scan,
    draftOf({
      from,
      to,
      kind: hit.entry.kind,
      name: isLonger ? textOf(scan, from, to) : hit.entry.name,
      attributes: isLonger
        ? attributesOf(scan, { from, headFrom: index, headTo: hit.to, head })
        : hit.entry.form
          ? { form: hit.entry.form }
          : {},
      foundBy: `${sort.gazetteerClass}.lexicon/1`,
    }),
  );
  return to;
}

/** Names first, so that no description cuts into one; then descriptions, where wanted. */
export function findHeaded(scan: Scan, sort: HeadedClass, pass: 'names' | 'nominals'): void {
  for (let index = 0; index < scan.words.length; index++) {
    if (scan.taken[index] === 1 || !scan.words[index]!.isWord) continue;
    const match = sort.heads.longest(scan.words, index);
    const found =
      match === undefined ? undefined : { from: index, headFrom: index, headTo: match.to, head: match.value };
    if (pass === 'names') {
      if (addFromGazetteer(scan, sort, index) > index) continue;
      if (found !== undefined) addNamed(scan, sort, found);
    } else if (found !== undefined && isFree(scan, index, found.headTo)) addNominal(scan, sort, found);
  }
}
