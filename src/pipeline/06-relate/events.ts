// What the text around an event says of it: its place, the event that it is part of, and how many came.
import type { Span } from '../../domain/span.ts';
import { isA } from '../../schema/index.ts';
import type { Chain, Mention } from '../types.ts';
import { wordList } from './compile-frames.ts';
import { dateAttributes, ELSEWHERE, NOT_WHEN } from './circumstances.ts';
import type { Reading } from './reading.ts';
import { governingVerb, sentenceSpan } from './syntax.ts';

/** What may stand between an event and the preposition of its place. */
const TO_PLACE =
  /^(?:\s+\(\p{Lu}[\p{L}\p{N}-]+\)|\))?(?:,?[”"])?(?:\s+(?:(?:of|between|on|among)\s+[^,.;:()]{2,110}?|for\s+[a-z-]+s))?(?:\s*,?\s*(?:which|that)?\s*(?:is|was|are|were|will be|to be|being)?\s*(?:being|recently|currently|jointly)?\s*(?:held|taking place|took place|hosted|convened|scheduled|organi[sz]ed|opened|concluded|ended)?)(?:\s+(?:on|from(?!\s+(?:[\p{L}\d-]+\s+){0,3}(?:countries|nations|states|regions|agencies|bodies)\b)|this|last|next|earlier|yesterday|today|between)\b[^,;.]{0,40}?)?(?:\s+(?:here|virtually))?(?:\s+at\s+(?:its|the|their)\s+(?:[\p{L}-]+\s+){0,3}headquarters(?:\s+of\s+(?:the\s+)?\p{Lu}[\p{L}\s]{1,60}?)?)?\s*,?\s+(?:in|at)\s+(?:(?:central|(?:north|south|east|west)[a-z-]*)\s+|the\s+(?:[a-z]+\s+){0,4}(?:of\s+)?|the\s+(?:[\p{L}-]+\s+){0,3}(?:city|town|resort|port|capital|village|island|province)\s+(?:city\s+)?of\s+)?$/u;
/** The event's own complement, up to a place in it. */
const INSIDE_NAME = /^\s+between\s+(?:(?!\b(?:was|were|is|are|will|held|in|at)\b)[^,.;:()]){2,90}$/u;
const OWNED_BY_WHOLE = /^['’]s?\s+(?:[\p{L}-]+\s+){0,2}$/u;
const COUNT =
  /(?:more than |nearly |about |around |over |some |almost |as many as )?(?:\d[\d.,]*(?: million| thousand)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of)\s+(?:[\p{L}-]+\s+){0,3}?(?:delegations?|delegates|countries|nations|territories|participants|organi[sz]ations|representatives|guests|experts|leaders|ministers|companies|enterprises|states|journalists|attendees)\b/giu;

export function relateEvents(reading: Reading): void {
  const { mentions } = reading.text;
  for (const mention of mentions) {
    const event = eventOf(reading, mention);
    if (event === undefined) continue;
    relatePlace(reading, mention, event);
    relateWhole(reading, mention, event);
    describeCounts(reading, mention, event);
    describeTime(reading, mention, event);
  }
}

const HAS_PLACE = /^(?:attack|accident)$/;

function eventOf(reading: Reading, mention: Mention): number | undefined {
  const chains = reading.chainsOf(mention.id);
  if (chains.length !== 1) return undefined;
  const family = reading.familyOf(chains[0]!);
  // A war is fought all over a country; an attack has its place.
  const isPlaced = family === 'event' || (family === 'incident' && HAS_PLACE.test(String(mention.attributes['form'])));
  return isPlaced ? chains[0] : undefined;
}

function chainIn(reading: Reading, mention: Mention | undefined, families: readonly string[]): number | undefined {
  if (mention === undefined || mention.form !== 'name') return undefined;
  return reading.chainsOf(mention.id).find((chain) => families.includes(reading.familyOf(chain) ?? ''));
}

function relatePlace(reading: Reading, mention: Mention, event: number): void {
  const { doc, mentions } = reading.text;
  for (let at = mention.id + 1; at < Math.min(mentions.length, mention.id + 5); at += 1) {
    const site = mentions[at]!;
    if (site.start < mention.outer.end) continue;
    const place = chainIn(reading, site, ['place', 'country']);
    if (place === undefined) continue;
    const gap = doc.text.slice(mention.outer.end, site.start);
    // `at the Chilean consul’s residence in Oslo`: the country is the consul's.
    if (site.foundBy === 'place.in-post/1') continue;
    if (ELSEWHERE.test(gap)) return;
    // `consultations between the ministries of Peru and Chile were held in Lima`: places inside the event's own name.
    if (INSIDE_NAME.test(gap)) continue;
    if (!TO_PLACE.test(gap)) return;
    const owned = mentions[at + 1];
    const inner =
      owned !== undefined && OWNED_BY_WHOLE.test(doc.text.slice(site.end, owned.start))
        ? chainIn(reading, owned, ['place'])
        : undefined;
    const trigger = { start: mention.start, end: owned !== undefined && inner !== undefined ? owned.end : site.end };
    reading.add({ type: 'TOOK_PLACE_IN', source: event, target: inner ?? place, trigger, rule: 'place.after-event/1' });
    return;
  }
}

/** `the plenary session` belongs to the meeting that the text is about. */
function relateWhole(reading: Reading, mention: Mention, event: number): void {
  const chain = reading.chains[event]!;
  const words = headWords(chain);
  // Who has a `working meeting` with somebody has it beside the summit.
  if (!isSession(reading, words) || (words.at(-1) === 'meeting' && words.includes('working'))) return;
  // `the 18th Ministerial Meeting` and `the opening ceremony of the centre` are events of their own.
  if (words.at(-1) === 'meeting' ? isOwnEvent(chain) : / of /.test(mention.name)) return;
  const before = reading.text.mentions.slice(0, mention.id).reverse();
  const whole = before
    .map((earlier) => eventOf(reading, earlier))
    .find(
      (other) =>
        other !== undefined &&
        other !== event &&
        !isPlain(reading, other) &&
        // `the Third Dialogue` is no part of the fourth.
        !(isOwnEvent(chain) && isOwnEvent(reading.chains[other]!)) &&
        !isOccasion(reading.chains[other]!) &&
        !isSession(reading, headWords(reading.chains[other]!)),
    );
  if (whole === undefined) return;
  const trigger = { start: mention.start, end: mention.end };
  reading.add({ type: 'PART_OF', source: event, target: whole, trigger, rule: 'part.session/1', confidence: 0.8 });
}

/** A visit, an attack, a swearing-in or an election is made of no sessions. */
const isOccasion = ({ kind, name }: Chain): boolean =>
  (['Visit', 'Call', 'Incident', 'Ceremony'] as const).some((one) => isA(kind, one)) || /\belections?\b/i.test(name);

const headWords = ({ name }: Chain): readonly string[] =>
  name
    .toLowerCase()
    .split(/ (?:on|of|at|in|for) /)[0]!
    .split(/\s+/);

/** `opening ceremony`, `plenary session`: what events are made of. */
function isSession(reading: Reading, words: readonly string[]): boolean {
  const opener = wordList(reading.table, 'sub-event-modifiers');
  return (
    wordList(reading.table, 'sub-events').has(words.at(-1) ?? '') && words.slice(0, -1).some((word) => opener.has(word))
  );
}

const isOwnEvent = ({ attributes, name }: Chain): boolean =>
  attributes['ordinal'] !== undefined || /\s\p{Lu}/u.test(name);

/** Talks that have no name of their own, only those who met. */
export function isPlain(reading: Reading, event: number): boolean {
  const plain = wordList(reading.table, 'plain-meeting-words');
  return reading.chains[event]!.name.toLowerCase()
    .split(/[\s-]+/)
    .every((word) => plain.has(word));
}

/** `125 delegations from 80 nations`: a count of participants is an attribute of the event, never a node. */
function describeCounts(reading: Reading, mention: Mention, event: number): void {
  const { doc } = reading.text;
  const token = doc.tokenAt(mention.start);
  if (token < 0) return;
  const sentence = sentenceSpan(doc, token);
  const text = doc.text.slice(mention.outer.end, sentence.end);
  if (
    !wordList(reading.table, 'gathering-verbs').has(/^\W*(?:has |have |is |was |will )?(\p{L}+)/u.exec(text)?.[1] ?? '')
  )
    return;
  const counts = text.match(COUNT);
  if (counts !== null) reading.describe(event, { participants: counts.join('; ') });
}

/** The one time expression that the event's clause has after it. */
function describeTime(reading: Reading, mention: Mention, event: number): void {
  const { doc, times } = reading.text;
  const token = doc.tokenAt(mention.start);
  if (token < 0) return;
  const sentence = sentenceSpan(doc, token);
  const inSentence = times.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const [time] = inSentence;
  if (time === undefined || inSentence.length > 1 || time.start < mention.end) return;
  if (NOT_WHEN.test(doc.text.slice(mention.end, time.start))) return;
  const owner = governingVerb(doc, doc.tokenAt(time.start));
  const isOwn = owner < 0 || owner === governingVerb(doc, token) || doc.head[owner] === token;
  if (isOwn && !hasOtherEvent(reading, event, sentence)) reading.describe(event, dateAttributes(time));
}

/** With two events in one sentence nobody can tell whose the date is. */
function hasOtherEvent(reading: Reading, event: number, sentence: Span): boolean {
  return reading.text.mentions.some((other) => {
    if (other.start < sentence.start || other.end > sentence.end) return false;
    const chain = eventOf(reading, other);
    return chain !== undefined && chain !== event;
  });
}
