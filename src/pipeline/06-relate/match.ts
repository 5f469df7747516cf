// Lays every frame over every predication: fills the roles, then states the relations.
import type { Doc } from '../../language/doc.ts';
import { wordList } from './compile-frames.ts';
import type { Filler } from './filler.ts';
import { fillersOf } from './fillers.ts';
import type { Frame, FrameRelation, FrameRole } from './frame.ts';
import { gaps } from './gapping.ts';
import { nounPredication, type NounWords } from './noun-arguments.ts';
import { inSlot, type Predication } from './predication.ts';
import type { Reading } from './reading.ts';
import { recentEvent, recentEventOf, recentInstrument, settingOf } from './setting.ts';
import { argumentsWithPosts } from './small-clauses.ts';
import { stateOf } from './state-of.ts';
import { conjuncts, dependents, isNoun, isOfThing, isVerb, lemmaOf, lower, prepositions, tokenSpan } from './syntax.ts';
import { topicsAt } from './topics.ts';

/** Every verb and trigger noun of the text that some frame knows. */
export function predications(reading: Reading): Predication[] {
  const { doc } = reading.text;
  const { byVerb, byNoun } = reading.table;
  const words: NounWords = {
    lightVerbs: wordList(reading.table, 'light-verbs'),
    occurrenceVerbs: wordList(reading.table, 'occurrence-verbs'),
  };
  const found: Predication[] = [];
  for (let token = 0; token < doc.length; token += 1) {
    const lemma = lemmaOf(doc, token);
    if (isVerb(doc, token) && byVerb.has(lemma)) {
      const predication = verbPredication(reading, token, lemma);
      found.push(predication, ...shortened(doc, predication));
    } else if (byNoun.has(lemma) && isNounLike(doc, token)) {
      const predication = nounPredication(doc, token, words);
      const recent = recentEventOf(reading, token, predication.arguments);
      found.push({ ...predication, arguments: [...predication.arguments, ...recent] });
    }
  }
  return found;
}

/** `had a bilateral with`: some adjectives are used as nouns. */
const isNounLike = (doc: Doc, token: number): boolean =>
  isNoun(doc, token) || (doc.tag(token) === 'JJ' && /^(?:dobj|pobj|nsubj|nsubjpass)$/.test(doc.dep(token)));

function verbPredication(reading: Reading, verb: number, lemma: string): Predication {
  const { isPassive, arguments: list } = argumentsWithPosts(reading, verb);
  const recent = ['sign', 'ink', 'initial'].includes(lemma) ? recentInstrument(reading, verb) : [];
  const all = [...list, ...settingOf(reading, verb), ...recentEvent(reading, verb, list), ...recent];
  return { trigger: verb, verb, carrier: verb, lemma, form: 'verb', isPassive, arguments: all };
}

/** The same verb once more for each clause that has lost it. */
function shortened(doc: Doc, predication: Predication): Predication[] {
  if (!predication.isPassive) return [];
  const kept = predication.arguments.filter(({ slot }) => slot !== 'subject' && slot !== 'object');
  return gaps(doc, predication.verb).map(({ object, agent }) => {
    const own = [
      { slot: 'object', token: object },
      { slot: 'subject', token: agent },
    ];
    return { ...predication, arguments: [...own, ...kept] };
  });
}

export function matchFrames(reading: Reading, all: readonly Predication[]): void {
  for (const predication of all) {
    const index = predication.form === 'verb' ? reading.table.byVerb : reading.table.byNoun;
    for (const frame of index.get(predication.lemma) ?? []) {
      if (fits(reading, frame, predication)) state(reading, frame, predication);
    }
  }
}

