// The country of those who are introduced as counterparts: `their Peruvian counterparts, Foreign Minister Roe and Defence Minister Lee`.
import type { Chain } from '../types.ts';
import type { Reading } from './reading.ts';

const FURTHEST = 8;
const OPENS = /^,?\s*(?:the\s+)?$/;
const LINK = /^\s*(?:,|and|,\s*and|as well as)\s*(?:the\s+)?$/;

/** Where the names follow the counterparts in one list, the nationality before these is theirs. */
export function counterpartsCountry(reading: Reading, person: Chain): string | undefined {
  const { doc, mentions } = reading.text;
  const named = person.mentions.map((id) => mentions[id]!).find(({ form }) => form === 'name');
  if (named === undefined) return undefined;
  let { start } = named.outer;
  for (let id = named.id - 1; id >= Math.max(0, named.id - FURTHEST); id -= 1) {
    const before = mentions[id]!;
    if (before.outer.end > start || before.kind !== 'Person' || before.form === 'pronoun') continue;
    const gap = doc.text.slice(before.outer.end, start);
    if (before.form === 'nominal') {
      const { country } = before.attributes;
      const isTheirs = before.plural && /counterparts$/.test(before.name) && OPENS.test(gap);
      return isTheirs && typeof country === 'string' ? country : undefined;
    }
    if (!LINK.test(gap)) return undefined;
    ({ start } = before.outer);
  }
  return undefined;
}
