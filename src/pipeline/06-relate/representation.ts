// REPRESENTS from delegations and from how a person is referred to: the head of a country's delegation stands for it.
import type { Mention } from '../types.ts';
import { wordList } from './compile-frames.ts';
import { apposedPosts } from './apposed-posts.ts';
import { delegationLeader } from './delegations.ts';
import { fillersOf } from './fillers.ts';
import { countryChain } from './positions.ts';
import type { Reading } from './reading.ts';
import { dependents, isVerb, lemmaOf, lower, prepositions, sentenceSpan } from './syntax.ts';
import { surfaceSubjects } from './verb-arguments.ts';

const HEAD = 'head of delegation';
const LEADING = new Set(['lead', 'head']);
const PERSON = { takes: ['person'], group: false } as const;
const PARTY = { takes: ['country', 'body'], group: false } as const;

export function relateRepresentation(reading: Reading): void {
  const apposed = new Set(apposedPosts(reading).map(({ mention }) => mention.id));
  for (const mention of [...reading.text.mentions]) {
    if (mention.form === 'nominal' && !apposed.has(mention.id)) relateReference(reading, mention);
  }
  const { doc } = reading.text;
  const delegations = wordList(reading.table, 'delegations');
  for (let token = 0; token < doc.length; token += 1) {
    if (delegations.has(lemmaOf(doc, token)) || lemmaOf(doc, token) === 'side') relateDelegation(reading, token);
  }
}

/** `the Vietnamese representative`: a word that puts the person in a representing role. */
function relateReference(reading: Reading, mention: Mention): void {
  const { country } = mention.attributes;
  const person = reading.chainsOf(mention.id)[0];
  if (typeof country !== 'string' || person === undefined || reading.familyOf(person) !== 'person') return;
  const words = reading.text.doc.text.slice(mention.start, mention.end).toLowerCase();
  if (![...wordList(reading.table, 'representing-roles')].some((role) => words.includes(role))) return;
  const target = countryChain(reading, country, mention);
  reading.add({ type: 'REPRESENTS', source: person, target, trigger: mention.outer, rule: 'represent.reference/1' });
}

function relateDelegation(reading: Reading, token: number): void {
  const { doc } = reading.text;
  const leaders = leadersOf(reading, token);
  if (leaders.length === 0) return;
  for (const party of partiesOf(reading, token)) {
    for (const person of leaders) {
      const trigger = { start: doc.tokenStart[token]!, end: doc.tokenEnd[token]! };
      reading.add({ type: 'REPRESENTS', source: person, target: party, trigger, rule: 'represent.delegation/1' });
      relateBesides(reading, token, person);
    }
  }
}

/** `The Peruvian side was led by Lee, and the Chilean side by Roe`: the second was where the first was. */
function relateBesides(reading: Reading, token: number, source: number): void {
  const { start, end } = sentenceSpan(reading.text.doc, token);
  const told = reading.relations.find(
    ({ type, role, trigger }) => type === 'ATTENDED' && role === HEAD && trigger.start >= start && trigger.end <= end,
  );
  if (told === undefined || reading.tellsOf('ATTENDED', source, told.target)) return;
  const { target, trigger } = told;
  reading.add({ type: 'ATTENDED', source, target, trigger, role: HEAD, rule: 'attend.besides/1', confidence: 0.8 });
}

function leadersOf(reading: Reading, token: number): number[] {
  const { doc } = reading.text;
  const named = delegationLeader(reading, token);
  if (named !== undefined) return [named.chain];
  const verb = doc.head[token]!;
  if (doc.dep(token) === 'dobj' && isVerb(doc, verb) && LEADING.has(lemmaOf(doc, verb))) {
    return surfaceSubjects(doc, verb).flatMap((subject) =>
      fillersOf(reading, subject, PERSON).map(({ chain }) => chain),
    );
  }
  return [];
}

/** Country or body of `the Vietnamese delegation`, `a delegation of the World Bank`, `Vietnam's delegation`. */
function partiesOf(reading: Reading, token: number): number[] {
  const { doc } = reading.text;
  const mention = reading.mentionAt(token);
  const country = mention?.attributes['country'];
  if (mention !== undefined && typeof country === 'string') return [countryChain(reading, country, mention)];
  const owners = dependents(doc, token, 'poss', 'compound', 'nmod');
  const after = prepositions(doc, token).filter(({ prep }) => ['of', 'from'].includes(lower(doc, prep)));
  return [...owners, ...after.map(({ object }) => object)].flatMap((owner) =>
    fillersOf(reading, owner, PARTY).map(({ chain }) => chain),
  );
}
