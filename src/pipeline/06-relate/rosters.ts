// Rosters: a clause that ends in a colon says who was there, and the lines below it are they; `under the chairmanship of Lee`.
import type { Span } from '../../domain/span.ts';
import { familyOf } from '../../schema/index.ts';
import { eventMood } from '../07-qualify/event-mood.ts';
import { modalityWords } from '../07-qualify/modality.ts';
import type { Block, Mention } from '../types.ts';
import { headToken } from './filler.ts';
import { isPostRow, isRow } from './list-rows.ts';
import type { Reading } from './reading.ts';
import { eventMentionBefore } from './sentence-mentions.ts';
import { sentenceSpan } from './syntax.ts';

const TELLS_WHO =
  /\b(?:particip\w+|attend(?:ed|ing|ance|ees)|present|represented|took part|taking part|in the presence of|presence of)\b/i;
/** Who was not there, and what somebody only asked for. */
const TELLS_NOT = /\b(?:apolog\w+|absent|unable|regret\w*|not (?:attend|present|represent|particip)\w*|invited to)\b/i;
/** A heading above those who were there; only their names and the names of who sent them stand below. */
const LIST_HEADING =
  /^(?:(?:also |members |those )?present|in attendance|attendance|attendees|(?:list of )?(?:participants|attendees|delegates)|participants list)\s*:?$/i;
/** A label with which those who were there end. */
const endsList = (label: string): boolean => label.length <= LONGEST_LABEL && TELLS_NOT.test(label);
const LONGEST_LABEL = 60;
const CUE_REACH = 260;
const MOST_ROWS = 200;

const UNDER_CHAIR =
  /\b(?:under the (?:joint |co-?)?(?:chair(?:man|woman|person)?ship|presidency|chair) of|,\s+(?:and |which was |was )?(?:jointly )?(?:co-)?(?:chaired|presided over) by)\s+(?:the\s+)?$/iu;

/** `Other participants included …`, `Among the guests were …`: those whom the rest of the sentence names. */
const LISTS_PEOPLE =
  /(?:^|[.!?]\s+|\n)(?:The |Other |Among the |Among those )*(?:\p{Ll}+ )?(?:participants|attendees|guests|delegates|delegations?|panell?ists|speakers|dignitaries|present|attending)(?: at the \p{L}+)? (?:also )?(?:included|include|was|were|comprised)\b/giu;

export function relateRosters(reading: Reading): void {
  const { blocks } = reading.text.clean;
  for (let at = 0; at < blocks.length; at += 1) at = relateRoster(reading, blocks, at);
  relateSentenceLists(reading);
  relateChairs(reading);
}

/** `Delegates from ten countries took part. These included Chile, Peru and the World Bank.` */
const LISTS_SENDERS = /[.!?]\s+(?:These|They) (?:also )?includ(?:ed|e)\b/gu;

function relateSentenceLists(reading: Reading): void {
  const { doc } = reading.text;
  for (const found of doc.text.matchAll(LISTS_SENDERS)) {
    const start = found.index + found[0].length;
    const event = announces(doc.text.slice(Math.max(0, found.index - CUE_REACH), found.index))
      ? eventBefore(reading, start)
      : undefined;
    if (event !== undefined)
      relateRow(reading, { start, end: sentenceSpan(doc, doc.tokenAt(start - 1)).end }, event, isSender);
  }
  for (const found of doc.text.matchAll(LISTS_PEOPLE)) {
    const start = found.index + found[0].length;
    const event = eventBefore(reading, start, (mention) => isToldAsHeld(reading, mention));
    if (event !== undefined && reading.chains[event]!.kind !== 'Visit')
      relateRow(reading, { start, end: sentenceSpan(doc, doc.tokenAt(start - 1)).end }, event);
  }
}

/** The roster that the block announces; its last block, or the block itself where it announces none. */
function relateRoster(reading: Reading, blocks: readonly Block[], at: number): number {
  const { text } = reading.text.doc;
  const block = blocks[at]!;
  const isHeading = LIST_HEADING.test(text.slice(block.start, block.end));
  const colon = isHeading ? block.end : text.lastIndexOf(':', block.end);
  if (colon < block.start) return at;
  if (!isHeading && !announces(text.slice(Math.max(block.start, colon - CUE_REACH), colon))) return at;
  const event = eventBefore(reading, colon);
  if (event === undefined) return at;
  relateRow(reading, { start: colon + 1, end: block.end }, event);
  let last = at;
  for (let next = at + 1; next < blocks.length && next - at <= MOST_ROWS; next += 1) {
    const row = blocks[next]!;
    const isGoingOn = isPostRow(reading, row) || (isRow(reading, row) && !endsList(text.slice(row.start, row.end)));
    if (!isGoingOn) break;
    relateRow(reading, row, event);
    relateOffice(reading, row);
    last = next;
  }
  return last;
}

