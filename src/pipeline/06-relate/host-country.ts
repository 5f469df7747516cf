// The country of a head of state who is named without it: a host's by who came to see him, a sender's by whom he sent.
import type { Span } from '../../domain/span.ts';
import type { Chain, Mention, Relation } from '../types.ts';
import { only } from './only.ts';
import type { Reading } from './reading.ts';
import { mentionsInSentence } from './sentence-mentions.ts';
import { isVerb, lemmaOf } from './syntax.ts';
import { surfaceSubjects } from './verb-arguments.ts';

/** Posts that only a country has; a host in its own capital is introduced without it. */
const OF_COUNTRY =
  /^(?:vice |deputy |acting )?(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|crown prince)$/i;

/** `visited Nairobi, where he met President Ruto`: a head of state whom a visitor meets at the place is that place's. */
export function hostCountry(
  reading: Reading,
  person: number,
  { role, span }: Chain['posts'][number],
): string | undefined {
  if (!OF_COUNTRY.test(role)) return undefined;
  const visits = reading.relations.filter(({ type, source }) => type === 'VISITED' && source !== person);
  const invited = reading.relations.filter(({ type, source }) => type === 'INVITED' && source === person);
  const hosts = visits.filter(
    (visit) =>
      invited.some((guest) => guest.target === visit.source && isSoonAfter(reading, visit, guest)) ||
      reading.relations.some(
        (met) =>
          met.type === 'MET_WITH' &&
          isSoonAfter(reading, visit, met) &&
          !isHeldElsewhere(reading, met, visit) &&
          [met.source, met.target].includes(person) &&
          [met.source, met.target].includes(visit.source),
      ),
  );
  const last = Math.max(...hosts.map(({ trigger }) => sentenceAt(reading, trigger)));
  const latest = hosts.filter(({ trigger }) => sentenceAt(reading, trigger) === last);
  const countries = latest.map(({ target }) => countryOf(reading, target));
  const trip = only(countries) === undefined ? countryOfTripBefore(reading, span) : undefined;
  return trip !== undefined && countries.includes(trip) ? trip : only(countries);
}

/** `on his visit to Peru he met President Roe`: of many countries visited the one that the clause names. */
function countryOfTripBefore(reading: Reading, { start }: Span): string | undefined {
  const before = mentionsInSentence(reading, start).filter(({ end, form }) => end <= start && form === 'name');
  const places = before.flatMap(({ id, start: at }) => reading.chainsOf(id).map((chain) => ({ chain, at })));
  const place = places.findLast(({ chain }) => ['country', 'place'].includes(reading.familyOf(chain) ?? ''));
  if (place === undefined) return undefined;
  const isTrip = TRIP_TO.test(reading.text.doc.text.slice(Math.max(0, place.at - 20), place.at));
  return isTrip ? countryOf(reading, place.chain) : undefined;
}

const TRIP_TO = /\b(?:visit|trip|tour|stay|stop)\s+(?:to|in)\s+(?:the\s+)?$/;

/** A visit told up to three sentences before the meeting is the visit on which they met. */
function isSoonAfter(reading: Reading, visit: Relation, met: Relation): boolean {
  const back = sentenceAt(reading, met.trigger) - sentenceAt(reading, visit.trigger);
  return back >= 0 && back <= 3;
}

const sentenceAt = ({ text: { doc } }: Reading, { start }: Span): number =>
  doc.sentence[Math.max(0, doc.tokenAt(start))]!;

/** `arrived in Nairobi. He is to meet President Roe in Lima`: the meeting has a city of its own, in another country. */
function isHeldElsewhere(reading: Reading, met: Relation, visit: Relation): boolean {
  const { doc } = reading.text;
  if (sentenceAt(reading, met.trigger) === sentenceAt(reading, visit.trigger)) return false;
  const home = countryOf(reading, visit.target);
  return mentionsInSentence(reading, met.trigger.start).some(({ id, kind, outer }) => {
    if (kind !== 'City') return false;
    if (!/\b(?:in|at)\s+$/.test(doc.text.slice(Math.max(0, outer.start - 4), outer.start))) return false;
    return reading.chainsOf(id).some((city) => (countryOf(reading, city) ?? home) !== home);
  });
}

function countryOf(reading: Reading, place: number): string | undefined {
  const { name, attributes } = reading.chains[place]!;
  if (reading.familyOf(place) === 'country') return name;
  return typeof attributes['country'] === 'string' ? attributes['country'] : undefined;
}

