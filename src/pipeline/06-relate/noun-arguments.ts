// Finds the arguments of a trigger noun: its own, and those of the light verb that carries it.
import type { Doc } from '../../language/doc.ts';
import type { Argument, Predication } from './predication.ts';
import { dependents, isVerb, lemmaOf, lower, prepositions } from './syntax.ts';
import { surfaceSubjects, TRAVEL_NOUNS, verbArguments } from './verb-arguments.ts';

export interface NounWords {
  readonly lightVerbs: ReadonlySet<string>;
  /** Verbs that say that an event happens: take place, be held, begin. */
  readonly occurrenceVerbs: ReadonlySet<string>;
}

/** Prepositions that put the rest of the sentence inside or right after the event. */
const FRAME_PREPOSITIONS = new Set([
  'in',
  'at',
  'during',
  'after',
  'following',
  'on',
  'upon',
  'for',
  'before',
  'with',
  'under',
  'via',
  'over',
  'by',
]);

/** Words that only count or bound what comes after `of`: `the first round of talks`. */
const CONTAINERS = new Set(['round', 'series', 'session', 'day', 'hour', 'cycle', 'set', 'flurry']);

/** The noun that stands for the list or the round that `noun` is in. */
function topOfList(doc: Doc, noun: number): number {
  let top = noun;
  for (let steps = 0; steps < 8; steps += 1) {
    const head = doc.head[top]!;
    const outer = doc.head[head]!;
    if (doc.dep(top) === 'conj' && !isVerb(doc, head)) top = head;
    else if (doc.dep(top) === 'pobj' && lower(doc, head) === 'of' && CONTAINERS.has(lemmaOf(doc, outer))) top = outer;
    else break;
  }
  return top;
}

function own(doc: Doc, noun: number): Argument[] {
  const list: Argument[] = [{ slot: 'trigger', token: noun }];
  for (const token of dependents(doc, noun, 'poss')) list.push({ slot: 'poss', token });
  for (const token of dependents(doc, noun, 'compound', 'nmod', 'amod')) list.push({ slot: 'compound', token });
  for (const { prep, object } of prepositions(doc, noun)) list.push({ slot: lower(doc, prep), token: object });
  return list;
}

/** Preposition phrases of the nouns that are coordinated with the trigger: `meetings and working sessions with X`. */
function shared(doc: Doc, noun: number): Argument[] {
  return dependents(doc, noun, 'conj').flatMap((next) => {
    const phrases = prepositions(doc, next).map(({ prep, object }) => ({ slot: lower(doc, prep), token: object }));
    return [...phrases, ...shared(doc, next)];
  });
}

function fromVerb(doc: Doc, verb: number, noun: number): Argument[] {
  return verbArguments(doc, verb).arguments.filter(
    ({ token, slot }) => token !== noun && slot !== 'object' && !slot.endsWith('~'),
  );
}

function carried(doc: Doc, top: number, words: NounWords): { verb: number; list: Argument[] } {
  const head = doc.head[top]!;
  const dep = doc.dep(head) === 'prep' ? 'pobj' : doc.dep(top);
  if (dep === 'dobj' && words.lightVerbs.has(lemmaOf(doc, head))) return { verb: head, list: fromVerb(doc, head, top) };
  if (
    dep === 'nsubjpass' &&
    (words.lightVerbs.has(lemmaOf(doc, head)) || words.occurrenceVerbs.has(lemmaOf(doc, head)))
  ) {
    return { verb: head, list: fromVerb(doc, head, top) };
  }
  if (dep === 'nsubj' && words.occurrenceVerbs.has(lemmaOf(doc, head))) {
    return { verb: head, list: fromVerb(doc, head, top).filter(({ slot }) => slot !== 'subject') };
  }
  if (dep === 'pobj' && lower(doc, head) === 'among' && isVerb(doc, doc.head[head]!)) {
    return { verb: -1, list: fromVerb(doc, doc.head[head]!, top).filter(({ slot }) => slot !== 'subject') };
  }
  const outer = doc.head[head]!;
  const journey = journeyOf(doc, top);
  if (journey >= 0) return { verb: -1, list: travellersOf(doc, journey).map((token) => ({ slot: 'context', token })) };
  if (dep === 'pobj' && lower(doc, outer) === 'ahead' && isVerb(doc, doc.head[outer]!)) {
    return { verb: -1, list: surfaceSubjects(doc, doc.head[outer]!).map((token) => ({ slot: 'context', token })) };
  }
  const teller = tellerOf(doc, top);
  if (teller >= 0) return { verb: -1, list: surfaceSubjects(doc, teller).map((token) => ({ slot: 'context', token })) };
  // `came to help her with a meeting`: the meeting is hers.
  if (dep === 'pobj' && lower(doc, head) === 'with' && ['help', 'assist', 'aid'].includes(lemmaOf(doc, outer)))
    return { verb: -1, list: dependents(doc, outer, 'dobj').map((token) => ({ slot: 'context', token })) };
  if ((dep === 'pobj' || dep === 'dobj') && FRAME_PREPOSITIONS.has(lower(doc, head)) && isVerb(doc, doc.head[head]!)) {
    const subjects = surfaceSubjects(doc, doc.head[head]!);
    return { verb: -1, list: subjects.map((token) => ({ slot: 'context', token })) };
  }
  return { verb: -1, list: [] };
}

