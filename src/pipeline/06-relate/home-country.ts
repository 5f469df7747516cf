// The country whose news a text tells: there `the Prime Minister` needs no country to be known by.
import { foldName } from '../../domain/names.ts';
import { type Lexicons, lexiconRows, lexiconValues } from '../knowledge.ts';
import type { Chain } from '../types.ts';
import type { Reading } from './reading.ts';

/** Offices that every state has; of a ministry the title itself tells. */
const OF_STATE =
  /^(?:(?:first |acting )?(?:deputy |vice )?(?:president|prime minister|premier|chancellor)|king|queen|emir|sultan|crown prince|head of state)$/i;

export type HomeOf = (person: Chain, role: string) => string | undefined;

/**
 * The dateline's country, where the text speaks of it too. Nobody gets it whose first sentence names a place abroad,
 * nor two people with one office, nor anybody where somebody else holds the office for that country.
 */
export function homeCountry(reading: Reading, lexicons: Lexicons): HomeOf {
  const home = datelineCountry(reading, lexicons);
  if (home === undefined || !isSpokenOf(reading, home)) return () => undefined;
  return (person, role) => {
    if (!OF_STATE.test(role) || person.attributes['country'] !== undefined) return undefined;
    const others = reading.text.chains.filter((other) => other !== person && holds(other, role));
    const isTaken = others.some((other) => {
      const country = other.attributes['country'] ?? other.posts.find((post) => post.country !== undefined)?.country;
      return country === home || (country === undefined && !isAbroad(reading, other, home));
    });
    return isTaken || isAbroad(reading, person, home) ? undefined : home;
  };
}

const holds = ({ posts }: Chain, role: string): boolean =>
  posts.some(({ role: own, status }) => officeOf(own) === officeOf(role) && status !== 'former');

/** `president of the State Affairs` is a president too. */
const officeOf = (role: string): string => role.toLowerCase().replace(/ of .*$/, '');

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

function datelineCountry({ text }: Reading, lexicons: Lexicons): string | undefined {
  const { dateline } = text.clean.source;
  const place = dateline === undefined ? undefined : /^[^,(–—/]+?(?=\s*(?:[,(–—/]|\s-\s|$))/u.exec(dateline)?.[0];
  return place === undefined ? undefined : countriesByPlace(lexicons).get(foldName(place.trim()));
}

function isSpokenOf(reading: Reading, home: string): boolean {
  return (
    reading.text.chains.some(({ kind, name, inferred }) => kind === 'Country' && name === home && !inferred) ||
    reading.text.mentions.some(({ attributes }) => attributes['country'] === home)
  );
}

/** `in Lima, where he met President Roe`: a place abroad beside the first mention makes it uncertain. */
function isAbroad(reading: Reading, person: Chain, home: string): boolean {
  const { doc, mentions } = reading.text;
  const first = mentions[person.mentions[0]!];
  const token = first === undefined ? -1 : doc.tokenAt(first.start);
  if (token < 0) return true;
  const sentence = doc.sentence[token]!;
  return mentions.some((mention) => {
    const at = doc.tokenAt(mention.start);
    if (mention.form !== 'name' || at < 0 || doc.sentence[at] !== sentence) return false;
    return reading.chainsOf(mention.id).some((chain) => {
      const { kind, name, attributes } = reading.chains[chain]!;
      const family = reading.familyOf(chain);
      if (family !== 'place' && family !== 'country') return false;
      const country = kind === 'Country' ? name : attributes['country'];
      return country !== home;
    });
  });
}
