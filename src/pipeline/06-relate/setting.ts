// The event that unnamed participants are at: `Concluding the meeting, delegates approved …`.
import { eventMood, isToldAsPast } from '../07-qualify/event-mood.ts';
import { modalityWords } from '../07-qualify/modality.ts';
import { wordList } from './compile-frames.ts';
import { isPlain } from './events.ts';
import { headToken } from './filler.ts';
import type { Argument } from './predication.ts';
import type { Reading } from './reading.ts';
import { dependents, isPassive, lemmaOf, lower, prepositions } from './syntax.ts';
import { EVENT_VERBS, surfaceSubjects } from './verb-arguments.ts';

const AT = new Set(['at', 'during', 'in', 'concluding', 'following', 'after']);
/** `Lee also participated`: how far back the event may have been spoken of. */
const SENTENCES_BACK = 2;
/** `Also present were Lee and Roe` closes a report of one meeting. */
const SENTENCES_BACK_OF_PRESENT = 6;

/** Head token of the event, where the verb's subject is a group without a name; empty else. */
export function settingOf(reading: Reading, verb: number): Argument[] {
  const { doc } = reading.text;
  const participants = wordList(reading.table, 'participants');
  const subject = surfaceSubjects(doc, verb).find((token) => participants.has(lemmaOf(doc, token)));
  if (subject === undefined) return [];
  const phrases = [...prepositions(doc, subject), ...prepositions(doc, verb)].filter(({ prep }) =>
    AT.has(lower(doc, prep)),
  );
  const clauses = dependents(doc, verb, 'advcl').flatMap((clause) => dependents(doc, clause, 'dobj'));
  const near = [...phrases.map(({ object }) => object), ...clauses].filter((token) => isEvent(reading, token));
  const found = near[0] ?? wholeBefore(reading, subject) ?? lastEventBefore(reading, subject);
  return found === undefined ? [] : [{ slot: 'setting', token: found }];
}

/** `Leaders adopted …`: all who were at the summit, not the two who talked beside it. */
function wholeBefore(reading: Reading, subject: number): number | undefined {
  const { doc } = reading.text;
  const isPair = ['side', 'party'].includes(lemmaOf(doc, subject)) || dependents(doc, subject, 'nummod').length > 0;
  if (isPair || dependents(doc, subject, 'det').some((token) => lower(doc, token) === 'both')) return undefined;
  const isPart = (event: number): boolean => PART.test(reading.chains[event]!.name);
  return lastEventBefore(reading, subject, (event) => !isPlain(reading, event) && !isPart(event));
}

/** `the Opening Session` adopts nothing, the meeting does. */
const PART =
  /^(?:the )?(?:opening|closing|plenary|inaugural|concluding|final|working|first|second|third|morning|afternoon|panel)(?: \p{L}+)? (?:session|ceremony|segment|panel|discussion)$/iu;

/** `Lee also participated.`: the event that was spoken of last. */
export function recentEvent(reading: Reading, verb: number, list: readonly Argument[]): Argument[] {
  const { doc } = reading.text;
  const isPresent =
    lemmaOf(doc, verb) === 'be' && dependents(doc, verb, 'acomp').some((token) => lower(doc, token) === 'present');
  if (isInAttendance(reading, verb)) return nearEventBefore(reading, verb, SENTENCES_BACK_OF_PRESENT);
  if (isRepresented(reading, verb)) return nearEventBefore(reading, verb, SENTENCES_BACK_OF_PRESENT);
  if (isDelegationLed(reading, verb, list) || isOfProceedings(reading, verb, list) || isSpeechThere(reading, verb))
    return nearEventBefore(reading, verb, SENTENCES_BACK_OF_PRESENT, true);
  if (!isPresent && !wordList(reading.table, 'bare-attending-verbs').has(lemmaOf(doc, verb))) return [];
  const isBare = list.every(
    ({ slot, token }) =>
      !['object', 'in', 'at', 'for', 'to', 'over', 'complement'].includes(slot) || lower(doc, token) === 'person',
  );
  if (!isBare) return [];
  return nearEventBefore(reading, verb, isPresent ? SENTENCES_BACK_OF_PRESENT : SENTENCES_BACK);
}

