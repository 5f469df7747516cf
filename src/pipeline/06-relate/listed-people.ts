// Lists of people under headings: `Norway` above `Ms Ann Lee, Director, Ministry of Fisheries`, the post in the row or in the line below.
import type { Block, Mention, Post } from '../types.ts';
import { isPostRow, isRow, ROW_OPENER, opening } from './list-rows.ts';
import type { Reading } from './reading.ts';
import { mentionsWithin } from './sentence-mentions.ts';
import { stateOf } from './state-of.ts';

/** Before the name of who sent those below: `For Norway:`, `Delegation of Chile`. */
const HEADING =
  /^(?:(?:for|on behalf of|from|(?:the )?(?:delegations?|representatives?) (?:of|from)) )?(?:the )?(?:(?:federal |united |islamic |democratic |people['’]s |socialist |co-?operative )*(?:republic|kingdom|state|commonwealth|sultanate) of (?:the )?)?$/i;
const AFTER_HEADING = /^(?:\s*\([\p{L}&-]{2,12}\))?\s*:?$/u;
/** Between a post and the body that the row gives behind it. */
const BEFORE_BODY = /^\s*(?:,|–|—|\s-\s|\|)\s*(?:the\s+)?$/u;
/** `Permanent Mission of Peru to the United Nations`: where the body is goes by. */
const CLOSES_BODY = /^\s*(?:$|\n|[,(;.–—-]|to |in |at )/u;
/** Offices that tell of a country by themselves; an adviser or counsellor may serve anybody. */
const OF_STATE = /\b(?:minister|president|premier|secretary of state|attorney[- ]general|ambassador)\b/i;

export function relateListedPeople(reading: Reading): void {
  const { blocks } = reading.text.clean;
  let party: number | undefined;
  for (const [at, block] of blocks.entries()) {
    const heading = headingOf(reading, block);
    if (heading !== undefined) {
      party = heading;
      continue;
    }
    if (isPostRow(reading, block)) continue;
    if (!isRow(reading, block)) {
      party = undefined;
      continue;
    }
    const person = personOf(reading, block);
    if (person === undefined) party = undefined;
    else relatePerson(reading, person, rowsOf(reading, blocks, at), labelOf(reading, block, person) ?? party);
  }
}

/** Whoever sent those below, where the block is that name alone. */
function headingOf(reading: Reading, block: Block): number | undefined {
  const { doc, mentions } = reading.text;
  const name = mentionsWithin(mentions, block).find(({ form }) => form === 'name');
  if (name === undefined || !HEADING.test(doc.text.slice(block.start, name.start))) return undefined;
  if (!AFTER_HEADING.test(doc.text.slice(name.end, block.end))) return undefined;
  const isParty = name.kind === 'Region' || ['country', 'body'].includes(reading.familyOfMention(name) ?? '');
  return isParty ? reading.chainsOf(name.id)[0] : undefined;
}

/** `from the Republic of Peru – Juan Roe, Director;`: who sent the one in the row. */
function labelOf(reading: Reading, block: Block, person: Mention): number | undefined {
  const { doc, mentions } = reading.text;
  const before = mentionsWithin(mentions, { start: block.start, end: person.outer.start });
  const label = before.find(({ kind, form }) => form === 'name' && kind === 'Country');
  if (label === undefined || !HEADING.test(doc.text.slice(block.start, label.start).replace(ROW_OPENER, '')))
    return undefined;
  const isLabel = /^(?:\s?:|\s[–—-])\s+/u.test(doc.text.slice(label.outer.end, person.outer.start));
  return isLabel ? reading.chainsOf(label.id)[0] : undefined;
}

function personOf(reading: Reading, block: Block): Mention | undefined {
  const text = reading.text.doc.text.slice(block.start, block.end);
  const person = opening(reading, block.start + (ROW_OPENER.exec(text)?.[0].length ?? 0), block.end);
  if (person?.form !== 'name') return undefined;
  // `The Assembly toppled Prime Minister Roe`: a headline's verb that reads like a modifier of the post.
  const titles = reading.text.doc.text.slice(person.outer.start, person.start);
  return /\b\p{Ll}+ed\s/u.test(titles) ? undefined : person;
}

/** The row, and the line below it where that gives the post. */
function rowsOf(reading: Reading, blocks: readonly Block[], at: number): Block {
  const row = blocks[at]!;
  const below = blocks[at + 1];
  return below !== undefined && isPostRow(reading, below) ? { ...row, end: below.end } : row;
}

function relatePerson(reading: Reading, person: Mention, row: Block, party: number | undefined): void {
  const [source] = reading.chainsOf(person.id);
  if (source === undefined) return;
  const evidence = { start: person.outer.start, end: row.end };
  const inRow = mentionsWithin(reading.text.mentions, { start: person.outer.start, end: row.end });
  const posts = [...person.posts, ...describedIn(reading, person, inRow)].filter(isOfOne);
  for (const post of posts) {
    const target = bodyOf(reading, post, inRow) ?? partyOf(reading, post, party, inRow);
    if (target === undefined || reading.tellsOf('HOLDS_POSITION', source, target)) continue;
    const attributes = { status: post.status };
    const stated = { source, target, role: post.role, trigger: post.span, evidence, attributes };
    reading.add({ type: 'HOLDS_POSITION', rule: 'post.list-row/1', ...stated });
  }
  const isState =
    party !== undefined && (reading.chains[party]!.kind === 'Region' || stateOf(reading.chains[party]!) !== undefined);
  if (!isState || source === party) return;
  if (!reading.tellsOf('REPRESENTS', source, party))
    reading.add({ type: 'REPRESENTS', source, target: party, trigger: person, evidence, rule: 'represent.heading/1' });
}

/** Posts behind the name, each behind a comma, a dash, a bracket or the line's end; another name closes them. */
function describedIn(reading: Reading, person: Mention, inRow: readonly Mention[]): readonly Post[] {
  const { text } = reading.text.doc;
  const next = inRow.find(({ id, kind, form }) => id !== person.id && kind === 'Person' && form === 'name');
  return inRow
    .filter(
      ({ kind, form, outer }) =>
        kind === 'Person' && form === 'nominal' && (next === undefined || outer.end < next.outer.start),
    )
    .filter(({ outer }) => /[,;:(|\n–—-]\s*(?:the\s+)?$/u.test(text.slice(person.end, outer.start)))
    .flatMap(({ posts }) => posts);
}

/** `Head of Delegation` is no office. */
const isOfOne = ({ role }: Post): boolean =>
  !/^(?:head|deputy head|leader|alternate|member|representative)$/i.test(role);

/** The body behind the post: `Director, Ministry of Fisheries`. */
function bodyOf(reading: Reading, post: Post, inRow: readonly Mention[]): number | undefined {
  if (post.body !== undefined) return reading.chainsOf(post.body)[0];
  const { text } = reading.text.doc;
  const body = inRow.find(({ start, end, form }) => {
    const isBehind = form === 'name' && start >= post.span.end && BEFORE_BODY.test(text.slice(post.span.end, start));
    return isBehind && CLOSES_BODY.test(text.slice(end, end + 4));
  });
  return body !== undefined && reading.familyOfMention(body) === 'body' ? reading.chainsOf(body.id)[0] : undefined;
}

/** Where the row names nobody: a post in the body of the heading, an office of state in its country. */
function partyOf(
  reading: Reading,
  { role, country, impliedBody }: Post,
  party: number | undefined,
  inRow: readonly Mention[],
): number | undefined {
  if (party === undefined || country !== undefined) return undefined;
  if (inRow.some((mention) => mention.kind !== 'Person' && mention.form === 'name')) return undefined;
  if (reading.familyOf(party) === 'body') return party;
  return impliedBody !== undefined || OF_STATE.test(role) ? party : undefined;
}
