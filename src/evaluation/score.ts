// Scores one document: precision, recall and F1 of entities and relations, copies, negatives, provenance.
import { align, isTypeRight, type Alignment } from './alignment.ts';
import { checkNegatives, checkProvenance, checkQuotes, type Provenance, type Violation } from './checks.ts';
import { figuresOf, share, type Figures } from './figures.ts';
import type { GoldDocument, Prediction } from './gold.ts';
import { entityType, typesInScope, type Scope } from './kinds.ts';
import { alignRelations, RelationScorer, type RelationMatch } from './relations.ts';

export interface DocumentScore {
  readonly doc: string;
  readonly entities_typed: Figures;
  readonly entities_untyped: Figures;
  readonly by_type: Readonly<Record<string, Figures>>;
  readonly duplicates: {
    readonly count: number;
    readonly predicted: number;
    readonly rate: number;
    readonly list: readonly (readonly [string, string])[];
  };
  readonly duplicate_relations: number;
  readonly relations_strict: Figures;
  readonly relations_soft: Figures;
  readonly relations_untyped: Figures;
  readonly relations_by_type: Readonly<
    Record<string, { readonly tp: number; readonly gold: number; readonly predicted: number }>
  >;
  readonly provenance: Provenance;
  readonly quote_integrity?: { readonly checked: number; readonly exact: number };
  readonly negatives: { readonly total: number; readonly violated: number; readonly list: readonly Violation[] };
}

/** A document's score with what it was computed from, for the list of errors. */
export interface ScoredDocument {
  readonly gold: GoldDocument;
  readonly prediction: Prediction;
  readonly alignment: Alignment;
  readonly strict: RelationMatch;
  readonly score: DocumentScore;
}

interface EntityScope {
  readonly isTyped: boolean;
  readonly only?: string;
  readonly scope: Scope;
}

function scoreEntities(
  gold: GoldDocument,
  prediction: Prediction,
  alignment: Alignment,
  { isTyped, only, scope }: EntityScope,
): Figures {
  const scored = typesInScope(scope);
  const isScored = (type: string): boolean => scope === 'all' || scored.has(type);
  let right = 0;
  let wrong = 0;
  for (const [index, entity] of prediction.entities.entries()) {
    const place = alignment.goldOf.get(index);
    if (place === undefined) {
      const type = entityType(entity.type);
      if ((only === undefined || type === only) && isScored(type)) wrong++;
      continue;
    }
    const wanted = gold.entities[place]!;
    if ((only !== undefined && wanted.type !== only) || !isScored(wanted.type) || wanted.optional === true) continue;
    if (!isTyped || isTypeRight(entity, wanted)) right++;
    else wrong++;
  }
  const missed = gold.entities.filter((wanted, place) => {
    if (wanted.optional === true || !isScored(wanted.type) || (only !== undefined && wanted.type !== only))
      return false;
    const index = alignment.predictedFor.get(place);
    return index === undefined || (isTyped && !isTypeRight(prediction.entities[index]!, wanted));
  });
  return figuresOf(right, wrong, missed.length);
}

function scoreByType(
  gold: GoldDocument,
  soft: RelationMatch,
  scorer: RelationScorer,
  given: ReadonlyMap<string, number>,
): DocumentScore['relations_by_type'] {
  const types = [...new Set(gold.relations.map(({ type }) => type))].sort();
  const rows = types.map((type) => {
    const wanted = gold.relations.filter((one) => one.type === type && one.optional !== true && scorer.isInScope(one));
    const tp = soft.hits.filter((hit) => hit.gold.type === type).length;
    return [type, { tp, gold: wanted.length, predicted: given.get(type) ?? 0 }] as const;
  });
  return Object.fromEntries(rows.filter(([, row]) => row.gold > 0 || row.predicted > 0));
}

export function scoreDocument(gold: GoldDocument, given: Prediction, scope: Scope, text?: string): ScoredDocument {
  const named = given.entities.filter(
    ({ name, aliases }) => name !== '' || (aliases ?? []).some((alias) => alias !== ''),
  );
  const prediction = { ...given, entities: named };
  const alignment = align(prediction.entities, gold.entities);
  const { relations, duplicates } = alignRelations(prediction, alignment);
  const scorer = new RelationScorer(gold, prediction, scope);
  const strict = scorer.match(relations, 'strict');
  const soft = scorer.match(relations, 'soft');
  const counts = new Map<string, number>();
  for (const { type } of relations) counts.set(type, (counts.get(type) ?? 0) + 1);
  const violations = checkNegatives(gold, prediction, alignment, relations);
  const entityTypes = [...new Set(gold.entities.filter((one) => one.optional !== true).map(({ type }) => type))].sort();
  const entities = (isTyped: boolean, only?: string): Figures =>
    scoreEntities(gold, prediction, alignment, { isTyped, scope, ...(only !== undefined && { only }) });
  const copies = alignment.duplicates.length;
  const score: DocumentScore = {
    doc: gold.doc,
    entities_typed: entities(true),
    entities_untyped: entities(false),
    by_type: Object.fromEntries(entityTypes.map((type) => [type, entities(true, type)])),
    duplicates: {
      count: copies,
      predicted: named.length,
      rate: share(copies, named.length),
      list: alignment.duplicates.map(({ predicted, gold: original }) => [predicted.name, original.name]),
    },
    duplicate_relations: duplicates,
    relations_strict: strict.figures,
    relations_soft: soft.figures,
    relations_untyped: scorer.match(relations, 'untyped').figures,
    relations_by_type: scoreByType(gold, soft, scorer, counts),
    provenance: checkProvenance(gold, soft),
    ...(text !== undefined && { quote_integrity: checkQuotes(prediction, text) }),
    negatives: { total: gold.negatives?.length ?? 0, violated: violations.length, list: violations },
  };
  return { gold, prediction, alignment, strict, score };
}
