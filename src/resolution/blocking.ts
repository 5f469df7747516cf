// Blocking: two entities are compared only where they share a key, so that a large store stays linear.
import { foldName } from '../domain/names.ts';
import { entitySchema } from '../schema/index.ts';
import { initials, isAcronym, personWords, significantWords, skeleton, consonants } from './name-tokens.ts';
import type { LinkProfile } from './profile.ts';
import { PARTICLES } from './words.ts';

/** Words of one person's name that make pairs: ten keys at most. */
const WORDS_PAIRED = 5;

/** Keys depend on the profile alone, never on what else is in the store. */
export function blockKeys(profile: LinkProfile): readonly string[] {
  if (entitySchema(profile.kind).ownDocumentOnly || !LINKED_FAMILIES.has(profile.family)) return [];
  const keys =
    profile.family === 'Person'
      ? profile.names.flatMap(personKeys)
      : profile.names.flatMap((name) => nameKeys(name, profile));
  return [...new Set(keys)].map((key) => `${profile.family}:${key}`);
}

/** Topics and proposals have gists, not names: for them only equal keys count. */
const LINKED_FAMILIES: ReadonlySet<string> = new Set(['Person', 'Organisation', 'Place', 'Event', 'Instrument']);

function personKeys(name: string): readonly string[] {
  const words = personWords(name)
    .filter((word) => word.length > 1 && !PARTICLES.has(word))
    .slice(0, WORDS_PAIRED)
    .map((word) => consonants(word) || skeleton(word));
  const keys: string[] = [];
  words.forEach((word, at) => {
    for (const other of words.slice(at + 1)) keys.push([word, other].sort().join(' '));
  });
  const joined = personWords(name).join('');
  return keys.length === 0 ? [] : [...keys, joined];
}

function nameKeys(name: string, { countries }: LinkProfile): readonly string[] {
  const words = significantWords(name);
  const country = new Set(countries.flatMap((text) => text.split(' ')));
  const rest = words.filter((word) => !country.has(word));
  const keys = [words.join(' '), foldName(name).replaceAll(' ', '')];
  if (rest.length > 1) keys.push(rest.join(' '));
  if (isAcronym(name)) keys.push(`acronym ${foldName(name).replaceAll(' ', '')}`);
  else for (const letters of initials(name)) if (letters.length > 2) keys.push(`acronym ${letters}`);
  return keys;
}
