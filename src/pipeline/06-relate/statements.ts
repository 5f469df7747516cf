// STATED and PROPOSED: what somebody speaks about, and what they put forward.
import type { Doc } from '../../language/doc.ts';
import { wordList } from './compile-frames.ts';
import type { Filler } from './filler.ts';
import { fillersOf } from './fillers.ts';
import { contentOf, phraseName, phraseSpan } from './noun-phrases.ts';
import { proposalsIn } from './proposals.ts';
import type { Reading } from './reading.ts';
import { quotedSpeakers } from './speech.ts';
import { conjuncts, dependents, isVerb, lemmaOf, lower, prepositions, tokenSpan } from './syntax.ts';
import { topicsAt } from './topics.ts';
import { verbArguments } from './verb-arguments.ts';

const ABOUT = new Set(['about', 'on', 'over', 'regarding', 'concerning', 'of', 'against', 'towards', 'for', 'to']);
const SPEAKERS = { takes: ['person', 'body', 'country'], group: false } as const;

export function relateStatements(reading: Reading): void {
  const { doc } = reading.text;
  const speechVerbs = wordList(reading.table, 'speech-verbs');
  const quoted = quotedSpeakers(reading);
  for (let token = 0; token < doc.length; token += 1) {
    if (!isVerb(doc, token)) continue;
    const isSpeech = speechVerbs.has(lemmaOf(doc, token)) && !isProposedAction(doc, token);
    const continued = quoted.get(doc.sentence[token]!);
    if (continued !== undefined && (doc.head[token] === token || isSpeech)) relateQuotation(reading, token, continued);
    else if (isSpeech) relateSpeech(reading, token);
  }
}

/** An incident that more is said of than its noun, if only where it was, or an event or text that has a name. */
function isNamedThing(reading: Reading, chain: number): boolean {
  const family = reading.familyOf(chain);
  if (family === 'incident')
    return (
      reading.chains[chain]!.name.includes(' ') ||
      reading.relations.some(({ type, source }) => type === 'TOOK_PLACE_IN' && source === chain)
    );
  if (family !== 'event' && family !== 'instrument') return false;
  return reading.chains[chain]!.mentions.some((id) => reading.mentions[id]!.form === 'name');
}

/** `proposed exchanging and sharing information`: what is proposed is not yet said. */
function isProposedAction(doc: Doc, verb: number): boolean {
  if (!/^VBG?$/.test(doc.tag(verb))) return false;
  if (['pcomp', 'xcomp', 'acl'].includes(doc.dep(verb))) return true;
  const head = doc.head[verb]!;
  if (doc.dep(verb) === 'conj' && head !== verb) return isProposedAction(doc, head);
  return doc.dep(verb) === 'ccomp' && dependents(doc, verb, 'nsubj').length === 0;
}

/** A sentence of a quotation that goes on: its main clause is the statement. */
function relateQuotation(reading: Reading, verb: number, speaker: number): void {
  const stated = proposed(reading, verb, [{ chain: speaker, token: verb }]);
  if (!stated)
    state(reading, verb, [{ chain: speaker, token: verb }], clauseTopics(reading, verb, 0), 'state.quotation/1');
}

/** `raised ties to the highest level`: a deed, not a word. */
function isLifting({ text: { doc } }: Reading, verb: number): boolean {
  if (lemmaOf(doc, verb) !== 'raise') return false;
  const phrases = [verb, ...dependents(doc, verb, 'dobj')].flatMap((token) => prepositions(doc, token));
  return phrases.some(({ prep }) => lower(doc, prep) === 'to');
}

function relateSpeech(reading: Reading, verb: number): void {
  if (isLifting(reading, verb)) return;
  const speakers = speakersOf(reading, verb, 0);
  if (speakers.length === 0 || proposed(reading, verb, speakers)) return;
  state(reading, verb, speakers, statedTopics(reading, verb), 'state.speech/1');
}

