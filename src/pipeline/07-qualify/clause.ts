// The verbs above a trigger, nearest first: they say whether it is meant as fact, plan, wish or denial.
import type { Doc } from '../../language/doc.ts';
import { dependents, isVerb, lemmaOf, lower } from '../06-relate/syntax.ts';

export interface Governor {
  readonly verb: number;
  /** How the clause below hangs on this verb: `ccomp`, `xcomp`, `advcl`, `conj`, …; empty for the trigger's own verb. */
  readonly link: string;
  /** The token right below `verb` on the way to the trigger. */
  readonly below: number;
}

/** The trigger's own verb and those above it, in order. A noun's verb is the one that it is an argument of. */
export function governors(doc: Doc, trigger: number): Governor[] {
  const found: Governor[] = [];
  let below = -1;
  let at = trigger;
  for (let steps = 0; steps < 60; steps += 1) {
    if (isVerb(doc, at)) found.push({ verb: at, link: below < 0 ? '' : doc.dep(below), below });
    const up = doc.head[at]!;
    if (up === at) break;
    below = at;
    at = up;
  }
  return found;
}

export function hasDependent(doc: Doc, token: number, label: string): boolean {
  return dependents(doc, token, label).length > 0;
}

export function auxiliaries(doc: Doc, verb: number): string[] {
  return dependents(doc, verb, 'aux', 'auxpass').map((aux) => lemmaOf(doc, aux));
}

const UNREAL = new Set(['would', 'could', 'might']);

/** `Had Lee met Roe, …`, `would have met`: what did not come about and is no plan. */
export function isCounterfactual(doc: Doc, token: number): boolean {
  const verb = token < 0 ? undefined : governors(doc, token)[0]?.verb;
  if (verb === undefined || !/^VB[ND]$/.test(doc.tag(verb))) return false;
  const helpers = dependents(doc, verb, 'aux');
  const had = helpers.find((child) => doc.lemma(child) === 'have');
  if (had === undefined) return false;
  const subject = dependents(doc, verb, 'nsubj', 'nsubjpass')[0];
  const isInverted = doc.token(had) === 'Had' && subject !== undefined && had < subject;
  return isInverted || helpers.some((child) => UNREAL.has(lower(doc, child)));
}
