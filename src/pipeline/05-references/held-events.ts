// The event that a communiqué is about: `The 10th Meeting was held in Lima`, thereafter `the Meeting` and `the Ministers`.
import { familyOf } from '../../schema/index.ts';
import { type ChainTable, type GrowingChain } from './chain-table.ts';
import { headToken } from './recency.ts';

const HELD = new Set(['hold', 'convene', 'take', 'open']);

/** A named event that the text says was held: subject of such a verb, or what somebody held. */
export function isHeld(table: ChainTable, chain: GrowingChain): boolean {
  if (familyOf(chain.kind) !== 'Event') return false;
  const { doc, mentions } = table.text;
  return chain.mentions.some((id) => {
    const mention = mentions[id]!;
    if (mention.form !== 'name') return false;
    const token = headToken(table, mention);
    if (token < 0 || !/^(?:nsubj|dobj)/.test(doc.dep(token))) return false;
    return HELD.has(doc.lemma(doc.head[token]!));
  });
}
