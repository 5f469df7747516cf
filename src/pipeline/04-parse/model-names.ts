// Names that the model finds where no rule did, checked against what a name can look like.
import type { LabelledSpan } from '../../language/doc.ts';
import type { EntityKind } from '../../schema/generated.ts';
import { bareNameEnd, displayName } from '../03-recognise/names.ts';
import { type Draft, type Scan, type ScanBlock, blockOf, draftOf, isFree, textOf } from '../03-recognise/scan.ts';
import { type Word, isPossessive } from '../03-recognise/words.ts';

const KIND_OF_LABEL: Readonly<Record<string, EntityKind>> = {
  PERSON: 'Person',
  ORG: 'Organisation',
  GPE: 'Place',
  LOC: 'Region',
  FAC: 'Facility',
  EVENT: 'Event',
  LAW: 'Instrument',
};

/** Word index that holds the offset, by binary search. */
function wordAt(scan: Scan, offset: number): number {
  let low = 0;
  let high = scan.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scan.words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Trims what is no part of a name: determiners, possessives, common words at the edges, titles. */
function trimmed(scan: Scan, span: LabelledSpan): { from: number; to: number } {
  let from = wordAt(scan, span.start);
  let to = wordAt(scan, span.end - 1) + 1;
  while (from < to && isEdge(scan, from)) from++;
  while (to > from && isEdge(scan, to - 1)) to--;
  return { from, to };
}

function isEdge({ words, vocabulary }: Scan, index: number): boolean {
  const word = words[index]!;
  return !word.isWord || !word.isCapital || isPossessive(word) || vocabulary.notNames.has(word.folded);
}

/** A person's name is capitalised words that the name rules read whole; a lone word must not open its sentence. */
function isPersonalName(scan: Scan, from: number, to: number): boolean {
  const { words, vocabulary } = scan;
  if (to - from > 5 || bareNameEnd(scan, from) < to) return false;
  for (let index = from; index < to; index++) {
    if (words[index]!.isAllCaps && to - from === 1) return false;
    if (vocabulary.portfolios.has(words[index]!.folded) || vocabulary.posts.longest(words, index) !== undefined)
      return false;
    if (
      vocabulary.bodyHeads.longest(words, index) !== undefined ||
      vocabulary.eventHeads.longest(words, index) !== undefined
    )
      return false;
  }
  return to - from > 1 || (!words[from]!.opens && SPEAKS.test(words[to]?.folded ?? ''));
}

/** A lone word is a person when it acts like one: the model takes missiles for people. */
const SPEAKS = /^(?:said|says|told|added|noted|stressed|met|also|has|had|was|is|will|and|who|['’]s)$/;

/** `appointed Trond Westlie as director`: who is put into a post is a person. */
const isAppointee = ({ words }: Scan, from: number, to: number): boolean =>
  /^(?:appoint|appoints|appointed|appointing|named|names|elected|elects)$/.test(words[from - 1]?.folded ?? '') &&
  words[to]?.folded === 'as';

/** `Party Committees`, `Nuclear Cooperation MOUs`: several, so none of them. */
function isPluralHead(scan: Scan, index: number): boolean {
  const { words, vocabulary } = scan;
  const singular = words[index]!.folded.replace(/ies$/, 'y').replace(/s$/, '');
  if (singular === words[index]!.folded) return false;
  const as = [{ ...words[index]!, folded: singular }];
  return [vocabulary.bodyHeads, vocabulary.eventHeads, vocabulary.instrumentHeads].some(
    (trie) => trie.longest(as, 0) !== undefined,
  );
}

/** `Hamas-linked`, `NATO-led`: said of somebody else. */
const RELATED = /-(?:linked|backed|led|based|affiliated|aligned|allied|held|run|controlled|inspired)$/;

/** A lone capitalised word that opens its sentence, or one of common vocabulary, is no body. */
function isBodyName(scan: Scan, from: number, to: number): boolean {
  const { words, vocabulary } = scan;
  if (isPluralHead(scan, to - 1) || RELATED.test(words[to - 1]!.folded)) return false;
  const isNational = scan.hitAt[from]?.entry.class === 'adjective' && to - from === 2;
  if (isNational && vocabulary.bodyHeads.longest(words, from + 1) !== undefined) return false;
  if (to - from > 1)
    return !words
      .slice(from, to)
      .every((word) => vocabulary.portfolios.has(word.folded) || /^(?:and|of|&|,)$/.test(word.folded));
  const word = words[from]!;
  if (scan.hitOver[from]?.entry.class === 'adjective' || vocabulary.honorifics.longest(words, from) !== undefined)
    return false;
  if (vocabulary.bodyHeads.longest(words, from) !== undefined || scan.isCommonWord(word.folded)) return false;
  // `Peace and Security (PAPS)`: short for words that a person’s post has taken.
  if (word.isAllCaps && words[from - 1]?.text === '(' && scan.taken[from - 2] === 1) return false;
  if (word.isAllCaps) return word.text.length >= 3 && !/\d/.test(word.text);
  return !word.opens && !vocabulary.portfolios.has(word.folded) && !vocabulary.givenNames.has(word.folded);
}

/** What the lexicons know and the place rules passed over is no place here. */
const isPlaceName = (scan: Scan, from: number, to: number): boolean =>
  to - from <= 4 &&
  scan.hitOver.slice(from, to).every((hit) => hit === undefined) &&
  (to - from > 1 ||
    (scan.vocabulary.commonNouns.longest(scan.words, from) ?? scan.vocabulary.placeHeads.longest(scan.words, from)) ===
      undefined) &&
  !scan.words.slice(from, to).some((word) => word.isAllCaps && word.text.length < 4) &&
  !/^(?:(?:north|south|east|west)(?:ern)?|(?:\p{L}\.)+)$/u.test(scan.words[to - 1]!.folded) &&
  !scan.words[from]!.opens;

/** Several words, not all of them places or nationalities (`South Korean`), nor cut at a full stop (`Beijing No.`). */
const isThingName = (scan: Scan, from: number, to: number): boolean =>
  to - from > 1 &&
  !isPluralHead(scan, to - 1) &&
  !scan.words[to - 1]!.text.endsWith('.') &&
  scan.hitOver.slice(from, to).includes(undefined);

/** `in Ayodhya`, `visited Tirupati`: the model takes an unknown place for a firm. */
const isWhere = (scan: Scan, from: number, to: number): boolean =>
  to - from === 1 &&
  !scan.words[from]!.isAllCaps &&
  /^(?:in|near|visit|visits|visited|visiting)$/.test(scan.words[from - 1]?.folded ?? '');

/** `BRP Sierra Madre`: a ship, whoever it is named after. */
const isVessel = (scan: Scan, from: number): boolean =>
  [scan.words[from], scan.words[from - 1]].some(
    (word) => word?.isAllCaps === true && scan.vocabulary.vessels.has(word.folded),
  );

function draftOfSpan(scan: Scan, span: LabelledSpan): Draft | undefined {
  const kind = KIND_OF_LABEL[span.label];
  if (kind === undefined) return undefined;
  const { from, to } = trimmed(scan, span);
  if (isVessel(scan, from)) return undefined;
  if (from >= to || !isFree(scan, from, to) || blockOf(scan, from).isTitleCase) return undefined;
  if (scan.words[from]!.block !== scan.words[to - 1]!.block) return undefined;
  const foundBy = `model.${span.label}`;
  if (kind === 'Person')
    return isPersonalName(scan, from, to)
      ? draftOf({ from, to, kind, name: displayName(scan, from, to), foundBy })
      : undefined;
  // The model takes an unknown foreign name for a firm's; what speaks is a person.
  if (
    kind === 'Organisation' &&
    to - from > 1 &&
    (SPEAKS.test(scan.words[to]?.folded ?? '') || isAppointee(scan, from, to)) &&
    isPersonalName(scan, from, to)
  )
    return draftOf({ from, to, kind: 'Person', name: displayName(scan, from, to), foundBy });
  const name = textOf(scan, from, to);
  if (kind === 'Organisation' && isWhere(scan, from, to) && isPlaceName(scan, from, to))
    return draftOf({ from, to, kind: 'Place', name, foundBy });
  if (kind === 'Organisation' || kind === 'Agency')
    return isBodyName(scan, from, to) ? draftOf({ from, to, kind, name, foundBy }) : undefined;
  if (kind === 'Event' || kind === 'Instrument')
    return isThingName(scan, from, to) ? draftOf({ from, to, kind, name, foundBy }) : undefined;
  return isPlaceName(scan, from, to) ? draftOf({ from, to, kind, name, foundBy }) : undefined;
}

/** Labels that cover the sorts of kinds that a lone word may become. */
const OF_ONE_WORD = ['PERSON', 'ORG', 'GPE'];

/** The words that the characters touch, in a block whose case tells something. */
export const wordsWithin = (scan: Scan, start: number, end: number): NameRange => ({
  from: wordAt(scan, start),
  to: Math.min(wordAt(scan, end - 1) + 1, scan.words.length),
  isTitleCase: false,
});

type NameRange = Pick<ScanBlock, 'from' | 'to' | 'isTitleCase'>;

/** Whether a name that the model may find in a block or a sentence could become a draft; where not, the model need not look. */
export function mayHoldNames(scan: Scan, { from, to, isTitleCase }: NameRange): boolean {
  if (isTitleCase) return false;
  const isName = ({ start, end }: Word): boolean =>
    OF_ONE_WORD.some((label) => draftOfSpan(scan, { start, end, label }) !== undefined);
  let lone: Word | undefined;
  for (let index = from; index <= to; index++) {
    if (index === to || scan.taken[index] === 1) {
      if (lone !== undefined && isName(lone)) return true;
      lone = undefined;
    } else if (!isEdge(scan, index)) {
      // Two words that can bound a name, and nothing claimed between them.
      if (lone !== undefined) return true;
      lone = scan.words[index];
    }
  }
  return false;
}

/** Drafts for the model's spans on words that no rule has claimed. */
export function modelDrafts(scan: Scan, spans: readonly LabelledSpan[]): readonly Draft[] {
  return spans.map((span) => draftOfSpan(scan, span)).filter((draft) => draft !== undefined);
}