function fits(reading: Reading, frame: Frame, predication: Predication): boolean {
  if (frame.voice !== 'any' && (frame.voice === 'passive') !== predication.isPassive) return false;
  if (frame.without.some((slot) => inSlot(predication, slot).length > 0)) return false;
  if (frame.needs.length > 0 && !frame.needs.some((slot) => inSlot(predication, slot).length > 0)) return false;
  const { doc } = reading.text;
  const carrier = predication.carrier < 0 ? '' : lemmaOf(doc, predication.carrier);
  if (frame.carriers.length > 0 && !frame.carriers.includes(carrier)) return false;
  const heads = inSlot(predication, 'object')
    .flatMap((token) => conjuncts(doc, token))
    .map((token) => lemmaOf(doc, token));
  if (frame.objects.length > 0 && !heads.some((lemma) => frame.objects.includes(lemma))) return false;
  if (frame.notObjects.some((lemma) => heads.includes(lemma))) return false;
  if (frame.subjects.length > 0 || frame.notSubjects.length > 0) {
    const subjects = inSlot(predication, 'subject').map((token) => lemmaOf(doc, token));
    if (frame.notSubjects.some((lemma) => subjects.includes(lemma))) return false;
    if (frame.subjects.length > 0 && !frame.subjects.some((lemma) => subjects.includes(lemma))) return false;
  }
  if (frame.context.length === 0 && frame.notContext.length === 0) return true;
  const around = contextWords(reading, predication);
  if (frame.context.length > 0 && !frame.context.some((word) => around.has(word))) return false;
  return !frame.notContext.some((word) => around.has(word));
}

/** Lemmas of the trigger's modifiers and of the heads of its arguments. */
function contextWords(reading: Reading, { trigger, verb, arguments: list }: Predication): Set<string> {
  const { doc } = reading.text;
  const near = [trigger, ...list.filter(({ slot }) => slot !== 'subject').map(({ token }) => token)];
  if (verb >= 0) near.push(verb, ...dependents(doc, verb, 'prt', 'advmod', 'npadvmod', 'acomp'));
  const modifiers = near.flatMap((token) =>
    dependents(doc, token, 'acl', 'compound', 'amod', 'nmod', 'advmod', 'prep', 'prt', 'nummod'),
  );
  return new Set([...near, ...modifiers].map((token) => lemmaOf(doc, token)));
}

/** Heads in a slot; `of>between` is what hangs by `between` on the heads of the slot `of`. */
function headsIn({ doc }: Reading['text'], predication: Predication, slot: string): number[] {
  const [outer, inner] = slot.split('>');
  const heads = inSlot(predication, outer!);
  if (inner === undefined) return heads;
  const nouns = heads.flatMap((token) => conjuncts(doc, token));
  if (inner === 'poss') return nouns.flatMap((noun) => dependents(doc, noun, 'poss'));
  return nouns
    .flatMap((noun) => prepositions(doc, noun))
    .filter(({ prep }) => lower(doc, prep) === inner)
    .map(({ object }) => object);
}

function fill(reading: Reading, role: FrameRole, predication: Predication): Filler[] {
  const found = new Map<number, Filler>();
  for (const slot of role.slots) {
    if (/^(?:context|subject)$/.test(slot) && predication.form === 'noun' && isSomebodyElses(reading, predication))
      continue;
    for (const token of headsIn(reading.text, predication, slot)) {
      if (isPersonOfThing(reading, role, predication, token)) continue;
      const fillers = role.takes.includes('topic') ? topicsAt(reading, token) : fillersOf(reading, token, role);
      for (const filler of fillers)
        if (!found.has(filler.chain) && !isBehindClause(reading, predication, token, filler))
          found.set(filler.chain, filler);
    }
    if (found.size > 0 && !role.all) break;
  }
  return [...found.values()];
}

/** `Chile, represented by Lee, and Peru, represented by Roe`: the participle tells of the noun before it and not of the next. */
function isBehindClause({ text: { doc } }: Reading, { verb }: Predication, token: number, filler: Filler): boolean {
  if (verb < 0 || doc.dep(verb) !== 'acl' || doc.tag(verb) !== 'VBN' || doc.head[verb] !== token) return false;
  return token < verb && filler.token > verb;
}

