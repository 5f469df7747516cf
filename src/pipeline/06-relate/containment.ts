// PART_OF between places and between bodies, read from appositions, possessives and `of` phrases.
import { lexiconValues, type Lexicons } from '../knowledge.ts';
import type { Chain, Mention } from '../types.ts';
import { wordList } from './compile-frames.ts';
import { countryChain } from './positions.ts';
import { isA } from '../../schema/index.ts';
import type { Reading } from './reading.ts';

const APPOSITION = /^\s*,\s*(?:in\s+)?(?:the\s+)?$/;
const LIST_BEFORE = /,\s*(?:the\s+)?$/;
const LIST_AFTER = /^\s*(?:,|,?\s*and)\s+(?:the\s+)?\p{Lu}/u;
const POSSESSIVE = /^(?:['’]s?)\s+((?:[\p{L}-]+\s+){0,3})$/u;
const OF =
  /^\s+(?:of|in)\s+(?:the\s+)?(?:(?:central|(?:(?:north|south)[- ]?)?(?:(?:east|west|north|south)(?:ern)?))\s+)?$/;
/** `the Roma quarter of Mexico City`, `the Elm neighbourhood of Oslo`. */
const QUARTER_OF = /^\s+(?:neighbou?rhood|district|quarter|suburb|borough|area)\s+of\s+(?:the\s+)?$/;
/** `the talks at Elm House in Oslo`. */
const IN = /^\s+in\s+$/;
/** `the bank’s leasing unit, First Leasing`. */
const UNIT_OF_OWNER =
  /^['’]s?\s+(?:[\p{L}-]+\s+){0,3}(?:unit|subsidiary|arm|branch|affiliate|division|wing|department)\s*,?\s*$/u;
/** `Turkey’s Mediterranean port of Ceyhan`. */
const CITY_OF_OWNER =
  /^['’]s?\s+(?:[\p{L}-]+\s+){0,4}(?:capital|city|port|town|resort|province|island|region|village|district|state)\s+(?:city\s+)?(?:of\s+)?$/u;
const CAPITAL_OF =
  /^\s*,\s*(?:the\s+)?(?:[\p{L}-]+\s+){0,2}(?:capital|city|port|town|province|region)\s+(?:city\s+)?(?:of|in)\s+(?:the\s+)?$/u;

const CITY_OF =
  /((?:[\p{L}-]+\s+){0,5})(?:capital|city|port|town|resort|province|island|region|village|district|state)\s+(?:city\s+)?(?:of\s+)?$/u;
/** What `CITY_OF` ends with, without what it looks for before that: most places follow nothing of the kind. */
const AFTER_SORT =
  /(?:capital|city|port|town|resort|province|island|region|village|district|state)\s+(?:city\s+)?(?:of\s+)?$/u;
const BODY_OF = /^(.{3,60}?)\s+of\s+(?:the\s+)?(.{3,})$/;

export function relateContainment(reading: Reading, lexicons: Lexicons): void {
  const { mentions } = reading.text;
  const countries = adjectives(lexicons);
  for (const mention of [...mentions]) relateAdjective(reading, mention, countries);
  relateBodies(reading);
  for (let at = 0; at + 1 < mentions.length; at += 1) {
    const first = mentions[at]!;
    for (let next = at + 1; next < Math.min(mentions.length, at + 3); next += 1)
      relatePair(reading, first, mentions[next]!);
  }
}

const compiled = new WeakMap<Lexicons, ReadonlyMap<string, string>>();

/** Country by the adjective, lower case; compiled once for a set of lexicons. */
function adjectives(lexicons: Lexicons): ReadonlyMap<string, string> {
  const known = compiled.get(lexicons);
  if (known !== undefined) return known;
  const rows = lexicons.get('countries') ?? [];
  const countries = new Map(
    rows.flatMap(([name, , forms]) =>
      lexiconValues(forms).map((form): [string, string] => [form.toLowerCase(), name!]),
    ),
  );
  compiled.set(lexicons, countries);
  return countries;
}

/** `the Turkish port of Ceyhan`. */
function relateAdjective(reading: Reading, mention: Mention, countries: ReadonlyMap<string, string>): void {
  const part = only(reading, mention);
  if (part === undefined || reading.familyOf(part) !== 'place') return;
  const { text } = reading.text.doc;
  const from = Math.max(0, mention.start - 80);
  const before = text.slice(from, mention.start);
  const left = AFTER_SORT.test(before) ? CITY_OF.exec(before) : null;
  const words = (left?.[1] ?? '').trim().split(/\s+/);
  const country = words.map((word) => countries.get(word.toLowerCase())).find((name) => name !== undefined);
  if (left === null || country === undefined) return;
  const evidence = { start: from + left.index, end: mention.end };
  const target = countryChain(reading, country, evidence);
  reading.add({ type: 'PART_OF', source: part, target, trigger: evidence, evidence, rule: 'part.adjective/1' });
}

/** `the Secretariat of the Central Committee`, where the text knows the committee by itself. */
function relateBodies(reading: Reading): void {
  const bodies = reading.text.chains.filter((chain) => reading.familyOf(chain.id) === 'body' && !chain.inferred);
  for (const part of bodies) {
    const owner = BODY_OF.exec(part.name)?.[2];
    const whole = owner === undefined ? undefined : bodies.find((body) => body !== part && isCalled(body, owner));
    const mention = part.mentions.map((id) => reading.text.mentions[id]!).find(({ form }) => form === 'name');
    if (whole === undefined || mention === undefined) continue;
    const evidence = mention.outer;
    reading.add({
      type: 'PART_OF',
      source: part.id,
      target: whole.id,
      trigger: evidence,
      evidence,
      rule: 'part.name/1',
    });
  }
}

function isCalled(body: Chain, name: string): boolean {
  return [body.name, ...body.aliases].some((known) => known.replace(/^\d+(?:st|nd|rd|th)\s+/, '') === name);
}

function relatePair(reading: Reading, first: Mention, second: Mention): void {
  const a = only(reading, first);
  const b = only(reading, second);
  if (a === undefined || b === undefined || a === b || second.start < first.end) return;
  const gap = reading.text.doc.text.slice(first.end, second.start);
  const families = `${reading.familyOf(a) ?? ''} ${reading.familyOf(b) ?? ''}`;
  const isPlaceInside = families === 'place country' || (families === 'place place' && isWider(reading, b, a));
  if (
    isPlaceInside &&
    ((APPOSITION.test(gap) && !isInList(reading, first, second, a, b)) ||
      CAPITAL_OF.test(gap) ||
      (OF.test(gap) && families === 'place country'))
  ) {
    state(reading, first, second, a, b);
    return;
  }
  if (families === 'place place' && isCity(reading, b) && (isSited(reading, a, gap) || QUARTER_OF.test(gap)))
    return state(reading, first, second, a, b);
  if (families === 'body body' && UNIT_OF_OWNER.test(gap)) return state(reading, first, second, b, a);
  if (families === 'country place' && CITY_OF_OWNER.test(gap)) return state(reading, first, second, b, a);
  const owned = POSSESSIVE.exec(gap)?.[1]?.trim().split(/\s+/) ?? undefined;
  if (owned === undefined || !owned.every((word) => word === '' || isSiteWord(reading, word))) return;
  const isOrgan = families === 'country body' && isA(reading.chains[b]!.kind, 'Agency');
  const isSite = families === 'place place' && reading.chains[b]!.kind === 'Facility' && isWider(reading, a, b);
  if (families === 'country place' || families === 'body body' || isOrgan || isSite)
    state(reading, first, second, b, a);
}

/** `Lima, the United States and Chile`, `Rarotonga, Niue, Palau and Tonga`: places side by side, none inside the next. */
function isInList(reading: Reading, first: Mention, second: Mention, inner: number, outer: number): boolean {
  const home = reading.chains[inner]!.attributes['country'];
  const isCountry = reading.familyOf(outer) === 'country';
  if (home !== undefined && isCountry) return home !== reading.chains[outer]!.name;
  const { text } = reading.text.doc;
  const { mentions } = reading.text;
  const isPlaceAt = (mention: Mention | undefined): boolean =>
    mention !== undefined && ['place', 'country'].includes(reading.familyOf(only(reading, mention) ?? -1) ?? '');
  const before = mentions.slice(0, first.id).findLast(({ outer: { end } }) => end <= first.start);
  const after = mentions.slice(second.id + 1).find(({ start }) => start >= second.end);
  const isAfterPlace = isPlaceAt(before) && LIST_BEFORE.test(text.slice(before!.end, first.start));
  return isAfterPlace && isPlaceAt(after) && LIST_AFTER.test(text.slice(second.end, second.end + 12));
}

const isCity = ({ chains }: Reading, chain: number): boolean => chains[chain]!.kind === 'City';

const isSited = ({ chains }: Reading, chain: number, gap: string): boolean =>
  chains[chain]!.kind === 'Facility' && IN.test(gap);

/** `Kyoto, Honshu`: only a region or a state holds another place. */
function isWider(reading: Reading, outer: number, inner: number): boolean {
  const rank = ['Facility', 'City', 'Region', 'Country'];
  return rank.indexOf(reading.chains[outer]!.kind) > rank.indexOf(reading.chains[inner]!.kind);
}

function isSiteWord(reading: Reading, word: string): boolean {
  return wordList(reading.table, 'site-words').has(word.toLowerCase());
}

function only(reading: Reading, mention: Mention): number | undefined {
  const chains = reading.chainsOf(mention.id);
  return chains.length === 1 && mention.form === 'name' ? chains[0] : undefined;
}

function state(reading: Reading, first: Mention, second: Mention, part: number, whole: number): void {
  const evidence = { start: first.outer.start, end: second.outer.end };
  reading.add({ type: 'PART_OF', source: part, target: whole, trigger: evidence, evidence, rule: 'part.adjacent/1' });
}