/** `The Peruvian side was headed by Lee`, `Roe led the Chilean delegation`: at what was spoken of last, where nothing else is said. */
function isDelegationLed({ text: { doc } }: Reading, verb: number, list: readonly Argument[]): boolean {
  if (!/^(?:lead|head)$/.test(lemmaOf(doc, verb)) || !isToldAsPast(doc, verb) || doc.head[verb] !== verb) return false;
  const isSide = ({ slot, token }: Argument): boolean =>
    slot === 'object' && /^(?:side|delegation)s?$/.test(lower(doc, token));
  return list.some(isSide) && !list.some(({ slot }) => /^(?:to|at|for|in|on|during)~?$/.test(slot));
}

/** What the text reports on, and not the congress `since` which there was progress: a subject or a title. */
function isReportedOn({ chains, mentions, text: { doc, clean } }: Reading, event: number): boolean {
  return chains[event]!.mentions.some((id) => {
    const mention = mentions[id]!;
    const head = headToken(doc, mention);
    if (/^nsubj/.test(doc.dep(head)) || (doc.dep(head) === 'dobj' && EVENT_VERBS.has(doc.lemma(doc.head[head]!))))
      return true;
    return clean.blocks.some(
      ({ kind, start, end }) => kind === 'title' && start <= mention.start && mention.end <= end,
    );
  });
}

/** `Lee presided over the proceedings`. */
function isOfProceedings({ text: { doc } }: Reading, verb: number, list: readonly Argument[]): boolean {
  const isOver = ({ slot, token }: Argument): boolean =>
    /^(?:object|over)$/.test(slot) && /^(?:proceedings|deliberations)$/.test(lower(doc, token));
  return /^(?:preside|chair|co-chair)$/.test(lemmaOf(doc, verb)) && list.some(isOver);
}

/** `Lee gave a presentation`, `Roe delivered the opening remarks`: where the meeting is that was spoken of last. */
function isSpeechThere({ text: { doc } }: Reading, verb: number): boolean {
  if (!/^(?:give|deliver|make)$/.test(lemmaOf(doc, verb))) return false;
  const speech = dependents(doc, verb, 'dobj', 'nsubjpass')[0];
  if (
    speech === undefined ||
    prepositions(doc, verb).some(({ prep }) => /^(?:at|in|to|during)$/.test(lower(doc, prep)))
  )
    return false;
  if (/^(?:presentations?|keynote)$/.test(lower(doc, speech))) return true;
  const words = dependents(doc, speech, 'amod', 'compound', 'nmod').map((token) => lower(doc, token));
  return (
    /^(?:remarks?|address|addresses|speech|speeches|statements?)$/.test(lower(doc, speech)) &&
    words.some((word) => /^(?:opening|closing|welcome|welcoming|introductory|concluding|keynote)$/.test(word))
  );
}

/** `Norway was represented by its minister, and Chile at ministerial level`: at what was spoken of last. */
function isRepresented({ text: { doc } }: Reading, verb: number): boolean {
  if (lemmaOf(doc, verb) !== 'represent' || !isPassive(doc, verb) || !isToldAsPast(doc, verb)) return false;
  return prepositions(doc, verb).every(
    ({ prep, object }) => lower(doc, prep) === 'by' || (lower(doc, prep) === 'at' && lemmaOf(doc, object) === 'level'),
  );
}

/** `Also in attendance were Roe and Lee`, `others in attendance were`. */
function isInAttendance({ text: { doc } }: Reading, verb: number): boolean {
  if (lemmaOf(doc, verb) !== 'be') return false;
  const phrases = [verb, ...dependents(doc, verb, 'nsubj')].flatMap((token) => prepositions(doc, token));
  return phrases.some(
    ({ prep, object }) =>
      lower(doc, prep) === 'in' && lower(doc, object) === 'attendance' && prepositions(doc, object).length === 0,
  );
}