/** `Lee spoke after the trade minister's visit`: whose visit it was is said, though not who that is. */
function isSomebodyElses(reading: Reading, predication: Predication): boolean {
  return inSlot(predication, 'poss').some((token) => {
    const owner = reading.mentionAt(token);
    const isOther = owner?.form === 'pronoun' ? owner.plural : owner?.kind === 'Person' && owner.form === 'nominal';
    return isOther && reading.chainsOf(owner!.id).length === 0;
  });
}

/** `the meeting with Roe, which Lee will host`: the clause hangs on the man and is about the meeting. */
function isPersonOfThing(reading: Reading, role: FrameRole, { verb }: Predication, token: number): boolean {
  const { doc } = reading.text;
  if (verb < 0 || doc.dep(verb) !== 'relcl' || doc.head[verb] !== token || !role.takes.includes('person')) return false;
  const mention = reading.mentionAt(token);
  const isPerson =
    mention !== undefined && reading.chainsOf(mention.id).some((one) => reading.familyOf(one) === 'person');
  return isPerson && isOfThing(doc, verb);
}

function state(reading: Reading, frame: Frame, predication: Predication): void {
  const filled = new Map<string, Filler[]>();
  const fillRole = (name: string): Filler[] => {
    const known = filled.get(name);
    if (known !== undefined) return known;
    const fillers = fill(reading, frame.roles.get(name)!, predication);
    filled.set(name, fillers);
    return fillers;
  };
  for (const relation of frame.relations) {
    const isWanted = relation.when.every((name) =>
      name.startsWith('!') ? fillRole(name.slice(1)).length === 0 : fillRole(name).length > 0,
    );
    if (!isWanted) continue;
    for (const [source, target] of pairs(relation, frame.roles.get(relation.source)!.apart, fillRole))
      add(reading, frame, predication, relation, source, target);
  }
}

function pairs(relation: FrameRelation, isApart: boolean, fillRole: (name: string) => Filler[]): [Filler, Filler][] {
  const sources = fillRole(relation.source);
  if (sources.length === 0) return [];
  if (relation.source === relation.target) {
    const found = sources.flatMap((source, at) =>
      sources.slice(at + 1).map((target): [Filler, Filler] => [source, target]),
    );
    return isApart ? found.filter(([source, target]) => source.token !== target.token) : found;
  }
  const targets = fillRole(relation.target);
  return sources.flatMap((source) => targets.map((target): [Filler, Filler] => [source, target]));
}

function add(
  reading: Reading,
  frame: Frame,
  at: Predication,
  relation: FrameRelation,
  source: Filler,
  target: Filler,
): void {
  if (relation.unless.some((type) => reading.tellsOf(type, source.chain, target.chain))) return;
  if (relation.abroad && !isAbroad(reading.chains, source.chain, target.chain)) return;
  const named = relation.named === undefined ? undefined : roleText(reading, at, relation.named);
  const isAttendance = relation.type === 'ATTENDED' || relation.role !== undefined;
  const role = named ?? (isAttendance ? (source.role ?? relation.role) : undefined);
  reading.add({
    type: relation.type,
    source: source.chain,
    target: target.chain,
    trigger: tokenSpan(reading.text.doc, at.trigger),
    rule: frame.rule,
    confidence: frame.confidence,
    attributes: relation.attributes,
    ...(role === undefined ? {} : { role }),
  });
}

function isAbroad(chains: Reading['chains'], person: number, place: number): boolean {
  const home = chains[person]!.attributes['country'];
  const country = stateOf(chains[place]!);
  return home !== undefined && country !== undefined && home !== country;
}

/** `president` of `was elected president of Chile`. */
function roleText({ text: { doc } }: Reading, predication: Predication, slot: string): string | undefined {
  const head = [slot, 'as'].flatMap((one) => inSlot(predication, one))[0];
  if (head === undefined) return undefined;
  const from = doc.subtree(head).from;
  const words = doc.text.slice(doc.tokenStart[from], doc.tokenEnd[head]);
  return words.replace(/^(?:the|a|an|its|his|her|their|as)\s+/i, '').replace(/\s+/g, ' ');
}
