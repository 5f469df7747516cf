// When a relation holds: the time expression of its own clause, else the time of its event.
import type { EventTime } from '../../domain/claim.ts';
import type { Span } from '../../domain/span.ts';
import { isA } from '../../schema/index.ts';
import { NOT_WHEN } from '../06-relate/circumstances.ts';
import { governingVerb, isBelow } from '../06-relate/syntax.ts';
import type { RelatedText, Relation, TimeExpression } from '../types.ts';

/** Times in one sentence that are nearer than this many characters to the trigger may belong to it. */
const REACH = 400;

export function timeOf(
  text: RelatedText,
  relation: Relation,
  trigger: number,
  speechVerbs: ReadonlySet<string>,
): EventTime {
  const own = nearestTime(text, relation, trigger, speechVerbs);
  if (own !== undefined) return asEventTime(own);
  for (const end of [relation.target, relation.source, ...eventAt(text, relation.trigger)]) {
    const { attributes } = text.chains[end]!;
    const { startDate, endDate, datePrecision } = attributes;
    if (typeof startDate !== 'string') continue;
    return {
      startDate,
      ...(typeof endDate === 'string' ? { endDate } : {}),
      ...(datePrecision === 'day' || datePrecision === 'month' || datePrecision === 'year' ? { datePrecision } : {}),
    };
  }
  return {};
}

/** The event that the trigger noun itself names: talks that were dated before have that date. */
function eventAt(text: RelatedText, { start }: Span): readonly number[] {
  const mention = text.mentions.find(({ outer, kind }) => {
    return outer.start <= start && start < outer.end && kind !== undefined && isA(kind, 'Event');
  });
  return mention === undefined ? [] : text.chainsOf(mention.id);
}

function asEventTime({ startDate, endDate, datePrecision }: TimeExpression): EventTime {
  return { startDate, ...(endDate === undefined ? {} : { endDate }), datePrecision };
}

function nearestTime(
  text: RelatedText,
  relation: Relation,
  trigger: number,
  speechVerbs: ReadonlySet<string>,
): TimeExpression | undefined {
  const { doc, times } = text;
  const verb = governingVerb(doc, trigger);
  let best: TimeExpression | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const time of times) {
    if (time.start < relation.evidence.start || time.end > relation.evidence.end) continue;
    if (NOT_WHEN.test(doc.text.slice(Math.max(0, time.start - 20), time.start))) continue;
    const distance = Math.min(Math.abs(time.start - relation.trigger.end), Math.abs(relation.trigger.start - time.end));
    const token = doc.tokenAt(time.start);
    if (token < 0 || distance > REACH) continue;
    const cost = distance + clauseCost(text, token, trigger, verb, relation, speechVerbs);
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = time;
  }
  return bestCost < 2 * REACH ? best : undefined;
}

/** A time below the trigger is its own; one under another verb is that verb's. */
function clauseCost(
  text: RelatedText,
  time: number,
  trigger: number,
  verb: number,
  relation: Relation,
  speechVerbs: ReadonlySet<string>,
): number {
  const { doc } = text;
  const owner = governingVerb(doc, time);
  if (owner === verb || (trigger !== verb && isBelow(doc, time, trigger) && !isBelow(doc, owner, trigger))) return 0;
  if (owner < 0) return 20;
  if (isBelow(doc, owner, verb < 0 ? trigger : verb)) return 2 * REACH;
  const isSpeech = speechVerbs.has(doc.lemma(owner)) && relation.type !== 'STATED' && relation.type !== 'PROPOSED';
  if (isSpeech) return 2 * REACH;
  return isBelow(doc, trigger, owner) ? 100 : 2 * REACH;
}
