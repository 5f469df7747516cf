// Judges whether two entities are one: an explained score with three outcomes.
import type { LinkJudgement } from '../domain/judgement.ts';
import { compareByFamily, evidenceOf } from './features.ts';
import type { LinkProfile } from './profile.ts';

/** From here on two entities are merged: every wrong merge destroys more than a missed one. */
const SAME_FROM = 0.85;
/** Below this a person would not want to be asked. */
const UNSURE_FROM = 0.55;

/** Symmetric in its arguments, and a function of them alone. */
export function judge(one: LinkProfile, other: LinkProfile): LinkJudgement {
  const [left, right] = one.id < other.id ? [one, other] : [other, one];
  const name = compareByFamily(left, right);
  const evidence = name.score === 0 ? [] : evidenceOf(left, right);
  const sum = evidence.reduce((score, { weight }) => score + weight, name.score);
  const score = Math.round(Math.min(Math.max(sum, 0), 1) * 1000) / 1000;
  return {
    left: left.id,
    right: right.id,
    outcome: score >= SAME_FROM ? 'same' : score >= UNSURE_FROM ? 'unsure' : 'different',
    score,
    reasons: [name.reason, ...evidence.map(({ reason }) => reason)],
  };
}
