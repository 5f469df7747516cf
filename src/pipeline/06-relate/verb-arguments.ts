// Finds the arguments of a verb: through voice, coordination, relative clauses, participles and control.
import type { Doc } from '../../language/doc.ts';
import { gaps } from './gapping.ts';
import type { Argument } from './predication.ts';
import { conjuncts, dependents, isNoun, isPassive, isRelativePronoun, isVerb, lower, prepositions } from './syntax.ts';

/** Prepositions after which a bare gerund belongs to the object: `thanked Vietnam for hosting`, `urged X against joining`. */
const OBJECT_CONTROL_PREPOSITIONS = new Set(['for', 'on', 'from', 'against', 'into', 'of']);
const HELPING = new Set(['support', 'help', 'assist', 'back', 'aid', 'encourage', 'join']);
const SUBJECT_CONTROL_VERBS = new Set(['promise', 'vow', 'pledge', 'threaten']);
/** `is visiting Oslo to attend the summit`: who goes there has a purpose, the place has none. */
const GOING_VERBS = new Set(['visit', 'tour', 'leave', 'reach', 'enter', 'cross']);
/** `invited the President, Juan Roe, to visit Oslo`: even where the parser hangs the infinitive on the clause. */
const ASKING_VERBS = new Set(['invite', 'ask', 'urge', 'request', 'encourage', 'order', 'instruct']);
/** What is only wished for or asked for has no actor yet: `Sweden's application to join`, `rejected calls to sign`. */
const WISHES = new Set([
  'application',
  'bid',
  'push',
  'campaign',
  'aspiration',
  'ambition',
  'candidacy',
  'hope',
  'wish',
  'desire',
  'chance',
  'opportunity',
  'right',
  'eligibility',
  'appeal',
  'call',
  'demand',
  'invitation',
  'pressure',
  'request',
  'participation',
]);
export const TRAVEL_NOUNS = new Set(['visit', 'trip', 'tour', 'journey', 'travel', 'return']);
/** Coordinations nest at most this deep before a parse is taken for broken. */
const MAX_DEPTH = 8;

/** A relative pronoun stands for the noun that its clause modifies. */
function antecedent(doc: Doc, token: number): number {
  if (!isRelativePronoun(doc, token)) return token;
  let at = doc.head[token]!;
  for (let steps = 0; steps < MAX_DEPTH; steps += 1) {
    if (doc.dep(at) === 'relcl') return doc.head[at]!;
    if (doc.head[at] === at) return token;
    at = doc.head[at]!;
  }
  return token;
}

function passive(doc: Doc, verb: number): boolean {
  if (isPassive(doc, verb)) return true;
  if (isSetOff(doc, verb)) return true;
  if (doc.tag(verb) !== 'VBN') return false;
  if (doc.dep(verb) === 'conj')
    return isVerb(doc, doc.head[verb]!) && passive(doc, doc.head[verb]!) && !hasAuxHave(doc, verb);
  return (doc.dep(verb) === 'acl' || doc.dep(verb) === 'advcl') && !hasAuxHave(doc, verb);
}

const APPOINTING = /^(?:appoint|name|elect|re-elect|reelect|nominate|choose|select|promote)$/;

/** `Lee, appointed head of the agency in March, met Roe`: the parser takes the participle behind the comma for the verb. */
function isSetOff(doc: Doc, verb: number): boolean {
  if (!/^VB[DN]$/.test(doc.tag(verb)) || !APPOINTING.test(doc.lemma(verb)) || doc.token(verb - 1) !== ',') return false;
  const [subject] = dependents(doc, verb, 'nsubj');
  const next = dependents(doc, verb, 'conj').find((token) => isVerb(doc, token));
  return subject === verb - 2 && next !== undefined && doc.token(next - 1) === ',';
}

function hasAuxHave(doc: Doc, verb: number): boolean {
  return dependents(doc, verb, 'aux').some((aux) => doc.lemma(aux) === 'have');
}

