// Compares the names of bodies, places, events and texts: word sets, acronyms, and the country a name may carry.
import { foldName } from '../domain/names.ts';
import type { NameComparison } from './compare-persons.ts';
import { initials, isAcronym, significantWords } from './name-tokens.ts';
import type { LinkProfile } from './profile.ts';

export function compareNames(left: LinkProfile, right: LinkProfile): NameComparison {
  let best: NameComparison = { score: 0, reason: 'names differ' };
  const keep = (score: number, reason: string): void => {
    if (score > best.score) best = { score, reason };
  };
  for (const name of left.names)
    for (const other of right.names) {
      if (foldName(name) === foldName(other))
        keep(isAcronym(name) ? 0.86 : 0.95, isAcronym(name) ? 'same acronym' : 'same name');
      else if (condensed(name) === condensed(other)) keep(0.93, 'same name, parted in another way');
      else if (wordsOf(name, left) === wordsOf(other, left)) keep(0.9, 'same words in another order');
      else if (wordsOf(name, left, right) === wordsOf(other, left, right))
        keep(0.86, 'same name, one with its country');
    }
  if (best.score === 0 && (spellsOut(left, right) || spellsOut(right, left))) keep(0.7, 'acronym of the other name');
  return best;
}

const condensed = (name: string): string => foldName(name).replaceAll(' ', '');

/** Without the words of the countries that documents tie it to, where they are given. */
function wordsOf(name: string, ...of: readonly LinkProfile[]): string {
  const words = significantWords(name);
  if (of.length < 2) return words.join(' ');
  const countries = new Set(of.flatMap(({ countries: names }) => names.flatMap((country) => country.split(' '))));
  const rest = words.filter((word) => !countries.has(word));
  return rest.length > 1 ? rest.join(' ') : words.join(' ');
}

function spellsOut(short: LinkProfile, long: LinkProfile): boolean {
  const acronyms = new Set(short.names.filter(isAcronym).map(condensed));
  return long.names.some((name) => initials(name).some((letters) => letters.length > 2 && acronyms.has(letters)));
}
