// Whether a relation is told as having occurred, or as planned, proposed, demanded or conditional.
import type { Modality } from '../../domain/claim.ts';
import type { Doc } from '../../language/doc.ts';
import { wordList } from '../06-relate/compile-frames.ts';
import type { FrameTable } from '../06-relate/frame.ts';
import { dependents, lemmaOf, lower } from '../06-relate/syntax.ts';
import { auxiliaries, governors, type Governor } from './clause.ts';

export interface ModalityWords {
  readonly planned: ReadonlySet<string>;
  readonly proposed: ReadonlySet<string>;
  readonly demanded: ReadonlySet<string>;
  readonly conditional: ReadonlySet<string>;
  readonly plannedAdjectives: ReadonlySet<string>;
  readonly plannedNouns: ReadonlySet<string>;
}

export function modalityWords(table: FrameTable): ModalityWords {
  return {
    planned: wordList(table, 'planning-verbs'),
    proposed: wordList(table, 'proposing-verbs'),
    demanded: wordList(table, 'demanding-verbs'),
    conditional: wordList(table, 'conditional-verbs'),
    plannedAdjectives: wordList(table, 'planned-adjectives'),
    plannedNouns: wordList(table, 'planning-nouns'),
  };
}

const FUTURE = new Set(['will', 'shall', "'ll", '’ll']);
const CONDITIONAL = new Set(['would', 'could', 'may', 'might']);
const BEFORE_IT_HAPPENS = new Set(['before', 'ahead', 'for', 'toward', 'towards', 'until']);
/** `preparations for the summit`, `the run-up to the summit`. */
const PREPARING = new Set(['preparation', 'preparedness', 'run-up', 'lead-up', 'buildup', 'build-up', 'countdown']);
/** Links through which the mood of a verb reaches the clause below it. */
const COMPLEMENT = new Set(['xcomp', 'ccomp', 'dobj', 'pobj', 'acl', 'advcl', 'prep', 'acomp', 'oprd']);

export function modalityOf(doc: Doc, trigger: number, words: ModalityWords): Modality {
  const above = governors(doc, trigger);
  return nominalMood(doc, trigger, words) ?? firstMood(doc, trigger, above, words) ?? 'occurred';
}

function firstMood(doc: Doc, trigger: number, above: readonly Governor[], words: ModalityWords): Modality | undefined {
  for (const [depth, governor] of above.entries()) {
    const mood = governor.link === '' ? ownMood(doc, governor) : governedMood(doc, trigger, governor, words);
    if (mood !== undefined) return mood;
    if (governor.link === 'relcl' || governor.link === 'nsubj') return undefined;
    const next = above[depth + 1];
    if (next !== undefined && !reaches(doc, governor, next)) return undefined;
  }
  return undefined;
}

/** A finite clause of its own (`said that it had met`) is cut off from the mood above, but for verbs of wish and plan. */
function reaches(doc: Doc, governor: Governor, next: Governor): boolean {
  if (next.link === 'conj') return dependents(doc, governor.verb, 'nsubj', 'nsubjpass', 'aux').length === 0;
  return COMPLEMENT.has(next.link);
}

function ownMood(doc: Doc, { verb }: Governor): Modality | undefined {
  const aux = auxiliaries(doc, verb);
  const forms = dependents(doc, verb, 'aux').map((token) => lower(doc, token));
  if (aux.some((word) => FUTURE.has(word)) || forms.some((word) => FUTURE.has(word))) return 'planned';
  if (forms.some((word) => CONDITIONAL.has(word))) return 'conditional';
  if (forms.some((word) => word === 'should' || word === 'must')) return 'demanded';
  if (dependents(doc, verb, 'mark').some((mark) => ['if', 'unless', 'whether'].includes(lower(doc, mark))))
    return 'conditional';
  // `is due in Oslo`
  if (dependents(doc, verb, 'acomp').some((token) => lower(doc, token) === 'due')) return 'planned';
  // `the summit, to be held in Oslo`
  const isToBeDone = forms.includes('to') && aux.includes('be') && doc.tag(verb) === 'VBN';
  if (isToBeDone && ['acl', 'advcl', 'relcl', 'ROOT'].includes(doc.dep(verb))) return 'planned';
  const isInfinitive = doc.tag(verb) === 'VB' && forms.includes('to');
  return isInfinitive && isHeadline(doc, verb) ? 'planned' : undefined;
}

