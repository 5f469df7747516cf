// Whether a relation is affirmed, negated by the text, or denied by somebody.
import type { Polarity } from '../../domain/claim.ts';
import type { Doc } from '../../language/doc.ts';
import { dependents, lemmaOf, lower } from '../06-relate/syntax.ts';
import { governors, hasDependent } from './clause.ts';

export interface PolarityWords {
  readonly denying: ReadonlySet<string>;
  readonly failing: ReadonlySet<string>;
  /** Who does not welcome a deed says that it is done. */
  readonly attitude: ReadonlySet<string>;
}

const WHEN = new Set(['upon', 'after', 'before', 'during', 'following']);
const NO = new Set(['no', 'neither', 'without', 'never']);

export function polarityOf(doc: Doc, trigger: number, words: PolarityWords): Polarity {
  if (hasNo(doc, trigger)) return 'negated';
  const isWhen = doc.dep(trigger) === 'pobj' && WHEN.has(lower(doc, doc.head[trigger]!));
  let inFactClause = true;
  for (const { verb, link, below } of governors(doc, trigger)) {
    const lemma = lemmaOf(doc, verb);
    if (link !== '' && words.denying.has(lemma) && link !== 'advcl' && link !== 'conj' && link !== 'nsubj')
      return 'denied';
    if (link !== '' && words.attitude.has(lemma) && isNegated(doc, verb)) return 'affirmed';
    if (inFactClause && (isNegated(doc, verb) || (below >= 0 && link === 'dobj' && hasNo(doc, below))))
      return 'negated';
    if (link === 'nsubjpass' && (words.failing.has(lemma) || isCalledOff(doc, verb))) return 'negated';
    const isFailing = link !== '' && inFactClause && words.failing.has(lemma);
    // `declined to comment upon her arrival`: what only says when is no part of what failed.
    if (isFailing && ['xcomp', 'dobj', 'prep', 'ccomp'].includes(link)) return isWhen ? 'affirmed' : 'negated';
    if (link === 'relcl' || link === 'advcl' || link === 'conj') break;
    // `did not say that A met B` leaves open whether they met.
    if (!['', 'xcomp', 'dobj', 'prep', 'pobj', 'pcomp', 'acl'].includes(doc.dep(verb))) inFactClause = false;
  }
  return 'affirmed';
}

function isCalledOff(doc: Doc, verb: number): boolean {
  return lemmaOf(doc, verb) === 'call' && dependents(doc, verb, 'prt').some((token) => lower(doc, token) === 'off');
}

/** `no meeting`, `no plans to meet`. */
function hasNo(doc: Doc, noun: number): boolean {
  return dependents(doc, noun, 'det').some((token) => lower(doc, token) === 'no');
}

function isNegated(doc: Doc, verb: number): boolean {
  if (hasDependent(doc, verb, 'neg')) return true;
  return dependents(doc, verb, 'advmod', 'preconj', 'cc').some((token) => NO.has(lower(doc, token)));
}
