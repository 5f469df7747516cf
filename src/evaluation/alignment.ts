// Which predicted entity stands for which annotated one, and which are mere copies.
import { assign } from './assignment.ts';
import type { GoldEntity, PredictedEntity } from './gold.ts';
import { entityType, PHRASES } from './kinds.ts';
import { bareName, normalise, wordOverlap } from './similarity.ts';

/** Weights of the gold's scorer: an exact name is 1, an alias a little less, shared words nine tenths of their share. */
const ALIAS = 0.97;
const ALIAS_HIT = 0.96;
const BARE_HIT = 0.98;
const BARE_ALIAS_HIT = 0.94;
const OVERLAP_WEIGHT = 0.9;
const LEAST_OVERLAP = 0.8;
const LEAST_PHRASE_OVERLAP = 0.5;
const SAME_DATE = 0.95;
/** A right type and a required entity break ties. */
const TYPE_BONUS = 0.05;
const REQUIRED_BONUS = 0.001;
/** A left-over prediction this like an annotated entity is its copy. */
const DUPLICATE = 0.85;

export interface Duplicate {
  readonly predicted: PredictedEntity;
  readonly gold: GoldEntity;
}

export interface Alignment {
  /** Gold index by prediction index. */
  readonly goldOf: ReadonlyMap<number, number>;
  /** Prediction index by gold index. */
  readonly predictedFor: ReadonlyMap<number, number>;
  /** Gold id by predicted id, copies included. */
  readonly ids: ReadonlyMap<string, string>;
  readonly duplicates: readonly Duplicate[];
}

export const namesOf = (entity: {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}): readonly string[] => [entity.name, ...(entity.aliases ?? [])].filter((name) => name !== '');

export function isTypeRight(predicted: PredictedEntity, gold: GoldEntity): boolean {
  return [gold.type, ...(gold.type_alternatives ?? [])].includes(entityType(predicted.type));
}

function startDate(entity: { readonly attributes?: Readonly<Record<string, unknown>> | undefined }): unknown {
  const { start, date } = entity.attributes ?? {};
  return start === undefined || start === '' ? date : start;
}

function similarityOf(predicted: PredictedEntity, gold: GoldEntity): number {
  const goldNames = namesOf(gold);
  const isPerson = gold.type === 'Person';
  const known = new Set(goldNames.map(normalise));
  if (isPerson) for (const name of goldNames) known.add(bareName(name));
  let best = 0;
  for (const [place, name] of namesOf(predicted).entries()) {
    const plain = normalise(name);
    if (plain === '') continue;
    const weight = place === 0 ? 1 : ALIAS;
    if (known.has(plain)) {
      best = Math.max(best, plain === normalise(gold.name) ? weight : ALIAS_HIT * weight);
    } else if (isPerson && known.has(bareName(name))) {
      best = Math.max(best, (bareName(name) === bareName(gold.name) ? BARE_HIT : BARE_ALIAS_HIT) * weight);
    } else if (gold.type !== 'Date') {
      const least = PHRASES.has(gold.type) ? LEAST_PHRASE_OVERLAP : LEAST_OVERLAP;
      for (const goldName of goldNames) {
        const overlap = wordOverlap(name, goldName);
        if (overlap >= least) best = Math.max(best, overlap * OVERLAP_WEIGHT * weight);
      }
    }
  }
  const date = startDate(predicted);
  if (gold.type === 'Date' && best < 1 && Boolean(date) && date === startDate(gold)) best = Math.max(best, SAME_DATE);
  return best;
}

export function align(predicted: readonly PredictedEntity[], gold: readonly GoldEntity[]): Alignment {
  const weights = predicted.map((entity) =>
    gold.map((wanted) => {
      const similarity = similarityOf(entity, wanted);
      const typeBonus = similarity > 0 && isTypeRight(entity, wanted) ? TYPE_BONUS : 0;
      return similarity + typeBonus + (similarity > 0 && wanted.optional !== true ? REQUIRED_BONUS : 0);
    }),
  );
  const goldOf = assign(weights);
  const ids = new Map<string, string>();
  const duplicates: Duplicate[] = [];
  for (const [index, entity] of predicted.entries()) {
    const own = goldOf.get(index);
    if (own !== undefined) {
      ids.set(entity.id, gold[own]!.id);
      continue;
    }
    const row = weights[index]!;
    const closest = row.reduce((top, weight, place) => (weight > row[top]! ? place : top), 0);
    if (gold[closest] === undefined || row[closest]! < DUPLICATE) continue;
    ids.set(entity.id, gold[closest].id);
    duplicates.push({ predicted: entity, gold: gold[closest] });
  }
  return { goldOf, predictedFor: new Map([...goldOf].map(([index, place]) => [place, index])), ids, duplicates };
}
