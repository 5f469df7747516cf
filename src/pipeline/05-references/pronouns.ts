// Pronouns: the subject spoken of last that agrees in gender and number; no guess where none does.
import { familyOf } from '../../schema/index.ts';
import { EVENT_VERBS } from '../06-relate/verb-arguments.ts';
import type { Mention } from '../types.ts';
import { type ChainTable, type GrowingChain, compatible } from './chain-table.ts';
import { type Recency, type Seen, headToken, sentenceOf } from './recency.ts';

/** How many sentences back a pronoun may reach. */
const REACH = 4;
/** Somebody named in passing three sentences ago is not who `she` is. */
const FAINTEST = -4.5;
/** What a known gender weighs: those of unknown gender in such texts are mostly men, so `her` asks for a known woman. */
const GENDER: Readonly<Record<string, number>> = { m: 1, f: 3 };
const POSSESSIVE = /^(?:his|her|its|their)$/i;

const surface = (table: ChainTable, mention: Mention): string =>
  table.text.clean.text.slice(mention.start, mention.end).toLowerCase();

function agrees(mention: Mention, chain: GrowingChain): boolean {
  if (mention.kind === 'Person')
    return chain.kind === 'Person' && compatible(mention.attributes['gender'], chain.attributes['gender']);
  return chain.kind === 'Country' || familyOf(chain.kind) === 'Organisation';
}

/** Who speaks for another tells what that other does. */
const isMouthpiece = ({ posts }: GrowingChain): boolean =>
  posts.length > 0 && posts.every(({ role }) => /\b(?:spokes(?:man|woman|person)|press secretary)\b/i.test(role));

const SPEAKING = new Set([
  'say',
  'add',
  'tell',
  'note',
  'stress',
  'state',
  'explain',
  'reply',
  'answer',
  'announce',
  'decline',
  'refer',
]);

function isSpeaking({ text: { doc } }: ChainTable, mention: Mention): boolean {
  const token = doc.tokenAt(mention.start);
  return token >= 0 && SPEAKING.has(doc.lemma(doc.head[token]!));
}

/** A subject weighs more than an object, the same sentence more than the one before, a known gender more than an unknown. */
function weight(seen: Seen, mention: Mention, sentence: number, order: number, speaks: boolean): number {
  const distance = sentence - seen.sentence;
  // Names of captions are known before the prose is read, wherever they stand.
  if (distance > REACH || distance < 0) return Number.NEGATIVE_INFINITY;
  const gender =
    mention.kind === 'Person' && seen.chain.attributes['gender'] !== undefined
      ? (GENDER[String(mention.attributes['gender'])] ?? 0)
      : 0;
  const rank = isMouthpiece(seen.chain) && !speaks ? 0 : seen.isTopic ? 3 : seen.isSubject ? 1.5 : 0;
  return rank + gender - 2 * distance - 0.3 * order;
}

/** `In his remarks …, President X said`: before any name in its sentence the subject to come owns it. */
function comingSubject(table: ChainTable, mention: Mention, sentence: number): GrowingChain | undefined {
  if (!POSSESSIVE.test(surface(table, mention))) return undefined;
  const { mentions, doc } = table.text;
  const first = doc.sentences[sentence];
  if (first === undefined || mention.start - doc.tokenStart[first.from]! > 40) return undefined;
  for (let id = mention.id + 1; id < mentions.length; id++) {
    const other = mentions[id]!;
    if (sentenceOf(table, other) !== sentence) break;
    const chain = table.chainOf(other);
    if (chain === undefined || !agrees(mention, chain) || other.form === 'pronoun') continue;
    const token = doc.tokenAt(other.start);
    if (/^nsubj/.test(doc.dep(token)) && doc.dep(doc.head[token]!) === 'ROOT') return chain;
  }
  return undefined;
}

