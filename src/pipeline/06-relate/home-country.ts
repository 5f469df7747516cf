// The country whose news a text tells: there `the Prime Minister` needs no country to be known by.
import { foldName } from '../../domain/names.ts';
import { type Capitals, capitalsOf } from '../05-references/capitals.ts';
import { type Lexicons, lexiconRows, lexiconValues } from '../knowledge.ts';
import type { Chain, Mention } from '../types.ts';
import { only } from './only.ts';
import type { Reading } from './reading.ts';
import { mentionsInSentence } from './sentence-mentions.ts';
import { stateOf } from './state-of.ts';

/** Offices that every state has; of a ministry the title itself tells. */
const OF_STATE =
  /^(?:(?:first |acting )?(?:deputy |vice )?(?:president|prime minister|premier|chancellor)|king|queen|emir|sultan|crown prince|head of state|chief justice|(?:army|navy|naval|air force|air|military|defen[cs]e forces?) chief|chief of (?:the )?(?:army|naval|air|general|defen[cs]e)(?: force)? staff|commander-in-chief)$/i;

export type HomeOf = (person: Chain, role: string) => string | undefined;

/**
 * The dateline's country, where the text speaks of it too. Nobody gets it whose first sentence names a place abroad,
 * nor two people with one office, nor anybody where somebody else holds the office for that country.
 */
export function homeCountry(reading: Reading, lexicons: Lexicons): HomeOf {
  const dateline = datelineCountry(reading, lexicons);
  const home = dateline ?? creditCountry(reading) ?? soleCountry(reading);
  const isToldOf = home !== undefined && isSpokenOf(reading, home);
  return (person, role) => {
    if (!OF_STATE.test(role) || person.attributes['country'] !== undefined) return undefined;
    const hosted = hostedAt(reading, person, lexicons) ?? accreditedTo(reading, person, lexicons);
    if (hosted !== undefined) return isTaken(reading, person, role, hosted) ? undefined : hosted;
    if (!isToldOf || isTaken(reading, person, role, home) || isAbroad(reading, person, home)) return undefined;
    if (isBesideLeader(reading, person, home)) return undefined;
    return dateline === undefined && isBesideForeigner(reading, person, home) ? undefined : home;
  };
}

/** `President Roe joined the Peruvian Prime Minister` under a dateline of Lima: whoever names the second by country writes for the first one's. */
function isBesideLeader(reading: Reading, person: Chain, home: string): boolean {
  const { start } = reading.mentions[person.mentions[0]!]!;
  return beside(reading, person).some(
    (other) =>
      other.form === 'name' &&
      other.start > start &&
      other.posts.some(({ role, country }) => country === home && OF_STATE.test(role)),
  );
}

/** Somebody else holds the office there, or may. */
function isTaken(reading: Reading, person: Chain, role: string, home: string): boolean {
  const others = reading.text.chains.filter((other) => other.id !== person.id && holds(other, role));
  return others.some((other) => {
    const country = other.attributes['country'] ?? other.posts.find((post) => post.country !== undefined)?.country;
    return country === home || (country === undefined && !isAbroad(reading, other, home));
  });
}

/** `Prime Minister Roe received the Chilean minister in Oslo`: who receives a foreigner in a capital is at home there. */
function hostedAt(reading: Reading, person: Chain, lexicons: Lexicons): string | undefined {
  const capitals = capitalsOf(lexicons);
  const received = reading.relations.filter(({ rule, source }) => rule === 'meet.receive/1' && source === person.id);
  const places = received.flatMap(({ target, trigger }) => {
    const guest = reading.chains[target]!.attributes['country'];
    return mentionsInSentence(reading, trigger.start)
      .flatMap(({ id, kind }) => (kind === 'City' ? reading.chainsOf(id) : []))
      .flatMap((city) => capitalCountry(reading.chains[city]!, capitals) ?? [])
      .filter((country) => guest !== undefined && guest !== country);
  });
  return only(places);
}

