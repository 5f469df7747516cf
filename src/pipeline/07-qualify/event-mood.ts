// Whether a mention speaks of an event that took place or of one that is planned, proposed or demanded.
import type { Modality } from '../../domain/claim.ts';
import type { Doc } from '../../language/doc.ts';
import { dependents, isVerb, lemmaOf, lower } from '../06-relate/syntax.ts';
import { governors } from './clause.ts';
import { modalityOf, type ModalityWords } from './modality.ts';

const SETTING = new Set(['at', 'during', 'after', 'following', 'in']);

/** Mood in which the text speaks of the event whose noun is `token`. */
export function eventMood(doc: Doc, token: number, words: ModalityWords): Modality {
  const verb = verbDoneAt(doc, token, words);
  return modalityOf(doc, verb < 0 ? token : verb, words);
}

/** `At the summit Lee proposed …`: what is proposed at an event says nothing of the event. */
function verbDoneAt(doc: Doc, token: number, words: ModalityWords): number {
  const prep = doc.head[token]!;
  if (doc.dep(token) !== 'pobj' || !SETTING.has(lower(doc, prep))) return -1;
  let verb = doc.head[prep]!;
  // `agreed to open the bridge, in their second meeting`: behind a comma it is where they agreed.
  if (prep > 0 && doc.token(prep - 1) === ',' && doc.dep(verb) === 'xcomp') verb = doc.head[verb]!;
  const lemma = lemmaOf(doc, verb);
  // `looked forward to the entry at the summit`: the summit is what is looked forward to.
  const isAct = [words.planned, words.proposed, words.demanded].some((verbs) => verbs.has(lemma)) && lemma !== 'look';
  return isVerb(doc, verb) && isAct && dependents(doc, verb, 'auxpass').length === 0 ? verb : -1;
}

/** `attended the meeting`, `the meeting was chaired by`: told after it happened. */
export function isToldAsPast(doc: Doc, token: number): boolean {
  return isPast(doc, governors(doc, token)[0]?.verb ?? -1);
}

/** `met on Monday` is told after it happened, whatever the page says of its own date. */
export function isPast(doc: Doc, verb: number): boolean {
  if (verb < 0) return false;
  if (doc.tag(verb) === 'VBD') return true;
  return dependents(doc, verb, 'aux', 'auxpass').some((aux) => doc.tag(aux) === 'VBD');
}
