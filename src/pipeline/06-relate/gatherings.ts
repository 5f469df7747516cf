// Gatherings of many states: `The foreign ministers of A, B, C and D met in Rio` is a meeting that those states attended.
import type { Mention } from '../types.ts';
import { placeOf, timeNear } from './circumstances.ts';
import { headToken } from './filler.ts';
import type { Reading } from './reading.ts';
import { dependents, isVerb, lemmaOf, tokenSpan } from './syntax.ts';

const GATHER = new Set(['meet', 'gather', 'convene', 'assemble']);
/** Two states meet each other; a list of more came to a meeting. */
const MANY = 3;
const LINK = /^\s*(?:,|;|and|,\s*and|as well as)\s*(?:the\s+)?$/;

export function relateGatherings(reading: Reading): void {
  const { doc } = reading.text;
  for (const mention of reading.text.mentions) {
    if (!mention.plural || mention.form !== 'nominal' || mention.posts.length === 0) continue;
    const meeting = meetingOf(reading, mention);
    if (meeting !== undefined) {
      relateSummit(reading, mention, meeting);
      continue;
    }
    const head = headToken(doc, mention);
    const verb = head < 0 ? -1 : doc.head[head]!;
    if (verb < 0 || doc.dep(head) !== 'nsubj' || !isVerb(doc, verb) || !GATHER.has(lemmaOf(doc, verb))) continue;
    if (dependents(doc, verb, 'dobj').length > 0) continue;
    const states = statesBehind(reading, mention);
    if (states.length >= MANY) relateGathering(reading, mention, verb, states);
  }
}

/** `the summit of the leaders of A and B`: the meeting before those who are said to meet. */
function meetingOf(reading: Reading, { id, outer }: Mention): Mention | undefined {
  const before = reading.text.mentions[id - 1];
  if (before === undefined || !/^\s+of\s+$/.test(reading.text.doc.text.slice(before.outer.end, outer.start)))
    return undefined;
  const chain = reading.chainsOf(before.id)[0];
  return chain !== undefined && reading.chains[chain]!.kind === 'Meeting' ? before : undefined;
}

function relateSummit(reading: Reading, mention: Mention, meeting: Mention): void {
  const states = statesBehind(reading, mention);
  if (states.length < 2) return;
  const [target] = reading.chainsOf(meeting.id);
  const trigger = { start: meeting.start, end: meeting.end };
  for (const source of states)
    reading.add({ type: 'ATTENDED', source, target: target!, trigger, rule: 'attend.summit-of/1', confidence: 0.8 });
}

function statesBehind(reading: Reading, mention: Mention): readonly number[] {
  const { doc, mentions } = reading.text;
  const found: number[] = [];
  let last: number | undefined;
  for (const next of mentions.slice(mention.id + 1)) {
    const isNext = last === undefined || LINK.test(doc.text.slice(last, next.outer.start));
    const chain = next.form === 'name' ? reading.chainsOf(next.id)[0] : undefined;
    if (!isNext || chain === undefined || reading.familyOf(chain) !== 'country') break;
    found.push(chain);
    last = next.outer.end;
  }
  return found;
}

function relateGathering(reading: Reading, mention: Mention, verb: number, states: readonly number[]): void {
  const role = mention.posts[0]!.role;
  const span = { start: mention.start, end: mention.start + role.length };
  const event = reading.chainFor({
    kind: 'Meeting',
    name: `meeting of ${role}`,
    span,
    attributes: { form: 'meeting' },
  });
  const trigger = tokenSpan(reading.text.doc, verb);
  const time = timeNear(reading, verb);
  if (time !== undefined) reading.describe(event, time);
  for (const source of states)
    reading.add({ type: 'ATTENDED', source, target: event, trigger, rule: 'attend.gathering/1', confidence: 0.8 });
  const place = placeOf(reading, verb);
  if (place !== undefined)
    reading.add({ type: 'TOOK_PLACE_IN', source: event, target: place, trigger, rule: 'place.gathering/1' });
}