/** `President Roe received the Chilean ambassador to Norway`: envoys call on the leaders of the country that they are sent to. */
function accreditedTo(reading: Reading, person: Chain, lexicons: Lexicons): string | undefined {
  const met = reading.relations.filter(
    ({ type, source, target }) => type === 'MET_WITH' && (source === person.id || target === person.id),
  );
  const envoys = met.flatMap(({ source, target }) => reading.chains[source === person.id ? target : source]!.posts);
  const hosts = envoys.flatMap(({ role, span }) => {
    const text = ENVOY.test(role) ? reading.text.doc.text.slice(span.start, span.end + LONGEST_COUNTRY) : '';
    const name = ACCREDITED.exec(text)?.[1];
    return (name === undefined ? undefined : countriesByPlace(lexicons).get(foldName(name))) ?? [];
  });
  return only(hosts);
}

const ENVOY = /\b(?:ambassador|high commissioner)\b/i;
const ACCREDITED =
  /\bto (?:the )?(?:(?:Republic|Kingdom|State) of (?:the )?)?(\p{Lu}\p{L}+(?: (?:and )?\p{Lu}\p{L}+)*?)(?=$|[,.;]| (?:and |at |on |in |for |who |has |was |is |paid |\p{Lu}))/u;
const LONGEST_COUNTRY = 40;

/** The country of which a city is the capital. */
function capitalCountry({ name, attributes }: Chain, capitals: Capitals): string | undefined {
  const { country } = attributes;
  return typeof country === 'string' && capitals.get(country) === name ? country : undefined;
}

const holds = ({ posts }: Chain, role: string): boolean =>
  posts.some(
    ({ role: own, status }) =>
      status !== 'former' && (officeOf(own) === officeOf(role) || (CROWN.test(role) && HEAD.test(own))),
  );

/** Where there is a president there is no king, and hardly a second one. */
const HEAD = /^(?:president|king|queen|emir|sultan)$/i;
const CROWN = /^(?:king|queen|emir|sultan|crown prince)$/i;

/** `president of the State Affairs` is a president too. */
const officeOf = (role: string): string =>
  role
    .toLowerCase()
    .replace(/ of .*$/, '')
    .replace(/premier$/, 'prime minister');

const placeTables = new WeakMap<Lexicons, ReadonlyMap<string, string>>();

/** Country by the folded name of its capital, its cities and itself. */
function countriesByPlace(lexicons: Lexicons): ReadonlyMap<string, string> {
  const known = placeTables.get(lexicons);
  if (known !== undefined) return known;
  const table = new Map<string, string>();
  const put = (names: string, country: string): void => {
    for (const name of names.split(/[;[\]]/)) if (name.trim() !== '') table.set(foldName(name.trim()), country);
  };
  for (const [country, cities] of lexiconRows(lexicons, 'cities')) put(cities ?? '', country!);
  for (const [country, names, , capital] of lexiconRows(lexicons, 'countries')) {
    put(country!, country!);
    for (const name of lexiconValues(names)) put(name, country!);
    put(capital ?? '', country!);
  }
  placeTables.set(lexicons, table);
  return table;
}

