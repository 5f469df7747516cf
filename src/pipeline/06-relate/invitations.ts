// Visits that a sentence of their own says to be by invitation: `The visit is made at the invitation of President Roe.`
import type { Relation } from '../types.ts';
import { fillersOf } from './fillers.ts';
import type { Reading } from './reading.ts';
import { dependents, isNoun, isVerb, lemmaOf, lower, prepositions, tokenSpan } from './syntax.ts';
import { surfaceSubjects, TRAVEL_NOUNS } from './verb-arguments.ts';

const INVITER = { takes: ['person', 'body', 'country'], group: false } as const;
const SENTENCES_BACK = 3;

export function relateInvitations(reading: Reading): void {
  const { doc } = reading.text;
  for (let token = 0; token < doc.length; token += 1) {
    if (!isNoun(doc, token) || lemmaOf(doc, token) !== 'invitation') continue;
    if (doc.dep(token) === 'dobj') relateHandedOver(reading, token);
    const prep = doc.head[token]!;
    const verb = doc.head[prep]!;
    if (doc.dep(token) !== 'pobj' || lower(doc, prep) !== 'at' || !isVerb(doc, verb)) continue;
    const isVisit = surfaceSubjects(doc, verb).some(
      (subject) => TRAVEL_NOUNS.has(lemmaOf(doc, subject)) && dependents(doc, subject, 'poss').length === 0,
    );
    if (isVisit) relateInvited(reading, token, verb);
  }
}

const HANDS_OVER = new Set(['transmit', 'convey', 'deliver', 'hand', 'forward', 'pass', 'relay', 'present']);

/** `Lee conveyed to Kim the invitation of President Roe to visit Chile`: whoever brings it does not invite. */
function relateHandedOver(reading: Reading, invitation: number): void {
  const { doc } = reading.text;
  const verb = doc.head[invitation]!;
  if (!HANDS_OVER.has(lemmaOf(doc, verb))) return;
  const phrases = [...prepositions(doc, invitation), ...prepositions(doc, verb)];
  const after = (...words: string[]): number[] =>
    phrases.flatMap(({ prep, object }) => (words.includes(lower(doc, prep)) ? [object] : []));
  const inviters = after('of', 'from').flatMap((object) => fillersOf(reading, object, INVITER));
  const guests = [...after('to'), ...dependents(doc, verb, 'dative')].flatMap((object) =>
    fillersOf(reading, object, { takes: ['person'], group: false }),
  );
  for (const { chain: source } of inviters)
    for (const { chain: target } of guests)
      reading.add({ type: 'INVITED', source, target, trigger: tokenSpan(doc, invitation), rule: 'invite.handed/1' });
}

function relateInvited(reading: Reading, invitation: number, verb: number): void {
  const { doc } = reading.text;
  const visitors = lastVisitors(reading, verb);
  const from = prepositions(doc, invitation).filter(({ prep }) => ['of', 'from'].includes(lower(doc, prep)));
  const hosts = from.flatMap(({ object }) => fillersOf(reading, object, INVITER));
  const trigger = tokenSpan(doc, invitation);
  for (const { chain: source } of hosts)
    for (const target of visitors)
      reading.add({ type: 'INVITED', source, target, trigger, rule: 'invite.visit/1', confidence: 0.8 });
}

/** Whose visit was told of last, a few sentences back at most. */
function lastVisitors({ relations, text: { doc } }: Reading, verb: number): readonly number[] {
  const sentenceOf = ({ trigger }: Relation): number => doc.sentence[doc.tokenAt(trigger.start)] ?? -1;
  const before = relations.filter(
    (relation) => relation.type === 'VISITED' && doc.tokenAt(relation.trigger.start) < verb,
  );
  const last = Math.max(...before.map(sentenceOf));
  if (!(doc.sentence[verb]! - last <= SENTENCES_BACK)) return [];
  const visitors = new Set(before.filter((relation) => sentenceOf(relation) === last).map(({ source }) => source));
  return visitors.size === 1 ? [...visitors] : [];
}
