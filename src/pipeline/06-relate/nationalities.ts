// Countries by what their people are called: `Turkish` is Turkey.
import { foldName } from '../../domain/names.ts';
import { type Lexicons, lexiconRows, lexiconValues } from '../knowledge.ts';

const known = new WeakMap<Lexicons, ReadonlyMap<string, string>>();

/** Country of a nationality's adjective; undefined where it is none. */
export function countryOfAdjective(lexicons: Lexicons, adjective: string): string | undefined {
  let table = known.get(lexicons);
  if (table === undefined) {
    const rows = lexiconRows(lexicons, 'countries');
    table = new Map(
      rows.flatMap(([country, , adjectives]) => lexiconValues(adjectives).map((word) => [foldName(word), country!])),
    );
    known.set(lexicons, table);
  }
  return table.get(foldName(adjective));
}