function announces(lead: string): boolean {
  const sentence = lead.slice(lead.search(/[^.!?]*$/u));
  return TELLS_WHO.test(sentence) && !TELLS_NOT.test(sentence);
}

/** The event that the announcement speaks of, else the one that was spoken of last. */
function eventBefore(reading: Reading, at: number, fits?: (mention: Mention) => boolean): number | undefined {
  const found = eventMentionBefore(reading, at, fits);
  return found === undefined ? undefined : reading.chainsOf(found.id)[0];
}

/** `Zambia: President Lee`: an office that names no country is the row's. */
function relateOffice(reading: Reading, row: Span): void {
  const { doc, mentions } = reading.text;
  const country = mentions.find(({ start, end }) => start >= row.start && end <= row.end);
  if (country?.form !== 'name' || country.kind !== 'Country') return;
  if (!/^\s?:/.test(doc.text.slice(country.outer.end, country.outer.end + 2))) return;
  const [target] = reading.chainsOf(country.id);
  for (const person of mentions) {
    if (person.start < country.end || person.end > row.end || person.kind !== 'Person' || person.form !== 'name')
      continue;
    const [post] = person.posts;
    const [source] = reading.chainsOf(person.id);
    if (post === undefined || source === undefined || target === undefined || /ambassador|envoy/i.test(post.role))
      return;
    const isOwned = post.body !== undefined || post.impliedBody !== undefined || post.country !== undefined;
    if (isOwned || reading.tellsOf('HOLDS_POSITION', source, target)) return;
    const trigger = { start: country.start, end: person.outer.end };
    const attributes = { role: post.role, status: post.status };
    reading.add({ type: 'HOLDS_POSITION', source, target, trigger, evidence: trigger, rule: 'post.row/1', attributes });
    return;
  }
}

/** The meeting that went on, not the one that is to be hosted next year. */
const isToldAsHeld = (reading: Reading, mention: Mention): boolean =>
  eventMood(reading.text.doc, headToken(reading.text.doc, mention), modalityWords(reading.table)) === 'occurred';

const isPerson = (_: Reading, { kind }: Mention): boolean => kind === 'Person';

/** A member of the list itself: `the Arctic Union` in `…, the Arctic Union, …`, not Chile in `fishermen from Chile`. */
const isSender = ({ text: { doc } }: Reading, { kind, outer }: Mention): boolean =>
  kind !== undefined &&
  (kind === 'Country' || familyOf(kind) === 'Organisation') &&
  /(?:^|,|\band|included?|:)\s+(?:the\s+)?$/u.test(doc.text.slice(Math.max(0, outer.start - 16), outer.start));

function relateRow(reading: Reading, row: Span, event: number, isListed = isPerson): void {
  for (const mention of reading.text.mentions) {
    if (mention.outer.start < row.start || mention.outer.end > row.end) continue;
    const source = mention.form === 'name' && isListed(reading, mention) ? reading.chainsOf(mention.id)[0] : undefined;
    if (source === undefined || reading.tellsOf('ATTENDED', source, event)) continue;
    const trigger = { start: mention.outer.start, end: mention.outer.end };
    reading.add({ type: 'ATTENDED', source, target: event, trigger, evidence: trigger, rule: 'attend.roster/1' });
  }
}

/** `held its session in Oslo, under the chairmanship of Ann Lee`: wherever the parser hangs the phrase. */
function relateChairs(reading: Reading): void {
  const { doc, mentions } = reading.text;
  for (const mention of mentions) {
    if (mention.form !== 'name' || mention.kind !== 'Person') continue;
    const before = UNDER_CHAIR.exec(doc.text.slice(Math.max(0, mention.outer.start - 60), mention.outer.start));
    const source = before === null ? undefined : reading.chainsOf(mention.id)[0];
    if (before === null || source === undefined) continue;
    const { start } = sentenceSpan(doc, doc.tokenAt(mention.outer.start));
    const event = eventBefore(reading, mention.outer.start);
    const isHere =
      event !== undefined &&
      reading.chains[event]!.mentions.some((id) => isBetween(mentions[id], start, mention.start));
    if (!isHere || reading.tellsOf('CHAIRED', source, event)) continue;
    const trigger = { start: mention.outer.start - before[0].length, end: mention.outer.end };
    reading.add({ type: 'CHAIRED', source, target: event, trigger, rule: 'chair.under/1' });
  }
}

const isBetween = (mention: Mention | undefined, from: number, to: number): boolean =>
  mention !== undefined && mention.start >= from && mention.end <= to;
