// Measures an extractor against documents annotated by hand.
import { listErrors, type ExtractionError } from './errors.ts';
import type { GoldText, Prediction } from './gold.ts';
import type { Scope } from './kinds.ts';
import { scoreDocument, type DocumentScore } from './score.ts';
import { addScores, type TotalScore } from './total.ts';

export { GOLD_FORMATS, readAnnotations, type GoldFormat } from './formats/index.ts';
export type { ExtractionError } from './errors.ts';
export type { Figures } from './figures.ts';
export type { GoldText, Prediction } from './gold.ts';
export type { Scope } from './kinds.ts';
export type { DocumentScore } from './score.ts';
export { MEASURES, type TotalScore } from './total.ts';

export interface Evaluation {
  /** Sums over all decisions. */
  readonly micro: TotalScore;
  readonly docs: readonly DocumentScore[];
  readonly errors: readonly ExtractionError[];
}

export async function evaluate(
  texts: readonly GoldText[],
  scope: Scope,
  predict: (text: GoldText) => Promise<Prediction>,
): Promise<Evaluation> {
  const docs: DocumentScore[] = [];
  const errors: ExtractionError[] = [];
  for (const text of texts) {
    const scored = scoreDocument(text.gold, await predict(text), scope, text.text);
    docs.push(scored.score);
    errors.push(...listErrors(scored, text.text));
  }
  return { micro: addScores(docs), docs, errors };
}
