// A decision on whether two entities are one.

export interface LinkJudgement {
  /** Ids as documents give them; the smaller one. */
  readonly left: string;
  readonly right: string;
  readonly outcome: 'same' | 'different' | 'unsure';
  readonly score: number;
  readonly reasons: readonly string[];
}
