// Seventh stage: says of each relation when it held, how it is meant, and who says so.
import type { DatePrecision } from '../../domain/claim.ts';
import { frameTable, wordList } from '../06-relate/compile-frames.ts';
import type { FrameTable } from '../06-relate/frame.ts';
import type { Knowledge } from '../knowledge.ts';
import type { QualifiedRelation, RelatedText, Relation } from '../types.ts';
import { dependents, lemmaOf, lower } from '../06-relate/syntax.ts';
import type { Doc } from '../../language/doc.ts';
import { governors, isCounterfactual } from './clause.ts';
import { attributionOf } from './attribution.ts';
import { timeOf } from './event-time.ts';
import { eventMood, isToldAsPast } from './event-mood.ts';
import { modalityWords, type ModalityWords } from './modality.ts';
import { polarityOf, type PolarityWords } from './polarity.ts';

/** Standing relations have no event time of their own. */
const TIMELESS = new Set(['PART_OF', 'MEMBER_OF', 'HOLDS_POSITION', 'REPRESENTS', 'ADDRESSES']);
/** A post or a containment is a fact beside the clause that it stands in. */
const MOODLESS = new Set(['PART_OF', 'HOLDS_POSITION']);

/** `refused to step down as director`: a post that changes hands is told with the mood of its verb. */
const CHANGING_RULES = new Set(['post.change/1', 'post.become/1', 'post.serve/1']);

/** The sentence around `the summit in Oslo` says nothing of whether the summit is in Oslo. */
const STANDING_RULES = new Set(['place.after-event/1', 'part.session/1']);

/** What a text is about does not hang on what is said of the text. */
const TEXTUAL_RULES = new Set(['address.name/1']);

/** `will visit at the invitation of Roe`: the visit lies ahead, the invitation does not. */
const GIVEN_BEFORE = new Set(['invite.at-invitation/1']);

/** Who left for a place has not arrived. */
const DEPARTURES = new Set(['visit.leave-for/1']);
const SCHEDULED = /\b(?:to be|will be|scheduled|set for|planned)\b/;

function scheduleMood(doc: Doc, token: number, { trigger }: Relation): 'planned' | 'occurred' {
  const verb = governors(doc, token)[0]?.verb ?? -1;
  const isFuture = verb >= 0 && dependents(doc, verb, 'aux').some((aux) => lower(doc, aux) === 'will');
  return isFuture || SCHEDULED.test(doc.text.slice(trigger.start, trigger.end)) ? 'planned' : 'occurred';
}

/** `proposed to host the talks in Oslo`: the place of an event is as sure as the verb that is to bring the event about. */
function isBroughtAbout(doc: Doc, token: number, words: QualifyWords): boolean {
  let noun = token;
  while (/^(?:amod|compound|nmod|nummod|det|poss)$/.test(doc.dep(noun))) noun = doc.head[noun]!;
  // `the next round of talks`
  while (doc.dep(noun) === 'pobj' && lower(doc, doc.head[noun]!) === 'of') noun = doc.head[doc.head[noun]!]!;
  const verb = lemmaOf(doc, doc.head[noun]!);
  const isWished = words.proposed.has(verb) || words.demanded.has(verb);
  return /^(?:dobj|nsubjpass)$/.test(doc.dep(noun)) && (isWished || words.holding.has(verb));
}

interface QualifyWords extends ModalityWords, PolarityWords {
  readonly speechVerbs: ReadonlySet<string>;
  /** Verbs that bring an event about: host, hold, launch. */
  readonly holding: ReadonlySet<string>;
}

function qualifyWords(table: FrameTable): QualifyWords {
  return {
    denying: wordList(table, 'denying-verbs'),
    failing: wordList(table, 'failing-verbs'),
    attitude: wordList(table, 'attitude-verbs'),
    speechVerbs: wordList(table, 'speech-verbs'),
    holding: wordList(table, 'holding-verbs'),
    ...modalityWords(table),
  };
}

export function qualify(text: RelatedText, knowledge: Knowledge): QualifiedRelation[] {
  const words = qualifyWords(frameTable(knowledge.frames));
  return text.relations
    .filter(({ trigger }) => !isCounterfactual(text.doc, text.doc.tokenAt(trigger.start)))
    .map((relation) => qualifyOne(text, relation, words));
}

function qualifyOne(text: RelatedText, relation: Relation, words: QualifyWords): QualifiedRelation {
  const { doc, clean } = text;
  const trigger = doc.tokenAt(relation.trigger.start);
  const isMoodless =
    (MOODLESS.has(relation.type) && !CHANGING_RULES.has(relation.rule)) ||
    GIVEN_BEFORE.has(relation.rule) ||
    TEXTUAL_RULES.has(relation.rule);
  if (trigger < 0 || isMoodless) return { modality: 'occurred', polarity: 'affirmed', ...relation };
  const time = TIMELESS.has(relation.type) ? {} : timeOf(text, relation, trigger, words.speechVerbs);
  const isStanding = STANDING_RULES.has(relation.rule);
  const isMade = isStanding && isBroughtAbout(doc, trigger, words);
  const told = isStanding && !isMade ? scheduleMood(doc, trigger, relation) : eventMood(doc, trigger, words);
  const attributedTo = attributionOf(text, trigger, words.speechVerbs);
  const isAhead =
    told === 'occurred' &&
    isAfter(time.startDate, time.datePrecision, clean.source.publishedOn) &&
    !isToldAsPast(doc, trigger);
  return {
    modality: isAhead || (told === 'occurred' && DEPARTURES.has(relation.rule)) ? 'planned' : told,
    polarity: isStanding ? 'affirmed' : polarityOf(doc, trigger, words),
    ...relation,
    ...(attributedTo === undefined ? {} : { attributedTo }),
    ...time,
  };
}

/** `begins on Monday` in Saturday's paper has not happened; partial dates are never compared. */
function isAfter(
  date: string | undefined,
  precision: DatePrecision | undefined,
  published: string | undefined,
): boolean {
  if (date === undefined || precision !== 'day' || published === undefined) return false;
  return /^\d{4}-\d\d-\d\d$/.test(date) && /^\d{4}-\d\d-\d\d$/.test(published) && date > published;
}
