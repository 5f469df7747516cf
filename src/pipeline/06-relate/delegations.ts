// Who stands for a delegation: the one who leads it, told here or before.
import { wordList } from './compile-frames.ts';
import { type Filler, headToken } from './filler.ts';
import type { Reading } from './reading.ts';
import { lemmaOf, sentenceSpan } from './syntax.ts';

const LED_BY =
  /\b(?:led|headed|fronted|chaired)\s*(?:jointly\s+)?by\s+(?:the\s+|(?:its|their)\s+(?:(?:[\p{L}-]+\s+){0,5}[\p{L}-]+,\s+)?)?$/u;

/** `a delegation under Deputy Minister Roe` */
const UNDER = /\bunder\s+(?:the\s+)?$/u;
/** `…, and the Peruvian side by Ambassador Lee`: the second clause has lost its verb. */
const BY = /^\s+by\s+(?:the\s+|its\s+)?$/u;
const LED_BEFORE = /\b(?:led|headed)\s+by\b[^.;]*$/u;

/** `a delegation led by X` is X, in the role of its head; so is `the Peruvian side led by X`. */
export function delegationLeader(reading: Reading, token: number): Filler | undefined {
  const { doc } = reading.text;
  const isSide = lemmaOf(doc, token) === 'side';
  if (!isSide && !wordList(reading.table, 'delegations').has(lemmaOf(doc, token))) return undefined;
  const from = doc.tokenEnd[token]!;
  const isLedBefore = LED_BEFORE.test(doc.text.slice(sentenceSpan(doc, token).start, from));
  for (const mention of reading.text.mentions) {
    if (mention.outer.start < from) continue;
    const gap = doc.text.slice(from, mention.outer.start);
    if (gap.length > 90 || /[.;]\s/.test(gap)) return undefined;
    const isUnder = mention.posts.length > 0 && UNDER.test(gap);
    if (!LED_BY.test(gap) && !isUnder && !(isLedBefore && BY.test(gap))) continue;
    const chain = reading.chainsOf(mention.id).find((id) => reading.familyOf(id) === 'person');
    if (chain !== undefined) return { chain, token, role: 'head of delegation' };
  }
  return undefined;
}

/** `the delegation`, or `it`, of which the text has told who leads it. */
export function knownLeader(reading: Reading, token: number): Filler | undefined {
  const mention = reading.mentionAt(token);
  const chain = mention === undefined || mention.form === 'name' ? undefined : reading.chainsOf(mention.id)[0];
  if (mention === undefined || chain === undefined || reading.chains[chain]!.kind !== 'Delegation') return undefined;
  const before = reading.chains[chain]!.mentions.filter((id) => id < mention.id);
  for (const id of before) {
    const leader = delegationLeader(reading, headToken(reading.text.doc, reading.mentions[id]!));
    if (leader !== undefined) return { ...leader, token };
  }
  return undefined;
}
