// Who came along: `accompanied by Foreign Minister Lee, flew to Oslo`, `arrived together with Lee`.
import type { Relation } from '../types.ts';
import { fillersOf } from './fillers.ts';
import type { Reading } from './reading.ts';
import { dependents, isVerb, lemmaOf, lower, prepositions, tokenSpan } from './syntax.ts';
import { verbArguments } from './verb-arguments.ts';

const PERSON = { takes: ['person'], group: false } as const;
/** `officials from the Ministry` */
const SENT = { takes: ['person', 'body'], group: true } as const;
/** What is shared by those who come along; whom the principal meets is not. */
const SHARED = new Set(['VISITED', 'ATTENDED']);
/** `Also along were A and B` tells of the journey in a sentence before, no further back than this. */
const SENTENCES_BACK = 2;
/** Evidence over two sentences may be this long. */
const LONGEST_EVIDENCE = 600;

interface Company {
  readonly at: number;
  readonly principals: readonly number[];
  readonly companions: readonly number[];
}

export function relateCompanions(reading: Reading): void {
  const { doc } = reading.text;
  const shared = reading.relations.filter(({ type }) => SHARED.has(type));
  if (shared.length === 0) return;
  for (let token = 0; token < doc.length; token += 1) {
    if (!isVerb(doc, token)) continue;
    const company = accompanied(reading, token) ?? together(reading, token);
    if (company !== undefined && company.companions.length > 0) relateCompany(reading, company, shared);
  }
}

/** `X, accompanied by Y, …`, `Y accompanied X`, `X was joined by Y`. */
function accompanied(reading: Reading, verb: number): Company | undefined {
  const { doc } = reading.text;
  const lemma = lemmaOf(doc, verb);
  if (lemma !== 'accompany' && lemma !== 'join') return undefined;
  const { isPassive, arguments: list } = verbArguments(doc, verb);
  if ((lemma === 'join' && !isPassive) || dependents(doc, verb, 'neg').length > 0) return undefined;
  const people = (slot: string): number[] =>
    list
      .filter((argument) => argument.slot === slot)
      .flatMap(({ token }) => fillersOf(reading, token, PERSON).map(({ chain }) => chain));
  return { at: verb, principals: people('object'), companions: people('subject') };
}

/** `X arrived together with Y`, `X, along with Y, attended`. */
function together(reading: Reading, verb: number): Company | undefined {
  const { doc } = reading.text;
  const { isPassive, arguments: list } = verbArguments(doc, verb);
  // `was attended by Roe, along with officials from the Ministry`
  const isAttended = isPassive && lemmaOf(doc, verb) === 'attend';
  if (isPassive && !isAttended) return undefined;
  const subjects = list.filter(({ slot }) => slot === 'subject').map(({ token }) => token);
  const objects = list.filter(({ slot }) => slot === 'object').map(({ token }) => token);
  const beside = [verb, ...subjects, ...objects]
    .flatMap((token) => prepositions(doc, token))
    .filter(({ prep }) => {
      const outer = prep > 0 ? lower(doc, prep - 1) : '';
      return lower(doc, prep) === 'alongside' || (lower(doc, prep) === 'with' && /^(?:together|along)$/.test(outer));
    });
  if (beside.length === 0) return undefined;
  const chains = (tokens: readonly number[], wanted: typeof PERSON | typeof SENT): number[] =>
    tokens.flatMap((token) => fillersOf(reading, token, wanted).map(({ chain }) => chain));
  const companions = beside.map(({ object }) => object);
  return { at: verb, principals: chains(subjects, PERSON), companions: chains(companions, isAttended ? SENT : PERSON) };
}

function relateCompany(reading: Reading, company: Company, shared: readonly Relation[]): void {
  const { doc } = reading.text;
  const sentence = doc.sentence[company.at]!;
  const sentenceOf = ({ trigger }: Relation): number => doc.sentence[Math.max(0, doc.tokenAt(trigger.start))]!;
  const ofPrincipal = shared.filter(({ source }) => company.principals.includes(source));
  const here = ofPrincipal.filter((relation) => sentenceOf(relation) === sentence);
  for (const relation of here) state(reading, company, relation, relation);
  if (here.length > 0 || doc.head[company.at] !== company.at) return;
  const before = ofPrincipal.filter((relation) => {
    const distance = sentence - sentenceOf(relation);
    return distance > 0 && distance <= SENTENCES_BACK;
  });
  const last = before.sort((one, other) => one.trigger.start - other.trigger.start).at(-1);
  if (last !== undefined) state(reading, company, last, elsewhere(reading, company.at, last));
}

type Passage = Pick<Relation, 'trigger' | 'evidence'>;

/** The journey and who came along stand in two sentences: both are the evidence. */
function elsewhere(reading: Reading, verb: number, { evidence }: Relation): Passage {
  const { doc } = reading.text;
  const { to } = doc.sentences[doc.sentence[verb]!]!;
  const trigger = tokenSpan(doc, verb);
  const end = doc.tokenEnd[to - 1]!;
  return { trigger, evidence: end - evidence.start <= LONGEST_EVIDENCE ? { start: evidence.start, end } : evidence };
}

function state(reading: Reading, { companions }: Company, { type, target }: Relation, passage: Passage): void {
  const { trigger, evidence } = passage;
  for (const source of companions)
    reading.add({ type, source, target, trigger, evidence, rule: 'companion/1', confidence: 0.8 });
}
