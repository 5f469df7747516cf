// Capitals by country, from the lexicon of countries.
import { type Lexicons, lexiconRows, lexiconValues } from '../knowledge.ts';

/** Display name of the capital by the display name of its country. */
export type Capitals = ReadonlyMap<string, string>;

const compiled = new WeakMap<Lexicons, Capitals>();

/** Compiled once for a set of lexicons; where a state has several capitals the first counts. */
export function capitalsOf(lexicons: Lexicons): Capitals {
  const known = compiled.get(lexicons);
  if (known !== undefined) return known;
  const capitals = new Map<string, string>();
  for (const [country, , , names] of lexiconRows(lexicons, 'countries')) {
    const [first] = lexiconValues(names);
    if (first !== undefined) capitals.set(country!, first.replace(/\s*\[.*$/, ''));
  }
  compiled.set(lexicons, capitals);
  return capitals;
}