/** The one that the verb's form leaves unsaid: subject of an active verb, object of a passive one. */
function understood(doc: Doc, verb: number, depth: number): number[] {
  const head = doc.head[verb]!;
  if (depth > MAX_DEPTH) return [];
  if (head === verb) return leadIn(doc, verb, depth);
  switch (doc.dep(verb)) {
    case 'conj':
      if (lostSubject(doc, verb) >= 0) return [lostSubject(doc, verb)];
      if (isVerb(doc, head)) return surfaceSubjects(doc, head, depth + 1);
      // `Roe, meeting with Lee, said`: the parser coordinates the participle with the name.
      return doc.tag(verb) === 'VBG' ? [head] : [];
    case 'acl':
      return doc.tag(verb) === 'VB' ? holders(doc, head, depth) : [head];
    case 'relcl':
      return dependents(doc, verb, 'nsubj', 'nsubjpass').length > 0 ? [] : [head];
    case 'xcomp':
    case 'ccomp':
    case 'advcl':
      if (nounBeforeComma(doc, verb) >= 0) return [nounBeforeComma(doc, verb)];
      if (isOfEvent(doc, verb)) return [...surfaceSubjects(doc, head, depth + 1), ...dependents(doc, head, 'dobj')];
      if (isVerb(doc, head)) return controllers(doc, verb, head, depth);
      return doc.dep(head) === 'acomp' ? surfaceSubjects(doc, doc.head[head]!, depth + 1) : holders(doc, head, depth);
    case 'pcomp':
      return gerundSubjects(doc, head, depth);
    default:
      return [];
  }
}

const MOST_ITEMS = 30;

/** `The two sides:` above `– signed an agreement;`: who does what the items of a list begin with. */
function leadIn(doc: Doc, verb: number, depth: number): number[] {
  const own = doc.sentence[verb]!;
  if (doc.sentences[own]!.from !== verb || !/^VB[DN]$/.test(doc.tag(verb))) return [];
  for (let at = own - 1; at >= Math.max(0, own - MOST_ITEMS); at -= 1) {
    const { from, to } = doc.sentences[at]!;
    if (doc.token(to - 1) === ':') {
      for (let token = from; token < to; token += 1)
        if (doc.head[token] === token) return isVerb(doc, token) ? surfaceSubjects(doc, token, depth + 1) : [token];
    }
    if (!/^VB[DN]$/.test(doc.tag(from))) return [];
  }
  return [];
}

/** `looked forward to the summit, to be hosted by Malta`: what is to be done is done to the noun before the comma. */
function nounBeforeComma(doc: Doc, verb: number): number {
  const to = dependents(doc, verb, 'aux').find((aux) => lower(doc, aux) === 'to');
  if (to === undefined || dependents(doc, verb, 'auxpass').length === 0 || to < 2) return -1;
  const isAfterComma = doc.token(to - 1) === ',' && isNoun(doc, to - 2);
  return isAfterComma && !isVerb(doc, to - 2) ? to - 2 : -1;
}

/** What is done to events only. */
export /** `Norway was represented by Lee and Chile was represented by Roe`: the parser coordinates the second subject with the first agent. */
function lostSubject(doc: Doc, verb: number): number {
  const auxiliary = dependents(doc, verb, 'aux', 'auxpass')[0];
  if (auxiliary === undefined || auxiliary < 2) return -1;
  const noun = auxiliary - 1;
  const isCoordinated = isNoun(doc, noun) && doc.dep(noun) === 'conj';
  const before = doc.subtree(noun).from - 1;
  return isCoordinated && before >= 0 && lower(doc, before) === 'and' ? noun : -1;
}

export const EVENT_VERBS = new Set([
  'attend',
  'chair',
  'co-chair',
  'host',
  'co-host',
  'organise',
  'organize',
  'convene',
  'hold',
]);

/** `hosted a dinner, attended by Lee`: of verbs that only events undergo, the object may be what it was done to. */
const isOfEvent = (doc: Doc, verb: number): boolean =>
  doc.tag(verb) === 'VBN' && doc.dep(verb) === 'advcl' && !hasAuxHave(doc, verb) && EVENT_VERBS.has(doc.lemma(verb));

