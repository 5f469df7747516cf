// `The Prime Minister spoke to the Prime Minister of Norway`: in such a text the bare office is never Norway's.
import type { ChainTable } from './chain-table.ts';
import { sentenceOf } from './recency.ts';

const OF_STATE = /^(?:vice )?(?:president|prime minister|premier|chancellor|foreign minister|foreign secretary)$/i;

const known = new WeakMap<ChainTable, ReadonlySet<string>>();

const keyOf = (role: string, country: unknown): string => `${role.toLowerCase()} ${String(country)}`;

/** Offices with their country that stand beside the same office without one, in one sentence and not of one person. */
function opposedIn(table: ChainTable): ReadonlySet<string> {
  const found = new Set<string>();
  const bare = new Map<string, number>();
  for (const mention of table.text.mentions) {
    for (const { role, country, body } of mention.posts) {
      if (!OF_STATE.test(role)) continue;
      const sentence = sentenceOf(table, mention);
      const home = country ?? mention.attributes['country'];
      if (home === undefined && body === undefined && mention.form === 'nominal' && !mention.plural)
        bare.set(role.toLowerCase(), sentence);
      else if (home !== undefined && bare.get(role.toLowerCase()) === sentence) found.add(keyOf(role, home));
    }
  }
  return found;
}

/** Whether the office of that country is told apart from the one that needs no country. */
export function isOpposedOffice(table: ChainTable, role: string, country: unknown): boolean {
  if (country === undefined || !OF_STATE.test(role)) return false;
  let offices = known.get(table);
  if (offices === undefined) known.set(table, (offices = opposedIn(table)));
  return offices.has(keyOf(role, country));
}
