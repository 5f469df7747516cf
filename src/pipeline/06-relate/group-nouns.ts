// Nouns that stand for those who sent them: `representatives of the UN and the EU`, `heads of state from Chile and Peru`.
import type { Doc } from '../../language/doc.ts';
import { wordList } from './compile-frames.ts';
import { type Filler, matching, type Wanted } from './filler.ts';
import type { Family } from './frame.ts';
import type { Reading } from './reading.ts';
import { conjuncts, dependents, isVerb, lemmaOf, lower, prepositions } from './syntax.ts';

type FindFillers = (reading: Reading, token: number, wanted: Wanted) => readonly Filler[];

/** `representatives of the UN and the EU` are the UN and the EU. */
export function behindGroupNoun(
  reading: Reading,
  token: number,
  takes: readonly Family[],
  find: FindFillers,
): Filler[] {
  const { doc } = reading.text;
  if (!wordList(reading.table, 'group-nouns').has(lemmaOf(doc, token))) return [];
  const senders = sendersOf(doc, token);
  const members = senders
    .map((object) => find(reading, object, { takes, group: false }))
    // `representatives of Roe` are not Roe.
    .flatMap((found) => (isPersonFirst(reading, found) ? [] : found));
  const before = dependents(doc, token, 'compound', 'poss', 'nmod').flatMap((child) => {
    const mention = reading.mentionAt(child);
    return mention === undefined ? [] : matching(reading, mention, child, takes);
  });
  return isPersonFirst(reading, before) ? members : [...members, ...before];
}

/** After `of` and `from`; also where `from` hangs on a word in between, as in `attended by heads of state, government and territories from Chile`. */
function sendersOf(doc: Doc, token: number): readonly number[] {
  const own = prepositions(doc, token).filter(({ prep }) => ['of', 'from'].includes(lower(doc, prep)));
  // `heads of state and government of Chile`: what they head is named between.
  const inner = own
    .flatMap(({ object }) => conjuncts(doc, object))
    .flatMap((object) =>
      prepositions(doc, object).filter(({ prep }) => {
        const link = lower(doc, prep);
        return link === 'from' || (link === 'of' && /^(?:states?|governments?)$/.test(lower(doc, object)));
      }),
    );
  let first = token;
  for (let steps = 0; steps < 8 && doc.dep(first) === 'conj'; steps += 1) first = doc.head[first]!;
  const agent = doc.head[first]!;
  const verb = doc.dep(first) === 'pobj' && lower(doc, agent) === 'by' ? doc.head[agent]! : -1;
  const outer =
    verb >= 0 && isVerb(doc, verb)
      ? prepositions(doc, verb).filter(({ prep }) => lower(doc, prep) === 'from' && prep > token)
      : [];
  return [...own, ...inner, ...outer].map(({ object }) => object);
}

function isPersonFirst(reading: Reading, [first]: readonly Filler[]): boolean {
  return first !== undefined && reading.familyOf(first.chain) === 'person';
}
