// Which predicted relations are right: type and ends, or where the targets are open texts also by evidence.
import type { EvidenceSpan, GoldDocument, GoldRelation, PredictedRelation, Prediction } from './gold.ts';
import type { Alignment } from './alignment.ts';
import { figuresOf, type Figures } from './figures.ts';
import { entityType, relationType, SOFT, SYMMETRIC, typesInScope, type Scope } from './kinds.ts';

export type MatchMode = 'strict' | 'soft' | 'untyped';

/** A predicted relation between annotated entities; an end that none stands for is undefined. */
export interface AlignedRelation {
  readonly type: string;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly predicted: PredictedRelation;
}

export interface RelationMatch {
  readonly figures: Figures;
  readonly hits: readonly { readonly gold: GoldRelation; readonly predicted: AlignedRelation }[];
  readonly misses: readonly GoldRelation[];
  readonly falseOnes: readonly AlignedRelation[];
}

type Ends = readonly [source: string, target: string];

export function evidenceOf(relation: PredictedRelation): readonly EvidenceSpan[] {
  return (relation.evidence ?? []).filter(({ start, end }) => end > start);
}

/** Half of the shorter one. */
export function overlaps(one: EvidenceSpan, other: EvidenceSpan): boolean {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common > 0 && common >= 0.5 * Math.min(one.end - one.start, other.end - other.start);
}

export function endsOf(gold: GoldRelation): readonly Ends[] {
  const sources = [gold.source, ...(gold.source_alternatives ?? [])];
  const targets = [gold.target, ...(gold.target_alternatives ?? [])];
  return sources.flatMap((source) => targets.map((target): Ends => [source, target]));
}

/** The same triple given twice counts once, with the evidence of both. */
export function alignRelations(
  prediction: Prediction,
  alignment: Alignment,
): { readonly relations: readonly AlignedRelation[]; readonly duplicates: number } {
  const relations: AlignedRelation[] = [];
  const seen = new Map<string, number>();
  let duplicates = 0;
  for (const predicted of prediction.relations) {
    const type = relationType(predicted.type);
    const source = alignment.ids.get(predicted.source);
    const target = alignment.ids.get(predicted.target);
    if (source !== undefined && target !== undefined) {
      const ends = SYMMETRIC.has(type) ? [source, target].sort() : [source, target];
      const key = JSON.stringify([type, ...ends]);
      const place = seen.get(key);
      if (place !== undefined) {
        duplicates++;
        const first = relations[place]!;
        const evidence = [...evidenceOf(first.predicted), ...evidenceOf(predicted)];
        relations[place] = { ...first, predicted: { ...first.predicted, evidence } };
        continue;
      }
      seen.set(key, relations.length);
    }
    relations.push({ type, source, target, predicted });
  }
  return { relations, duplicates };
}

function hasEnds(ends: readonly Ends[], source: string | undefined, target: string | undefined): boolean {
  return ends.some(([one, other]) => one === source && other === target);
}

function fits(given: AlignedRelation, gold: GoldRelation, mode: MatchMode): boolean {
  const ends = endsOf(gold);
  const { type, source, target } = given;
  if (mode === 'untyped') return hasEnds(ends, source, target) || hasEnds(ends, target, source);
  if (type !== gold.type) return false;
  if (hasEnds(ends, source, target) || (SYMMETRIC.has(type) && hasEnds(ends, target, source))) return true;
  if (mode !== 'soft' || !SOFT.has(type) || !ends.some(([one]) => one === source)) return false;
  return evidenceOf(given.predicted).some((span) => gold.evidence.some((wanted) => overlaps(span, wanted)));
}

/** The other accepted reading of a relation that is credited already: neither right nor wrong. */
function isOtherReading(given: AlignedRelation, credited: GoldRelation, mode: MatchMode): boolean {
  if (mode !== 'untyped' && given.type !== credited.type) return false;
  const ends = endsOf(credited);
  if (hasEnds(ends, given.source, given.target)) return true;
  return (mode === 'untyped' || SYMMETRIC.has(given.type)) && hasEnds(ends, given.target, given.source);
}

export class RelationScorer {
  private readonly gold: GoldDocument;
  private readonly scope: Scope;
  private readonly typesById: ReadonlyMap<string, string>;
  private readonly predictedTypes: ReadonlyMap<string, string>;

  constructor(gold: GoldDocument, prediction: Prediction, scope: Scope) {
    this.gold = gold;
    this.scope = scope;
    this.typesById = new Map(gold.entities.map(({ id, type }) => [id, type]));
    this.predictedTypes = new Map(prediction.entities.map(({ id, type }) => [id, entityType(type)]));
  }

  /** Whether the relation is between types that are scored. */
  isInScope(relation: GoldRelation): boolean {
    if (this.scope === 'all') return true;
    const scored = typesInScope(this.scope);
    return [relation.source, relation.target].every((id) => scored.has(this.typesById.get(id) ?? ''));
  }

  private isPredictionInScope({ predicted }: AlignedRelation): boolean {
    if (this.scope === 'all') return true;
    const scored = typesInScope(this.scope);
    return [predicted.source, predicted.target].every((id) => scored.has(this.predictedTypes.get(id) ?? ''));
  }

  match(relations: readonly AlignedRelation[], mode: MatchMode): RelationMatch {
    const used = new Set<number>();
    const hits: { gold: GoldRelation; predicted: AlignedRelation }[] = [];
    const falseOnes: AlignedRelation[] = [];
    const known = (one: AlignedRelation): boolean => one.source !== undefined && one.target !== undefined;
    for (const given of [...relations.filter(known), ...relations.filter((one) => !known(one))]) {
      const hit = this.findHit(given, mode, used);
      if (hit !== undefined) {
        used.add(hit);
        const gold = this.gold.relations[hit]!;
        if (gold.optional !== true && this.isInScope(gold)) hits.push({ gold, predicted: given });
      } else if (![...used].some((place) => isOtherReading(given, this.gold.relations[place]!, mode))) {
        if (this.isPredictionInScope(given)) falseOnes.push(given);
      }
    }
    const misses = this.gold.relations.filter(
      (gold, place) => !used.has(place) && gold.optional !== true && this.isInScope(gold),
    );
    return { figures: figuresOf(hits.length, falseOnes.length, misses.length), hits, misses, falseOnes };
  }

  /** Required relations are credited before optional ones. */
  private findHit(given: AlignedRelation, mode: MatchMode, used: ReadonlySet<number>): number | undefined {
    for (const isOptional of [false, true]) {
      for (const [place, gold] of this.gold.relations.entries()) {
        if (used.has(place) || (gold.optional === true) !== isOptional) continue;
        if (fits(given, gold, mode)) return place;
      }
    }
    return undefined;
  }
}