/** `the EU's decision to …`: who holds the noun that an infinitive explains. */
function holders(doc: Doc, noun: number, depth: number): number[] {
  if (WISHES.has(doc.lemma(noun))) return [];
  const poss = dependents(doc, noun, 'poss');
  if (poss.length > 0) return poss;
  const of = prepositions(doc, noun).filter(({ prep }) => ['by', 'of'].includes(lower(doc, prep)));
  if (of.length > 0) return of.map(({ object }) => object);
  const head = doc.head[noun]!;
  // `went ahead with plans to meet`
  const verb = doc.dep(noun) === 'pobj' && lower(doc, head) === 'with' ? doc.head[head]! : head;
  const isHeld = doc.dep(noun) === 'dobj' || verb !== head;
  return isHeld && isVerb(doc, verb) ? surfaceSubjects(doc, verb, depth + 1) : [];
}

function controllers(doc: Doc, verb: number, head: number, depth: number): number[] {
  const traveller = travellers(doc, verb, head);
  if (traveller.length > 0) return traveller;
  if (isWishedFor(doc, verb, head)) return [];
  const objects = dependents(doc, head, 'dobj', 'dative');
  const isAsked = doc.dep(verb) === 'xcomp' || (doc.tag(verb) === 'VB' && ASKING_VERBS.has(doc.lemma(head)));
  const lemma = doc.lemma(head);
  const isObjectControl = isAsked && !SUBJECT_CONTROL_VERBS.has(lemma) && !GOING_VERBS.has(lemma);
  if (isObjectControl && objects.length > 0) return objects;
  return surfaceSubjects(doc, head, depth + 1);
}

/** `rejected calls to sign`, `underlined support for the applications of Finland to join`: whoever speaks of it does not act. */
function isWishedFor(doc: Doc, verb: number, head: number): boolean {
  for (let at = verb - 1; at > head; at -= 1) {
    if (isVerb(doc, at) || /^[,;:]$/.test(doc.token(at))) return false;
    if (isNoun(doc, at) && WISHES.has(doc.lemma(at))) return true;
  }
  return false;
}

/** `praised Chinh's visit to Peru to attend the summit`: whoever travels is the one who attends. */
function travellers(doc: Doc, verb: number, head: number): number[] {
  if (doc.tag(verb) !== 'VB') return [];
  return dependents(doc, head, 'dobj', 'nsubj', 'nsubjpass')
    .filter((noun) => noun < verb && TRAVEL_NOUNS.has(doc.lemma(noun)))
    .flatMap((noun) => dependents(doc, noun, 'poss'));
}

function gerundSubjects(doc: Doc, prep: number, depth: number): number[] {
  const verb = doc.head[prep]!;
  const thanked = thankedFor(doc, prep);
  if (thanked.length > 0) return thanked;
  if (!isVerb(doc, verb)) return isVerb(doc, doc.head[verb]!) ? surfaceSubjects(doc, doc.head[verb]!, depth + 1) : [];
  const objects = dependents(doc, verb, 'dobj');
  if (objects.length > 0 && OBJECT_CONTROL_PREPOSITIONS.has(lower(doc, prep))) return objects;
  // `supported Chile in hosting the summit`
  if (objects.length > 0 && lower(doc, prep) === 'in' && HELPING.has(doc.lemma(verb))) return objects;
  return surfaceSubjects(doc, verb, depth + 1);
}

/** `expressed appreciation to Chile for hosting the summit`: who is thanked did it. */
function thankedFor(doc: Doc, prep: number): number[] {
  if (lower(doc, prep) !== 'for') return [];
  const head = doc.head[prep]!;
  const [thanks, verb] = isVerb(doc, head) ? [dependents(doc, head, 'dobj')[0], head] : [head, doc.head[head]!];
  if (thanks === undefined || !THANKS.has(doc.lemma(thanks))) return [];
  return [thanks, verb]
    .flatMap((token) => prepositions(doc, token))
    .filter(({ prep: other, object }) => lower(doc, other) === 'to' && object < prep)
    .map(({ object }) => object);
}