/** `Vientiane (VNA)`: a national agency abroad may speak of its own country's leaders or of its host's. */
function datelineCountry({ text }: Reading, lexicons: Lexicons): string | undefined {
  const { dateline } = text.clean.source;
  const agency = /\(([^()]+)\)/.exec(dateline ?? '')?.[1];
  const home = agency === undefined ? undefined : countriesByAgency(lexicons).get(foldName(agency.trim())) || undefined;
  const name = dateline === undefined ? undefined : /^[^,(–—/]+?(?=\s*(?:[,(–—/]|\s-\s|$))/u.exec(dateline)?.[0];
  const place = name === undefined ? undefined : countriesByPlace(lexicons).get(foldName(name.trim()));
  return home !== undefined && place !== undefined && home !== place ? undefined : (place ?? home);
}

const agencyTables = new WeakMap<Lexicons, ReadonlyMap<string, string>>();

/** Country by the folded names of its national agencies; one that reports to the world has no home in what it tells. */
function countriesByAgency(lexicons: Lexicons): ReadonlyMap<string, string> {
  const known = agencyTables.get(lexicons);
  if (known !== undefined) return known;
  const table = new Map<string, string>();
  for (const [name, others, country, reach] of lexiconRows(lexicons, 'media').toReversed())
    for (const form of [name!, ...lexiconValues(others)])
      table.set(foldName(form), reach === 'world' ? '' : (country ?? ''));
  agencyTables.set(lexicons, table);
  return table;
}

/** `(Source: VNA)`: without a dateline, the home of the agency that the report is credited to. */
function creditCountry({ text, chains }: Reading): string | undefined {
  if (text.clean.source.dateline !== undefined) return undefined;
  const credit = text.mentions.find(({ id, start }) => {
    const isMedia = text.chainsOf(id).some((chain) => chains[chain]!.kind === 'Media');
    return isMedia && CREDIT.test(text.doc.text.slice(Math.max(0, start - 10), start));
  });
  const country = credit === undefined ? undefined : chains[text.chainsOf(credit.id)[0]!]!.attributes['country'];
  return typeof country === 'string' ? country : undefined;
}

const CREDIT = /\((?:Source: )?$|\bSource: $/;

/** The only country that a text without a dateline speaks of, more than once. */
function soleCountry({ text, chains }: Reading): string | undefined {
  if (text.clean.source.dateline !== undefined) return undefined;
  const found = new Map<string, number>();
  for (const { id, attributes } of text.mentions) {
    const owned = text.chainsOf(id).map((chain) => {
      const { kind, name, attributes: known } = chains[chain]!;
      return kind === 'Country' ? name : kind === 'Media' ? undefined : known['country'];
    });
    for (const country of new Set([...owned, attributes['country']]))
      if (typeof country === 'string') found.set(country, (found.get(country) ?? 0) + 1);
  }
  const [only] = found;
  return found.size === 1 && only![1] > 2 ? only![0] : undefined;
}

function isSpokenOf(reading: Reading, home: string): boolean {
  return (
    reading.text.chains.some(({ kind, name, inferred }) => kind === 'Country' && name === home && !inferred) ||
    reading.text.mentions.some(({ attributes }) => attributes['country'] === home)
  );
}

/** Without a dateline a foreigner in the same sentence may well speak of his own president. */
const isBesideForeigner = (reading: Reading, person: Chain, home: string): boolean =>
  beside(reading, person).some(({ id }) =>
    reading.chainsOf(id).some((chain) => {
      const { country } = reading.chains[chain]!.attributes;
      return reading.familyOf(chain) === 'person' && country !== undefined && country !== home;
    }),
  );

const beside = (reading: Reading, { mentions: [first] }: Chain): readonly Mention[] =>
  mentionsInSentence(reading, reading.mentions[first!]!.start);

const WHERE =
  /\b(?:in|at|to|from|into|near|outside|across|left|leave|leaves|visit|visits|visited|visiting|tour|toured|touring|reached|capital)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,2}$/u;

/** `in Lima, where he met President Roe`: a place abroad beside the first mention makes it uncertain, unless home is named there, too. */
function isAbroad(reading: Reading, person: Chain, home: string): boolean {
  const { doc } = reading.text;
  const near = beside(reading, person);
  if (near.length === 0) return true;
  const places = near.filter(({ id, form, start, end, outer }) => {
    // `the Chilean ambassador to Peru`: where somebody else serves.
    const isInPost = near.some((other) => other.id !== id && other.outer.start <= start && other.outer.end >= end);
    return form === 'name' && !isInPost && doc.text[outer.end] !== ':';
  });
  const stateNamed = ({ id }: Mention): unknown => {
    const chain = reading.chainsOf(id).find((one) => PLACES.includes(reading.familyOf(one) ?? ''));
    return chain === undefined ? home : stateOf(reading.chains[chain]!);
  };
  const isHomeNamed = places.some((place) => isPlace(reading, place) && stateNamed(place) === home);
  return places.some((place) => {
    const before = doc.text.slice(Math.max(0, place.outer.start - 40), place.outer.start);
    return stateNamed(place) !== home && (!isHomeNamed || WHERE.test(before));
  });
}

const PLACES: readonly string[] = ['place', 'country'];

const isPlace = (reading: Reading, { id }: Mention): boolean =>
  reading.chainsOf(id).some((chain) => PLACES.includes(reading.familyOf(chain) ?? ''));