function antecedent(table: ChainTable, recency: Recency, mention: Mention): GrowingChain | undefined {
  const sentence = sentenceOf(table, mention);
  const isReflexive = /sel(?:f|ves)$/.test(surface(table, mention));
  const doers = isReflexive || mention.kind !== 'Person' ? [] : doerOf(table, mention);
  const speaks = isSpeaking(table, mention);
  const asked = new Set<GrowingChain>();
  let best: GrowingChain | undefined;
  let bestWeight = Number.NEGATIVE_INFINITY;
  let order = 0;
  for (const seen of recency.back()) {
    if (sentence - seen.sentence > REACH) break;
    if (!agrees(mention, seen.chain) || doers.includes(seen.chain.id)) continue;
    const value = weight(seen, mention, sentence, order, speaks);
    if (!asked.has(seen.chain)) order++;
    asked.add(seen.chain);
    if (value > bestWeight) [best, bestWeight] = [seen.chain, value];
  }
  return bestWeight < FAINTEST ? undefined : best;
}

/** `they` after two people in one sentence is those two; a sentence about one of them may stand between. */
function linkPlural(table: ChainTable, recency: Recency, mention: Mention): void {
  const sentence = sentenceOf(table, mention);
  if (followsUnknownMany(table, mention, sentence)) return;
  if (isOfUnknownObject(table, mention) || isOfThanked(table, mention)) return;
  const between = new Set<GrowingChain>();
  for (const reach of [0, 1, 2]) {
    const at = sentence - reach;
    const isHere = (seen: Seen): boolean => seen.sentence === at && isInMainClause(table, seen.mention);
    const persons = recency.lastOf('Person', 3, at, 0, isHere);
    if (persons.length === 2 && [...between].every((chain) => persons.includes(chain))) {
      table.linkAll(mention, persons, 'pronoun');
      return;
    }
    const countries = recency.lastOf('Country', 3, at, 0, isHere);
    if (reach < 2 && persons.length === 0 && between.size === 0 && countries.length === 2) {
      table.linkAll(mention, countries, 'pronoun');
      return;
    }
    for (const chain of persons) between.add(chain);
  }
}

/** `thanked them for their support`, `congratulated him on his election`: tokens of the preposition and of what it hangs on. */
function possessedPhrase({ text: { doc } }: ChainTable, mention: Mention): { prep: number; verb: number } | undefined {
  const token = doc.tokenAt(mention.start);
  if (token < 0 || doc.dep(token) !== 'poss') return undefined;
  const prep = doc.head[doc.head[token]!]!;
  return { prep, verb: doc.head[prep]! };
}

/** `Roe thanked the Norwegian people for their support`: theirs, whoever they are, not of those who were named before. */
function isOfThanked(table: ChainTable, mention: Mention): boolean {
  const { doc } = table.text;
  const phrase = possessedPhrase(table, mention);
  if (phrase === undefined || doc.lemma(phrase.prep) !== 'for') return false;
  return /^(?:thank|praise|commend|congratulate|laud|credit)$/.test(doc.lemma(phrase.verb));
}

/** `The ministers endorsed the plan. They met …`: those of the sentence before, whoever they are. */
function followsUnknownMany(table: ChainTable, mention: Mention, sentence: number): boolean {
  const { doc, mentions } = table.text;
  for (let id = mention.id - 1; id >= 0; id--) {
    const other = mentions[id]!;
    const at = sentenceOf(table, other);
    if (at < sentence - 1) return false;
    const isMany = at === sentence - 1 && other.form === 'nominal' && other.plural && other.kind === 'Person';
    if (!isMany || table.chainsOf(id).length > 0) continue;
    const token = headToken(table, other);
    if (token >= 0 && /^nsubj/.test(doc.dep(token)) && doc.dep(doc.head[token]!) === 'ROOT') return true;
  }
  return false;
}

