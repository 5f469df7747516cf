// Meetings and calls without a name become events that those who met attended, when the text gives them a part.
import { isA } from '../../schema/index.ts';
import { eventMood, isToldAsPast } from '../07-qualify/event-mood.ts';
import { modalityWords } from '../07-qualify/modality.ts';
import type { Chain, Mention, Relation } from '../types.ts';
import { wordList } from './compile-frames.ts';
import { headToken } from './filler.ts';
import type { Reading } from './reading.ts';
import { sentenceSpan } from './syntax.ts';
import { placeOf, timeNear } from './circumstances.ts';

interface Encounter {
  /** Index of the token that says that they met. */
  readonly trigger: number;
  readonly relations: readonly Relation[];
}

export function relateEncounters(reading: Reading): void {
  const encounters = collectEncounters(reading);
  if (encounters.length === 0) return;
  for (const chain of [...reading.chains]) {
    const mention = unnamedMeeting(reading, chain);
    if (mention === undefined) continue;
    const encounter = encounterOf(reading, chain, mention, encounters);
    if (encounter !== undefined) materialise(reading, chain, encounter);
  }
}

function collectEncounters(reading: Reading): Encounter[] {
  const byTrigger = new Map<number, Relation[]>();
  for (const relation of reading.relations) {
    if (relation.type !== 'MET_WITH' && relation.type !== 'SPOKE_WITH') continue;
    const trigger = reading.text.doc.tokenAt(relation.trigger.start);
    const known = byTrigger.get(trigger);
    if (known === undefined) byTrigger.set(trigger, [relation]);
    else known.push(relation);
  }
  return [...byTrigger].map(([trigger, relations]) => ({ trigger, relations })).sort((a, b) => a.trigger - b.trigger);
}

/** First mention of a chain that no name identifies and that says no more than `the bilateral meeting`. */
function unnamedMeeting(reading: Reading, chain: Chain): Mention | undefined {
  if (!isA(chain.kind, 'Event') || isA(chain.kind, 'Incident') || isA(chain.kind, 'Visit')) return undefined;
  const mentions = chain.mentions.map((id) => reading.mentions[id]!);
  if (mentions.some(({ plural }) => plural)) return undefined;
  const plain = wordList(reading.table, 'plain-meeting-words');
  const words = chain.name
    .toLowerCase()
    .replace(/\s(?:on|with|between|in|at)\s.*$/, '')
    .split(/[\s-]+/);
  return words.every((word) => plain.has(word) || /\d/.test(word)) ? mentions[0] : undefined;
}

function encounterOf(
  reading: Reading,
  chain: Chain,
  mention: Mention,
  encounters: readonly Encounter[],
): Encounter | undefined {
  const { doc } = reading.text;
  const inside = encounters.find(({ trigger }) => {
    const start = doc.tokenStart[trigger]!;
    return start >= mention.outer.start && start < mention.outer.end;
  });
  const isCall = isA(chain.kind, 'Call');
  const determiner = doc.text.slice(mention.outer.start, mention.start).trim().toLowerCase();
  if (!['the', 'this', 'that', 'their'].includes(determiner)) return inside;
  const last = encounters.findLast(
    ({ trigger, relations }) =>
      doc.tokenStart[trigger]! < mention.outer.start &&
      relations.some(({ type }) => (type === 'SPOKE_WITH') === isCall) &&
      isOfOneMood(reading, mention, trigger),
  );
  if (last === undefined && inside === undefined && isCall && determiner === 'their') {
    return theirCall(reading, mention, encounters);
  }
  return last !== undefined && !isSeparate(reading, last) ? last : inside;
}

/** `may meet` gives no meeting that anybody attended; a summit that is demanded is not the meeting that was held. */
function isOfOneMood(reading: Reading, mention: Mention, trigger: number): boolean {
  const { doc } = reading.text;
  const words = modalityWords(reading.table);
  const head = headToken(doc, mention);
  const spokenOf = eventMood(doc, head, words);
  if (eventMood(doc, trigger, words) === 'occurred') return spokenOf === 'occurred' || spokenOf === 'planned';
  return spokenOf !== 'occurred' || !isToldAsPast(doc, head);
}

/** `the meeting followed their phone call`: those who met had spoken before. */
function theirCall(reading: Reading, mention: Mention, encounters: readonly Encounter[]): Encounter | undefined {
  const met = encounters.findLast(({ trigger }) => reading.text.doc.tokenStart[trigger]! < mention.outer.start);
  const pair = met?.relations[0];
  if (pair === undefined || met?.relations.length !== 1) return undefined;
  const first = reading.relations.length;
  const { source, target } = pair;
  reading.add({
    type: 'SPOKE_WITH',
    source,
    target,
    trigger: mention,
    rule: 'encounter.their-call/1',
    attributes: { mode: 'call' },
  });
  const trigger = reading.text.doc.tokenAt(mention.end - 1);
  return { trigger, relations: reading.relations.slice(first) };
}

/** `met A and B in separate meetings` is not one meeting. */
function isSeparate(reading: Reading, { trigger, relations }: Encounter): boolean {
  const sentence = sentenceSpan(reading.text.doc, trigger);
  const text = reading.text.doc.text.slice(sentence.start, sentence.end);
  return relations.length > 1 && /\bseparate(?:ly)?\b/.test(text);
}

function materialise(reading: Reading, chain: Chain, { trigger, relations }: Encounter): void {
  const sides = [...new Set(relations.flatMap(({ source, target }) => [source, target]))];
  const place = placeOf(reading, trigger);
  const time = timeNear(reading, trigger);
  const isUsed = reading.relations.some(({ source, target }) => source === chain.id || target === chain.id);
  const isCall = isA(chain.kind, 'Call');
  const isPlaced = time !== undefined && (place !== undefined || isOwnWord(reading, chain, trigger));
  if (!isUsed && !isPlaced && !isCall) return;
  const first = relations[0]!;
  if (time !== undefined) reading.describe(chain.id, time);
  const stated = { trigger: first.trigger, evidence: first.evidence, rule: 'encounter/1', confidence: 0.8 };
  for (const side of sides) {
    if (isCall || reading.has('ATTENDED', side, chain.id)) continue;
    reading.add({ type: 'ATTENDED', source: side, target: chain.id, ...stated });
  }
  if (place !== undefined) reading.add({ type: 'TOOK_PLACE_IN', source: chain.id, target: place, ...stated });
}

/** The noun itself says that they met: `had a bilateral meeting with`. */
function isOwnWord(reading: Reading, chain: Chain, trigger: number): boolean {
  return chain.mentions.includes(reading.mentionAt(trigger)?.id ?? -1);
}