/** `Lee was among the participants.`: those at the event that was spoken of last; `claimed responsibility`: for the only attack. */
export function recentEventOf(reading: Reading, noun: number, list: readonly Argument[]): Argument[] {
  const lemma = lemmaOf(reading.text.doc, noun);
  if (lemma === 'responsibility') return soleIncident(reading, noun);
  if (isOpeningSpeech(reading, noun) && !list.some(({ slot }) => /^(?:at|to|in|of|for)~?$/.test(slot)))
    return nearEventBefore(reading, noun);
  if (!['participant', 'attendee'].includes(lemma)) return [];
  if (list.some(({ slot }) => ['of', 'in', 'at', 'to'].includes(slot))) return [];
  // `ARF participants`: who takes part in the forum need not be at the workshop, nor is the forum held.
  const { doc } = reading.text;
  const isOwned = dependents(doc, noun, 'compound', 'nmod', 'poss').some((token) => isEvent(reading, token));
  return isOwned ? [] : nearEventBefore(reading, noun);
}

/** `Lee will deliver the keynote address`: only what is going on has one. */
function isOpeningSpeech({ text: { doc } }: Reading, noun: number): boolean {
  if (!/^(?:speech|address|remark|statement|keynote)$/.test(lemmaOf(doc, noun))) return false;
  const words = [noun, ...dependents(doc, noun, 'amod', 'compound', 'nmod')].map((token) => lower(doc, token));
  return words.some((word) => /^(?:keynote|opening|closing|inaugural|welcome|welcoming)$/.test(word));
}

function soleIncident(reading: Reading, noun: number): Argument[] {
  const incidents = reading.chains.filter(({ kind, mentions }) => kind === 'Incident' && mentions.length > 0);
  if (incidents.length !== 1) return [];
  const heads = incidents[0]!.mentions.map((id) => headToken(reading.text.doc, reading.mentions[id]!));
  const token = heads.filter((head) => head < noun).at(-1);
  return token === undefined ? [] : [{ slot: 'recent-event', token }];
}

function nearEventBefore(reading: Reading, verb: number, back = SENTENCES_BACK, isReported = false): Argument[] {
  const { doc } = reading.text;
  const { from } = doc.sentences[Math.max(0, doc.sentence[verb]! - back)]!;
  const fits = (chain: number): boolean =>
    mayBeAt(reading, verb, chain) && (!isReported || isReportedOn(reading, chain));
  const event = lastEventBefore(reading, verb, fits, from);
  return event === undefined ? [] : [{ slot: 'recent-event', token: event }];
}

/** Nobody `also attended` a dialogue that was only suggested. */
function mayBeAt(reading: Reading, verb: number, event: number): boolean {
  const { doc } = reading.text;
  if (!isToldAsPast(doc, verb)) return true;
  const words = modalityWords(reading.table);
  const heads = reading.chains[event]!.mentions.map((id) => headToken(doc, reading.mentions[id]!));
  return heads.some((head) => eventMood(doc, head, words) === 'occurred');
}

/** `Juan Roe signed for Chile`, `after signing the document`: the text that was spoken of last. */
export function recentInstrument(reading: Reading, verb: number): Argument[] {
  const { doc } = reading.text;
  const objects = dependents(doc, verb, 'dobj', 'nsubjpass');
  const isText = (object: number): boolean =>
    wordList(reading.table, 'texts').has(lemmaOf(doc, object)) || /^(?:it|both|them)$/.test(lower(doc, object));
  if (!objects.every(isText)) return [];
  for (let at = verb - 1; at >= 0; at -= 1) {
    const mention = reading.mentionAt(at);
    if (mention === undefined) continue;
    const isInstrument = reading.chainsOf(mention.id).some((chain) => reading.familyOf(chain) === 'instrument');
    if (isInstrument) return [{ slot: 'recent-text', token: at }];
  }
  return [];
}

function isEvent(reading: Reading, token: number): boolean {
  const mention = reading.mentionAt(token);
  return mention !== undefined && reading.chainsOf(mention.id).some((chain) => reading.familyOf(chain) === 'event');
}

function lastEventBefore(
  reading: Reading,
  token: number,
  fits: (event: number) => boolean = () => true,
  from = 0,
): number | undefined {
  for (let at = token - 1; at >= from; at -= 1)
    if (isEvent(reading, at) && reading.chainsOf(reading.mentionAt(at)!.id).some(fits)) return at;
  return undefined;
}