/** `Roe welcomed the four leaders during their visit`: it is the guests', whoever they are. */
function isOfUnknownObject(table: ChainTable, mention: Mention): boolean {
  const { doc, mentions } = table.text;
  if (surface(table, mention) !== 'their') return false;
  const object = mentions[mention.id - 1]?.outer.start === mention.start ? mention.id - 2 : mention.id - 1;
  const other = mentions[object];
  if (other === undefined || other.form !== 'nominal' || other.kind !== 'Person' || !other.plural) return false;
  const token = headToken(table, other);
  const isHere = token >= 0 && doc.sentence[token] === doc.sentence[doc.tokenAt(mention.start)];
  return isHere && doc.dep(token) === 'dobj' && table.chainsOf(object).length === 0;
}

/** `visited places linked to the late Roe`: whoever only describes something else is no party to what goes on. */
function isInMainClause(table: ChainTable, mention: Mention): boolean {
  const { doc } = table.text;
  let token = headToken(table, mention);
  for (let steps = 0; token >= 0 && steps < 20; steps++) {
    if (/^(?:acl|relcl|appos)$/.test(doc.dep(token))) return false;
    const up = doc.head[token]!;
    if (up === token) return true;
    token = up;
  }
  return true;
}

/** `It is important that …` refers to nothing. */
function isEmptyIt(table: ChainTable, mention: Mention): boolean {
  const { doc } = table.text;
  const token = doc.tokenAt(mention.start);
  if (token < 0 || surface(table, mention) !== 'it') return false;
  if (doc.dep(token) === 'expl') return true;
  const verb = doc.head[token]!;
  return (
    doc.lemma(verb) === 'be' &&
    doc.children(verb).some((child) => /^(?:acomp|attr|ccomp|advcl|xcomp)$/.test(doc.dep(child)))
  );
}

const DONE_TO_TEXTS = new Set(['sign', 'ink', 'initial', 'adopt', 'ratify', 'endorse', 'approve']);

/** `It was signed by Lee`, `It was attended by Roe`: what that is done to is the text or the event that was spoken of last. */
function thingMeant(table: ChainTable, recency: Recency, mention: Mention): GrowingChain | undefined {
  const { doc } = table.text;
  const token = doc.tokenAt(mention.start);
  if (token < 0 || surface(table, mention) !== 'it' || doc.dep(token) !== 'nsubjpass') return undefined;
  const verb = doc.lemma(doc.head[token]!);
  const family = DONE_TO_TEXTS.has(verb) ? 'Instrument' : EVENT_VERBS.has(verb) ? 'Event' : undefined;
  if (family === undefined) return undefined;
  const sentence = doc.sentence[token]!;
  return recency.last(
    (seen) => familyOf(seen.chain.kind) === family && sentence >= seen.sentence && sentence - seen.sentence <= 2,
  );
}

/** `Roe thanked Lee and invited him`: whoever does it to `him` is somebody else. */
function doerOf(table: ChainTable, mention: Mention): readonly number[] {
  const { doc } = table.text;
  const token = doc.tokenAt(mention.start);
  if (token < 0 || !/^(?:dobj|pobj|dative)$/.test(doc.dep(token))) return [];
  let verb = doc.head[token]!;
  for (let steps = 0; steps < 6 && doc.head[verb] !== verb; steps++) {
    if (doc.children(verb).some((child) => /^nsubj/.test(doc.dep(child)))) break;
    verb = doc.head[verb]!;
  }
  const subjects = doc.children(verb).filter((child) => doc.dep(child) === 'nsubj');
  const spans = subjects.map((subject) => doc.tokenStart[subject]!);
  const doers = table.text.mentions.filter(({ outer }) => spans.some((at) => at >= outer.start && at < outer.end));
  return doers.flatMap(({ id }) => table.chainsOf(id));
}

