// What must not be in a graph, and whether the evidence of what is right stands at the right place.
import type { Alignment } from './alignment.ts';
import { share } from './figures.ts';
import type { GoldDocument, GoldNegative, Prediction } from './gold.ts';
import { entityType, SYMMETRIC } from './kinds.ts';
import { evidenceOf, overlaps, type AlignedRelation, type RelationMatch } from './relations.ts';
import { normalise } from './similarity.ts';

/** A longer span is no evidence: it is the document. */
const LONGEST_EVIDENCE = 900;

export interface Provenance {
  readonly true_positives: number;
  readonly with_evidence: number;
  readonly correct: number;
  readonly accuracy: number;
  readonly coverage: number;
}

export function checkProvenance(gold: GoldDocument, { hits }: RelationMatch): Provenance {
  const mentions = new Map(gold.entities.map(({ id, mentions: own }) => [id, own ?? []]));
  const holds = (span: { start: number; end: number }, id: string): boolean =>
    (mentions.get(id) ?? []).some(({ start, end }) => span.start <= start && end <= span.end);
  const withEvidence = hits.filter(({ predicted }) => evidenceOf(predicted.predicted).length > 0);
  const correct = withEvidence.filter(({ gold: wanted, predicted }) =>
    evidenceOf(predicted.predicted)
      .filter(({ start, end }) => end - start <= LONGEST_EVIDENCE)
      .some(
        (span) =>
          wanted.evidence.some((own) => overlaps(span, own)) ||
          (holds(span, wanted.source) && holds(span, wanted.target)),
      ),
  );
  return {
    true_positives: hits.length,
    with_evidence: withEvidence.length,
    correct: correct.length,
    accuracy: share(correct.length, withEvidence.length),
    coverage: share(withEvidence.length, hits.length),
  };
}

/** Quotes against the text at their offsets. */
export function checkQuotes(
  prediction: Prediction,
  text: string,
): { readonly checked: number; readonly exact: number } {
  const quoted = prediction.relations.flatMap(evidenceOf).filter(({ quote }) => quote !== undefined);
  return {
    checked: quoted.length,
    exact: quoted.filter(({ start, end, quote }) => text.slice(start, end) === quote).length,
  };
}

/** A negative that the prediction breaks: with the name that must not be, or the number of copies. */
export type Violation = GoldNegative & { readonly found?: string; readonly copies?: number };

function findForbiddenEntity(
  negative: Extract<GoldNegative, { kind: 'entity' }>,
  prediction: Prediction,
  alignment: Alignment,
): string | undefined {
  const forbidden = normalise(negative.name);
  const found = prediction.entities.find((entity) => {
    if (normalise(entity.name) !== forbidden) return false;
    if (negative.type !== undefined && entityType(entity.type) !== negative.type) return false;
    // A forbidden name that is an alias of a right entity is only wrong as it stands.
    const isLiteral = entity.name.trim().toLowerCase() === negative.name.trim().toLowerCase();
    return isLiteral || !alignment.ids.has(entity.id);
  });
  return found?.name;
}

export function checkNegatives(
  gold: GoldDocument,
  prediction: Prediction,
  alignment: Alignment,
  relations: readonly AlignedRelation[],
): readonly Violation[] {
  const isGiven = (type: string, source: string, target: string): boolean =>
    relations.some(
      (one) =>
        one.type === type &&
        ((one.source === source && one.target === target) ||
          (SYMMETRIC.has(type) && one.source === target && one.target === source)),
    );
  return (gold.negatives ?? []).flatMap((negative): Violation[] => {
    if (negative.kind === 'entity') {
      const found = findForbiddenEntity(negative, prediction, alignment);
      return found === undefined ? [] : [{ ...negative, found }];
    }
    if (negative.kind === 'relation') {
      return isGiven(negative.type, negative.source, negative.target) ? [negative] : [];
    }
    const copies = [...alignment.ids.values()].filter((id) => id === negative.entity).length;
    return copies > 1 ? [{ ...negative, copies }] : [];
  });
}