/** `briefed her host on the outcomes of the talks with Roe`: the verb whose subject tells of talks of her own; else -1. */
function tellerOf(doc: Doc, noun: number): number {
  const outcome = doc.head[doc.head[noun]!]!;
  const prep = doc.head[outcome]!;
  const above = doc.head[prep]!;
  const verb = isVerb(doc, above) ? above : doc.head[above]!;
  const isOutcome = doc.dep(noun) === 'pobj' && ['outcome', 'result'].includes(lemmaOf(doc, outcome));
  if (!isOutcome || doc.dep(outcome) !== 'pobj' || !['on', 'about', 'of'].includes(lower(doc, prep))) return -1;
  return isVerb(doc, verb) && ['brief', 'inform', 'update', 'apprise'].includes(lemmaOf(doc, verb)) ? verb : -1;
}

/** `Lee's visit to Oslo at the invitation of Roe`: the noun that the phrase hangs on, where somebody's travel is told by it. */
function journeyOf(doc: Doc, noun: number): number {
  const prep = doc.head[noun]!;
  const journey = doc.head[prep]!;
  const hangs = doc.dep(noun) === 'pobj' && lower(doc, prep) === 'at' && TRAVEL_NOUNS.has(lemmaOf(doc, journey));
  return hangs && travellersOf(doc, journey).length > 0 ? journey : -1;
}

/** Whose journey it is: `Lee's visit`, or who `arrived for a visit`, `left for talks during a tour`. */
function travellersOf(doc: Doc, journey: number): number[] {
  const owners = dependents(doc, journey, 'poss');
  const prep = doc.head[journey]!;
  if (owners.length > 0 || doc.dep(journey) !== 'pobj' || !isVerb(doc, doc.head[prep]!)) return owners;
  return ['for', 'on'].includes(lower(doc, prep)) ? surfaceSubjects(doc, doc.head[prep]!) : owners;
}

/** Who is said to be what the noun says: `Norway, host of the summit`, `Lee is a member of the party`. */
function bearers(doc: Doc, noun: number): Argument[] {
  const head = doc.head[noun]!;
  if (doc.dep(noun) === 'appos') return [{ slot: 'bearer', token: head }];
  const apposed = dependents(doc, noun, 'appos').map((token) => ({ slot: 'bearer', token }));
  if (apposed.length > 0) return apposed;
  const isSaid = (doc.dep(noun) === 'attr' || doc.dep(noun) === 'oprd') && isVerb(doc, head);
  return isSaid ? surfaceSubjects(doc, head).map((token) => ({ slot: 'bearer', token })) : [];
}

/** Verb whose phrase holds the noun, directly or through a preposition. */
function carrierOf(doc: Doc, noun: number): number {
  const top = topOfList(doc, noun);
  const head = doc.head[top]!;
  if (isVerb(doc, head) && doc.dep(head) !== 'prep') return head;
  const above = doc.head[head]!;
  if (journeyOf(doc, top) >= 0) return above;
  return doc.dep(head) === 'prep' && isVerb(doc, above) ? above : -1;
}

export function nounPredication(doc: Doc, noun: number, words: NounWords): Predication {
  const top = topOfList(doc, noun);
  const { verb, list } = carried(doc, top, words);
  const reduced = dependents(doc, noun, 'acl', 'relcl')
    .filter((child) => words.lightVerbs.has(lemmaOf(doc, child)) || words.occurrenceVerbs.has(lemmaOf(doc, child)))
    .flatMap((child) => fromVerb(doc, child, noun));
  return {
    trigger: noun,
    verb,
    carrier: verb >= 0 ? verb : carrierOf(doc, noun),
    lemma: lemmaOf(doc, noun),
    form: 'noun',
    isPassive: false,
    arguments: [...own(doc, noun), ...bearers(doc, noun), ...shared(doc, noun), ...list, ...reduced],
  };
}