/** `Roe received Lee during his visit to Chile`: the guest is the one who travels. */
function guest(table: ChainTable, mention: Mention, sentence: number): GrowingChain | undefined {
  const { mentions, doc } = table.text;
  const beside = [mentions[mention.id - 1], mentions[mention.id + 1]];
  const isVisit = beside.some((other) => other?.kind === 'Visit' && other.outer.start === mention.start);
  if (!isVisit) return undefined;
  for (let id = mention.id - 1; id >= 0; id--) {
    const other = mentions[id]!;
    if (sentenceOf(table, other) !== sentence) break;
    const token = headToken(table, other);
    const chain = table.chainOf(other);
    if (token < 0 || chain === undefined || other.form === 'pronoun' || !agrees(mention, chain)) continue;
    if (doc.dep(token) === 'dobj' && /^(?:receive|welcome|greet|host)$/.test(doc.lemma(doc.head[token]!))) return chain;
  }
  return undefined;
}

const WISHING_WELL = new Set([
  'congratulate',
  'thank',
  'praise',
  'commend',
  'felicitate',
  'applaud',
  'criticise',
  'criticize',
]);

/** `Roe congratulated Lee on his election`: it is theirs to whom it is said. */
function addressee(table: ChainTable, mention: Mention): GrowingChain | undefined {
  const { doc, mentions } = table.text;
  const phrase = possessedPhrase(table, mention);
  if (phrase === undefined || !/^(?:on|upon|for)$/.test(doc.token(phrase.prep))) return undefined;
  if (!WISHING_WELL.has(doc.lemma(phrase.verb))) return undefined;
  const own = doc.tokenAt(mention.start);
  const object = doc.children(phrase.verb).find((child) => doc.dep(child) === 'dobj' && child < own);
  const at = object === undefined ? -1 : doc.tokenStart[object]!;
  const other = mentions.findLast(({ id, outer }) => id < mention.id && outer.start <= at && at < outer.end);
  const chain = other === undefined ? undefined : table.chainOf(other);
  return chain !== undefined && agrees(mention, chain) ? chain : undefined;
}

/** `with Ana Cruz, the minister of Chile, and her team`: who is named just before in the list. */
function companionOf(table: ChainTable, mention: Mention): GrowingChain | undefined {
  const { text } = table.text.doc;
  if (
    !POSSESSIVE.test(surface(table, mention)) ||
    !/\band\s+$/.test(text.slice(Math.max(0, mention.start - 6), mention.start))
  )
    return undefined;
  const before = table.text.mentions.slice(Math.max(0, mention.id - 5), mention.id);
  const named = before.findLast(({ form, kind, outer }) => {
    return form === 'name' && kind === 'Person' && /^,?\s+and\s+$/.test(text.slice(outer.end, mention.start));
  });
  const chain = named === undefined ? undefined : table.chainOf(named);
  return chain !== undefined && agrees(mention, chain) ? chain : undefined;
}

export function linkPronoun(table: ChainTable, recency: Recency, mention: Mention): void {
  if (mention.plural) return linkPlural(table, recency, mention);
  if (isEmptyIt(table, mention)) return;
  const thing = thingMeant(table, recency, mention);
  if (thing !== undefined) return table.link(mention, thing, 'pronoun');
  const sentence = sentenceOf(table, mention);
  if (surface(table, mention) === 'latter') {
    const [latter] = recency.lastOf('Person', 1, sentence, 1);
    if (latter !== undefined) table.link(mention, latter, 'pronoun');
    return;
  }
  const inSentence = hasEarlier(recency, mention, sentence);
  const chain =
    guest(table, mention, sentence) ??
    addressee(table, mention) ??
    companionOf(table, mention) ??
    (inSentence ? undefined : comingSubject(table, mention, sentence)) ??
    antecedent(table, recency, mention);
  if (chain === undefined) return;
  table.link(mention, chain, 'pronoun');
  const gender = mention.attributes['gender'];
  if (gender !== undefined && chain.kind === 'Person') chain.attributes['gender'] ??= gender;
}

function hasEarlier(recency: Recency, mention: Mention, sentence: number): boolean {
  for (const seen of recency.back()) {
    if (seen.sentence < sentence) return false;
    if (agrees(mention, seen.chain)) return true;
  }
  return false;
}