const MESSAGES =
  '(?:greetings?|regards|messages?|letters?|wishes|congratulations|condolences|invitations?|sympathy|gratitude|thanks|appreciation|felicitations|salutations)';
const SENT_BY = new RegExp(`\\b${MESSAGES}\\b[^.;]{0,30}\\b(?:of|from)\\s+(?:the\\s+|his\\s+|her\\s+)?$`, 'i');
const ON_BEHALF = /\bon behalf of\s+(?:the\s+|his\s+|her\s+)?$/i;
const SENDS = new RegExp(`^['’]s?\\s+(?:[\\p{L}'’-]+\\s+){0,4}${MESSAGES}\\b`, 'iu');
const CONVEYS = new Set(['convey', 'deliver', 'hand', 'extend', 'pass', 'bring', 'transmit', 'carry', 'bear', 'relay']);

/** `Lee of Chile conveyed greetings from President Roe`: whoever brings the word of a head of state serves his country. */
export function sendersCountry(reading: Reading, person: Chain, role: string): string | undefined {
  if (!OF_COUNTRY.test(role)) return undefined;
  const named = person.mentions.map((id) => reading.mentions[id]!).filter(({ form }) => form === 'name');
  return only(named.flatMap((mention) => messengersCountry(reading, mention) ?? []));
}

function messengersCountry(reading: Reading, { outer, end }: Mention): string | undefined {
  const { doc } = reading.text;
  const before = doc.text.slice(Math.max(0, outer.start - 90), outer.start);
  const isSender = SENT_BY.test(before) || ON_BEHALF.test(before) || SENDS.test(doc.text.slice(end, end + 60));
  const token = doc.tokenAt(outer.start);
  if (!isSender || token < 0) return undefined;
  const { from } = doc.sentences[doc.sentence[token]!]!;
  for (let at = token - 1; at >= from; at -= 1) {
    if (!isVerb(doc, at) || !CONVEYS.has(lemmaOf(doc, at))) continue;
    return only(surfaceSubjects(doc, at).flatMap((subject) => homesOf(reading, subject)));
  }
  return undefined;
}

/** The countries of the people whom a token stands for. */
function homesOf(reading: Reading, token: number): string[] {
  const mention = reading.mentionAt(token);
  const chains = mention === undefined ? [] : reading.chainsOf(mention.id);
  return chains.flatMap((chain) => {
    if (reading.familyOf(chain) !== 'person') return [];
    const { attributes, posts } = reading.chains[chain]!;
    const bodies = posts.flatMap(({ bodyChain }) => (bodyChain === undefined ? [] : [reading.chains[bodyChain]!]));
    const country = attributes['country'] ?? only(bodies.map((body) => body.attributes['country']));
    return typeof country === 'string' ? [country] : [];
  });
}

const ACCOMPANIED = /\baccompanied by\b(?!.*\baccompanied by\b)/i;

/** `Mexican President Roe, accompanied by Foreign Minister Lee`: ministers who travel with a leader are his country's. */
export function leadersCountry(reading: Reading, person: Chain): string | undefined {
  const { doc, mentions } = reading.text;
  const named = person.mentions.map((id) => mentions[id]!).find(({ form }) => form === 'name');
  if (named === undefined) return undefined;
  const near = mentionsInSentence(reading, named.outer.start);
  const from = near[0]?.outer.start ?? named.outer.start;
  const before = doc.text.slice(from, named.outer.start);
  const at = ACCOMPANIED.exec(before)?.index;
  if (at === undefined) return undefined;
  const leader = near.findLast(
    ({ outer, form, kind }) => kind === 'Person' && form !== 'pronoun' && outer.end <= from + at,
  );
  if (
    leader === undefined ||
    !/^(?: of [\p{L} ]{3,30})?,?\s*(?:(?:is|was|will be|were|who is|who was)\s+)?$/u.test(
      doc.text.slice(leader.outer.end, from + at),
    )
  )
    return undefined;
  const rest = near.filter(({ outer }) => outer.start > from + at && outer.end <= named.outer.start);
  if (rest.some(({ attributes, form }) => form !== 'name' && attributes['country'] !== undefined)) return undefined;
  const chain = reading.chainsOf(leader.id)[0];
  const known = chain === undefined ? undefined : reading.chains[chain]!;
  const country = known?.attributes['country'];
  return typeof country === 'string' && known!.posts.some(({ role }) => OF_COUNTRY.test(role)) ? country : undefined;
}