/** `Chilean minister to visit Norway`: nothing above the infinitive but perhaps the one who is to do it. */
function isHeadline(doc: Doc, verb: number): boolean {
  const above = doc.head[verb]!;
  if (above === verb) return true;
  const isAbout = /^NN/.test(doc.tag(above)) && ['acl', 'relcl'].includes(doc.dep(verb));
  return isAbout && doc.head[above] === above;
}

function governedMood(doc: Doc, trigger: number, governor: Governor, words: ModalityWords): Modality | undefined {
  const { verb, link, below } = governor;
  const lemma = lemmaOf(doc, verb);
  const isInfinitive = isToInfinitive(doc, below) || link === 'xcomp' || link === 'dobj' || link === 'prep';
  if (lemma === 'be' && isToInfinitive(doc, below) && link !== 'advcl') return 'planned';
  if (lemma === 'go' && link === 'xcomp') return 'planned';
  if (words.conditional.has(lemma) && isInfinitive) return 'conditional';
  if (words.planned.has(lemma) && (isInfinitive || link === 'nsubjpass' || link === 'ccomp')) return 'planned';
  if (words.proposed.has(lemma) && (isInfinitive || link === 'ccomp')) return 'proposed';
  if (words.demanded.has(lemma) && (isInfinitive || link === 'ccomp')) return 'demanded';
  const noun = below === trigger ? undefined : nounBetween(doc, below, verb, words);
  if (noun !== undefined) return noun;
  return ownMood(doc, governor);
}

function isToInfinitive(doc: Doc, token: number): boolean {
  return token >= 0 && doc.tag(token) === 'VB' && dependents(doc, token, 'aux').some((aux) => lower(doc, aux) === 'to');
}

/** `the decision to introduce`, `plans for a visit`. */
function nounBetween(doc: Doc, below: number, verb: number, words: ModalityWords): Modality | undefined {
  let at = below;
  for (let steps = 0; steps < 8 && at >= 0 && at !== verb; steps += 1) {
    if (words.plannedNouns.has(lemmaOf(doc, at))) return 'planned';
    if (doc.head[at] === at) break;
    at = doc.head[at]!;
  }
  return undefined;
}

function nominalMood(doc: Doc, trigger: number, words: ModalityWords): Modality | undefined {
  if (!/^NN/.test(doc.tag(trigger))) {
    const head = doc.head[trigger]!;
    const isHeld = doc.dep(trigger) === 'acl' && isToInfinitive(doc, trigger);
    return isHeld && words.plannedNouns.has(lemmaOf(doc, head)) ? 'planned' : undefined;
  }
  const modifiers = dependents(doc, trigger, 'amod', 'compound', 'advmod').map((token) => lower(doc, token));
  if (modifiers.some((word) => words.plannedAdjectives.has(word))) return word(modifiers);
  const head = doc.head[trigger]!;
  if (doc.dep(trigger) !== 'pobj') return undefined;
  const prep = lower(doc, head);
  const outer = lower(doc, doc.head[head]!);
  if (BEFORE_IT_HAPPENS.has(prep) && prep !== 'for') return 'planned';
  if (PREPARING.has(lemmaOf(doc, doc.head[head]!))) return 'planned';
  return outer === 'ahead' ? 'planned' : undefined;
}

function word(modifiers: readonly string[]): Modality {
  return modifiers.includes('proposed') || modifiers.includes('possible') || modifiers.includes('potential')
    ? 'proposed'
    : 'planned';
}