const THANKS = new Set(['appreciation', 'gratitude', 'thanks', 'thank']);

/** What stands in the subject's place, said or understood; for a passive verb that is its object. */
export function surfaceSubjects(doc: Doc, verb: number, depth = 0): number[] {
  const own = dependents(doc, verb, 'nsubj', 'nsubjpass');
  if (own.length > 0) return own.map((token) => antecedent(doc, token));
  const inverted = invertedSubjects(doc, verb);
  if (inverted.length > 0) return inverted;
  const swallowed = swallowedSubject(doc, verb);
  return swallowed >= 0 ? [swallowed] : understood(doc, verb, depth);
}

/**
 * `In a victory for the party, Chile and Peru signed`, `At the invitation of Roe, the minister, Lee, paid`:
 * the parser takes the subject for more of the phrase that opens the sentence.
 */
function swallowedSubject(doc: Doc, verb: number): number {
  if (doc.dep(verb) !== 'ROOT' || !/^VB[DPZ]$/.test(doc.tag(verb))) return -1;
  let at = verb - 1;
  while (at > 0 && doc.head[at] === verb && /^(?:npadvmod|advmod|aux|auxpass)$/.test(doc.dep(at))) at -= 1;
  if (doc.token(at) === ',') at -= 1;
  let first = -1;
  for (; at > 0 && /^(?:conj|appos)$/.test(doc.dep(at)) && isNoun(doc, at); at = doc.head[at]!) first = at;
  if (first < 0 || doc.dep(at) !== 'pobj' || !doc.token(doc.subtree(first).from - 1).endsWith(',')) return -1;
  const opener = doc.sentences[doc.sentence[verb]!]!.from;
  return doc.dep(opener) === 'prep' && doc.head[opener] === verb ? first : -1;
}

/** `Attending the forum were Lee and Roe`: the subject comes after the auxiliary. */
function invertedSubjects(doc: Doc, verb: number): number[] {
  const head = doc.head[verb]!;
  const isGerund = doc.tag(verb) === 'VBG';
  // `On hand to welcome Lee was Roe`
  if ((isGerund || doc.tag(verb) === 'VB') && doc.dep(verb) === 'csubj' && doc.lemma(head) === 'be')
    return dependents(doc, head, 'attr');
  if (!isGerund) return [];
  const late = lateSubjects(doc, verb);
  if (late.length > 0) return late;
  return dependents(doc, verb, 'aux')
    .filter((aux) => aux > verb && doc.lemma(aux) === 'be')
    .flatMap((aux) => dependents(doc, aux, 'attr', 'nsubj'));
}

/** `Attending in person were Lee and Roe`: the parser takes what comes after the auxiliary for the object. */
function lateSubjects(doc: Doc, verb: number): number[] {
  const be = dependents(doc, verb, 'aux').find((aux) => aux > verb && doc.lemma(aux) === 'be');
  return be === undefined ? [] : dependents(doc, verb, 'dobj').filter((object) => object > be);
}

function objects(doc: Doc, verb: number): number[] {
  const late = lateSubjects(doc, verb);
  const own = dependents(doc, verb, 'dobj')
    .filter((token) => !late.includes(token))
    .map((token) => antecedent(doc, token));
  if (own.length > 0) return own;
  const isGap =
    doc.dep(verb) === 'relcl' && dependents(doc, verb, 'nsubj').some((token) => !isRelativePronoun(doc, token));
  if (isGap && !prepositions(doc, verb).some(({ object }) => isRelativePronoun(doc, object))) return [doc.head[verb]!];
  // `hosted and chaired the meeting`: the object hangs on the last verb only.
  const next = dependents(doc, verb, 'conj').find((token) => isVerb(doc, token));
  const isShared = next !== undefined && next - verb <= 3 && dependents(doc, next, 'nsubj', 'nsubjpass').length === 0;
  return isShared && lower(doc, next - 1) === 'and' ? objects(doc, next) : [];
}

