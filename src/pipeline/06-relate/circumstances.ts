// Where and when the clause of a trigger says that something happened.
import type { Attributes } from '../../domain/claim.ts';
import type { TimeExpression } from '../types.ts';
import type { Reading } from './reading.ts';
import { governingVerb, isBelow, sentenceSpan } from './syntax.ts';

const AT = /\b(?:in|at)\s+(?:the\s+(?:\p{L}+\s+){0,2})?$/iu;
/** A time after these bounds something else: `extending the mandate until 30 June`. */
export const NOT_WHEN = /\b(?:until|till|since|by|before|after|through|beyond|for)\s+(?:the\s+)?$/i;
/** A place after these is where something else is: `to discuss the situation in Ukraine`. */
export const ELSEWHERE =
  /\b(?:situation|war|crisis|conflict|peace|developments?|ceasefire|events?|attacks?|elections?)\b/i;

/** The most specific place that the clause names after the trigger, no verb between. */
export function placeOf(reading: Reading, trigger: number): number | undefined {
  const { doc, mentions } = reading.text;
  const sentence = sentenceSpan(doc, trigger);
  const from = doc.tokenEnd[trigger]!;
  for (const mention of mentions) {
    if (mention.form !== 'name' || mention.start < from || mention.end > sentence.end) continue;
    const place = reading
      .chainsOf(mention.id)
      .find((chain) => ['place', 'country'].includes(reading.familyOf(chain) ?? ''));
    if (place === undefined) continue;
    const gap = doc.text.slice(from, mention.start);
    if (!AT.test(gap) || ELSEWHERE.test(gap.slice(-60)) || !isInClause(reading, trigger, mention.start)) continue;
    const owned = mentions[mention.id + 1];
    const isOwner = owned !== undefined && /^['’]s?\s+$/.test(doc.text.slice(mention.end, owned.start));
    const inner = isOwner ? reading.chainsOf(owned.id).find((chain) => reading.familyOf(chain) === 'place') : undefined;
    return inner ?? place;
  }
  return undefined;
}

/** Below the trigger's own verb, or with no other verb before it. */
function isInClause(reading: Reading, trigger: number, at: number): boolean {
  const { doc } = reading.text;
  const owner = governingVerb(doc, doc.tokenAt(at));
  return owner === governingVerb(doc, trigger) || !hasVerb(reading, trigger, at);
}

function hasVerb({ text: { doc } }: Reading, trigger: number, until: number): boolean {
  for (let token = trigger + 1; token < doc.length && doc.tokenStart[token]! < until; token += 1) {
    if (/^VB/.test(doc.tag(token)) && doc.dep(token) !== 'amod') return true;
  }
  return false;
}

/** Date attributes from the time expression of the trigger's own clause. */
export function timeNear(reading: Reading, trigger: number): Attributes | undefined {
  const { doc, times } = reading.text;
  const sentence = sentenceSpan(doc, trigger);
  const verb = governingVerb(doc, trigger);
  const inSentence = times.filter(
    ({ start, end }) =>
      start >= sentence.start && end <= sentence.end && !NOT_WHEN.test(doc.text.slice(Math.max(0, start - 20), start)),
  );
  const own = inSentence.filter((time) => governingVerb(doc, Math.max(0, doc.tokenAt(time.start))) === verb);
  const [only] = inSentence;
  const isFree = only !== undefined && inSentence.length === 1 && !isInClauseBelow(reading, only, trigger);
  const time = own[0] ?? (isFree ? only : undefined);
  return time === undefined ? undefined : dateAttributes(time);
}

/** `met Lee, who stepped down last month`: the time of a clause below is its own. */
function isInClauseBelow({ text: { doc } }: Reading, time: TimeExpression, trigger: number): boolean {
  const owner = governingVerb(doc, Math.max(0, doc.tokenAt(time.start)));
  const verb = governingVerb(doc, trigger);
  return owner >= 0 && verb >= 0 && owner !== verb && isBelow(doc, owner, verb);
}

export function dateAttributes({ startDate, endDate, datePrecision }: TimeExpression): Attributes {
  return { datePrecision, ...(endDate === undefined ? {} : { endDate }), startDate };
}