/** `said that crime grows, and highlighted …`: a verb whose subject cannot speak goes with the speech above. */
function speakersOf(reading: Reading, verb: number, depth: number): Filler[] {
  const { doc } = reading.text;
  const { arguments: list, isPassive } = verbArguments(doc, verb);
  if (isPassive || depth > 3) return [];
  const speakers = list
    .filter(({ slot }) => slot === 'subject')
    .flatMap(({ token }) => fillersOf(reading, token, SPEAKERS));
  const head = doc.head[verb]!;
  if (speakers.length > 0 || doc.dep(verb) !== 'conj' || doc.dep(head) !== 'ccomp') return speakers;
  return speakersOf(reading, doc.head[head]!, depth + 1);
}

function state(
  reading: Reading,
  verb: number,
  speakers: readonly Filler[],
  topics: readonly Filler[],
  rule: string,
): void {
  const { doc } = reading.text;
  const isJudging = wordList(reading.table, 'judging-verbs').has(lemmaOf(doc, verb));
  for (const speaker of speakers) {
    for (const topic of topics) {
      const family = reading.familyOf(topic.chain);
      if (family !== 'topic' && !(isJudging && isNamedThing(reading, topic.chain))) continue;
      const trigger = tokenSpan(doc, verb);
      reading.add({ type: 'STATED', source: speaker.chain, target: topic.chain, trigger, rule, confidence: 0.8 });
    }
  }
}

function statedTopics(reading: Reading, verb: number): Filler[] {
  const { doc } = reading.text;
  const object = dependents(doc, verb, 'dobj').filter((token) => !/^(?:PRP|W)/.test(doc.tag(token)))[0];
  if (object !== undefined && reading.mentionAt(object)?.form !== 'pronoun') {
    const direct = topicsAt(reading, object);
    if (direct.length > 0) return direct;
  }
  for (const clause of dependents(doc, verb, 'ccomp', 'xcomp').filter((token) => !isOtherSentence(doc, token, verb))) {
    const topics = clauseTopics(reading, clause, 0);
    if (topics.length > 0) return topics;
  }
  const phrases = [verb, ...dependents(doc, verb, 'dobj')].flatMap((token) => prepositions(doc, token));
  const about = phrases.filter(
    ({ prep }) => ABOUT.has(lower(doc, prep)) && !['of', 'for', 'to'].includes(lower(doc, prep)),
  );
  return about.flatMap(({ object: token }) => topicsAt(reading, token));
}

/** `Lee proposed a fund; Norway pledged help`: what a semicolon parts is not what was pledged. */
const isOtherSentence = (doc: Doc, clause: number, verb: number): boolean =>
  clause < verb && doc.text.slice(doc.tokenEnd[clause], doc.tokenStart[verb]).includes(';');

/** Subject of the clause where it is a thing; else what its verb is about. */
function clauseTopics(reading: Reading, verb: number, depth: number): Filler[] {
  const { doc } = reading.text;
  if (depth > 3) return [];
  for (const subject of dependents(doc, verb, 'nsubj', 'nsubjpass', 'csubj')) {
    const isActor = /^(?:PRP|W|EX|DT)/.test(doc.tag(subject)) || fillersOf(reading, subject, SPEAKERS).length > 0;
    const topics = isActor ? [] : topicsAt(reading, subject);
    if (topics.length > 0) return topics;
  }
  for (const object of dependents(doc, verb, 'dobj', 'attr', 'pobj')) {
    const head = contentOf(doc, object, wordList(reading.table, 'filler-heads'));
    const topics = isVerb(doc, head) && doc.tag(head) !== 'VBG' ? [] : topicsAt(reading, head);
    if (topics.length > 0) return topics;
  }
  for (const inner of dependents(doc, verb, 'xcomp', 'ccomp', 'acomp')) {
    const topics = clauseTopics(reading, inner, depth + 1);
    if (topics.length > 0) return topics;
  }
  return prepositions(doc, verb)
    .filter(({ prep }) => ABOUT.has(lower(doc, prep)))
    .slice(0, 1)
    .flatMap(({ object }) => topicsAt(reading, object));
}