function add(list: Argument[], slot: string, tokens: readonly number[]): void {
  for (const token of tokens) list.push({ slot, token });
}

interface VerbArguments {
  readonly isPassive: boolean;
  readonly arguments: readonly Argument[];
}

const knownArguments = new WeakMap<Doc, Map<number, VerbArguments>>();

/** Arguments of a verb by slot, computed once a verb: frames, nouns and statements all ask for them. */
export function verbArguments(doc: Doc, verb: number): VerbArguments {
  const ofDoc = knownArguments.get(doc) ?? new Map<number, VerbArguments>();
  knownArguments.set(doc, ofDoc);
  const known = ofDoc.get(verb);
  if (known !== undefined) return known;
  const found = readArguments(doc, verb);
  ofDoc.set(verb, found);
  return found;
}

/** `by` of a passive is the subject, what the passive is about is the object. */
function readArguments(doc: Doc, verb: number): VerbArguments {
  const list: Argument[] = [];
  const isPassiveVerb = passive(doc, verb);
  add(list, isPassiveVerb ? 'object' : 'subject', surfaceSubjects(doc, verb));
  if (!isPassiveVerb) add(list, 'object', objects(doc, verb));
  else add(list, 'second-object', dependents(doc, verb, 'dobj', 'oprd'));
  add(list, 'attribute', dependents(doc, verb, 'attr', 'oprd'));
  add(
    list,
    'dative',
    dependents(doc, verb, 'dative').filter((token) => dependents(doc, token, 'pobj').length === 0),
  );
  add(list, 'complement', dependents(doc, verb, 'ccomp', 'xcomp'));
  const gapped = isPassiveVerb ? gaps(doc, verb).map(({ agent }) => agent) : [];
  for (const { prep, object } of prepositions(doc, verb)) {
    const slot = lower(doc, prep);
    if (gapped.includes(object)) continue;
    add(list, isPassiveVerb && slot === 'by' ? 'subject' : slot, [antecedent(doc, object)]);
    if (/^those$/.test(lower(doc, object))) addThosePresent(doc, object, list);
  }
  // `was named head of the agency by Roe`: the parser hangs the agent on the post.
  if (isPassiveVerb && !list.some(({ slot }) => slot === 'subject')) {
    for (const post of dependents(doc, verb, 'dobj', 'oprd')) {
      const agents = prepositions(doc, post).filter(({ prep }) => lower(doc, prep) === 'by');
      add(
        list,
        'subject',
        agents.map(({ object }) => object),
      );
    }
  }
  for (const adjective of dependents(doc, verb, 'acomp')) {
    for (const { prep, object } of prepositions(doc, adjective)) add(list, lower(doc, prep), [object]);
  }
  for (const holder of list.filter(({ slot }) => slot === 'object' || slot === 'attribute')) {
    if (doc.head[holder.token] !== verb) continue;
    for (const noun of conjuncts(doc, holder.token)) addNounPrepositions(doc, noun, list);
  }
  return { isPassive: isPassiveVerb, arguments: list };
}

/** `were among those present at the talks`: where those were. */
function addThosePresent(doc: Doc, those: number, list: Argument[]): void {
  for (const word of dependents(doc, those, 'amod', 'acl', 'advmod', 'relcl')) {
    for (const { prep, object } of prepositions(doc, word)) list.push({ slot: lower(doc, prep), token: object });
    for (const object of dependents(doc, word, 'dobj')) list.push({ slot: 'at', token: object });
  }
}

/** Attachment of a preposition to the object or to the verb is a coin toss for the parser: both count, the verb's first. */
function addNounPrepositions(doc: Doc, noun: number, list: Argument[]): void {
  for (const { prep, object } of prepositions(doc, noun)) {
    list.push({ slot: `${lower(doc, prep)}~`, token: antecedent(doc, object) });
  }
}
