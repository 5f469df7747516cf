// Adds the scores of documents up: every decision counts the same, whichever document it is in.
import { figuresOf, share, type Figures } from './figures.ts';
import type { DocumentScore } from './score.ts';

export const MEASURES = [
  'entities_typed',
  'entities_untyped',
  'relations_strict',
  'relations_soft',
  'relations_untyped',
] as const;
export type Measure = (typeof MEASURES)[number];

interface Share {
  readonly n: number;
  readonly of: number;
  readonly rate: number;
}

export type TotalScore = Readonly<Record<Measure, Figures>> & {
  readonly duplicates: Share;
  readonly provenance: Share;
  readonly negatives: Share;
};

function sumOf(scores: readonly DocumentScore[], pick: (score: DocumentScore) => readonly [number, number]): Share {
  const pairs = scores.map(pick);
  const n = pairs.reduce((sum, [part]) => sum + part, 0);
  const of = pairs.reduce((sum, [, whole]) => sum + whole, 0);
  return { n, of, rate: share(n, of) };
}

export function addScores(scores: readonly DocumentScore[]): TotalScore {
  const measure = (name: Measure): Figures => {
    const count = (key: 'tp' | 'fp' | 'fn'): number => scores.reduce((sum, score) => sum + score[name][key], 0);
    return figuresOf(count('tp'), count('fp'), count('fn'));
  };
  return {
    entities_typed: measure('entities_typed'),
    entities_untyped: measure('entities_untyped'),
    relations_strict: measure('relations_strict'),
    relations_soft: measure('relations_soft'),
    relations_untyped: measure('relations_untyped'),
    duplicates: sumOf(scores, ({ duplicates }) => [duplicates.count, duplicates.predicted]),
    provenance: sumOf(scores, ({ provenance }) => [provenance.correct, provenance.with_evidence]),
    negatives: sumOf(scores, ({ negatives }) => [negatives.violated, negatives.total]),
  };
}