/** True where the verb puts something forward; the proposals are stated then. */
function proposed(reading: Reading, verb: number, speakers: readonly Filler[]): boolean {
  const actions = proposedActions(reading, verb);
  const { doc } = reading.text;
  const calls = actions.length > 0 ? [] : calledFor(reading, verb);
  for (const { chain: target } of calls) {
    for (const { chain } of speakers) {
      const trigger = tokenSpan(doc, verb);
      reading.add({ type: 'PROPOSED', source: chain, target, trigger, rule: 'propose.thing/1', confidence: 0.8 });
    }
  }
  for (const action of actions) {
    for (const { gist, span } of proposalsIn(doc, action)) {
      const target = reading.chainFor({ kind: 'Proposal', name: gist, span, attributes: { gist } });
      for (const { chain } of speakers) {
        const trigger = tokenSpan(doc, verb);
        reading.add({ type: 'PROPOSED', source: chain, target, trigger, rule: 'propose.action/1', confidence: 0.8 });
      }
    }
  }
  return actions.length + calls.length > 0;
}

function proposedActions(reading: Reading, verb: number): number[] {
  const { doc } = reading.text;
  const lemma = lemmaOf(doc, verb);
  if (wordList(reading.table, 'proposal-verbs').has(lemma)) {
    const own = dependents(doc, verb, 'xcomp', 'ccomp').filter((token) => isVerb(doc, token));
    if (own.length > 0) return own.slice(0, 1);
    const after = prepositions(doc, verb).filter(({ prep }) => ['for', 'on'].includes(lower(doc, prep)));
    const nouns = [...dependents(doc, verb, 'dobj'), ...after.map(({ object }) => object)];
    return nouns.flatMap((noun) => actionIn(doc, noun)).slice(0, 1);
  }
  const needs = dependents(doc, verb, 'dobj').filter((noun) =>
    wordList(reading.table, 'need-nouns').has(lemmaOf(doc, noun)),
  );
  return needs.flatMap((noun) => actionIn(doc, noun)).slice(0, 1);
}

/** `called for an immediate ceasefire`: a thing put forward, without a verb. */
function calledFor(reading: Reading, verb: number): Filler[] {
  const { doc } = reading.text;
  if (!wordList(reading.table, 'proposal-verbs').has(lemmaOf(doc, verb))) return [];
  const after = prepositions(doc, verb)
    .filter(({ prep }) => lower(doc, prep) === 'for')
    .map(({ object }) => object);
  const things = [...after, ...(lemmaOf(doc, verb) === 'call' ? [] : dependents(doc, verb, 'dobj'))];
  return things.slice(0, 1).flatMap((thing) => {
    const phrase = reading.mentionAt(thing) === undefined ? phraseSpan(doc, thing, false) : undefined;
    if (phrase === undefined) return [];
    const part = dependents(doc, thing, 'acl', 'relcl').find((token) => isNumberedPart(doc, token));
    const span = part === undefined ? phrase : { start: phrase.start, end: doc.tokenEnd[part + 1]! };
    const gist = phraseName(doc, span);
    if (!gist.includes(' ')) return [];
    return [{ chain: reading.chainFor({ kind: 'Proposal', name: gist, span, attributes: { gist } }), token: thing }];
  });
}

/** `an amendment to clause 4`: the parser takes the clause for a verb. */
const isNumberedPart = (doc: Doc, token: number): boolean =>
  /^(?:clause|article|section|paragraph|rule|annex|chapter|part|item|point|schedule|regulation) \d/i.test(
    doc.text.slice(doc.tokenStart[token], doc.tokenEnd[token]! + 3),
  );

/** The action inside a phrase: `for strengthening X`, `the need to promote X`, `efforts in establishing X`. */
function actionIn(doc: Doc, noun: number): number[] {
  if (isVerb(doc, noun)) return [noun];
  const infinitive = dependents(doc, noun, 'acl', 'relcl', 'advcl').filter(
    (token) => doc.tag(token) === 'VB' && !isNumberedPart(doc, token),
  );
  if (infinitive.length > 0) return infinitive;
  for (const member of conjuncts(doc, noun)) {
    const gerund = prepositions(doc, member).find(({ object }) => doc.tag(object) === 'VBG');
    if (gerund !== undefined) return [gerund.object];
    const nested = prepositions(doc, member)
      .flatMap(({ object }) => prepositions(doc, object))
      .find(({ object }) => doc.tag(object) === 'VBG');
    if (nested !== undefined) return [nested.object];
  }
  return [];
}
