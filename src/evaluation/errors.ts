// Each miss and each false edge of a document with the sentence it is about, for `plenary evaluate --errors`.
import type { EvidenceSpan } from './gold.ts';
import { evidenceOf } from './relations.ts';
import type { ScoredDocument } from './score.ts';
import { isTypeRight } from './alignment.ts';

export interface ExtractionError {
  readonly doc: string;
  readonly kind: 'missed-relation' | 'false-relation' | 'missed-entity' | 'false-entity' | 'wrong-kind' | 'negative';
  readonly what: string;
  readonly sentence?: string;
}

const quoteOf = (text: string, span: EvidenceSpan | undefined): { sentence?: string } =>
  span === undefined ? {} : { sentence: text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim() };

function entityErrors({ gold, prediction, alignment }: ScoredDocument, text: string): readonly ExtractionError[] {
  const { doc } = gold;
  const given = prediction.entities.flatMap((entity, index): ExtractionError[] => {
    const place = alignment.goldOf.get(index);
    const what = `${entity.type} “${entity.name}”`;
    if (place === undefined) return [{ doc, kind: 'false-entity', what }];
    const wanted = gold.entities[place]!;
    if (wanted.optional === true || isTypeRight(entity, wanted)) return [];
    return [{ doc, kind: 'wrong-kind', what: `${what} is a ${wanted.type}`, ...quoteOf(text, wanted.mentions?.[0]) }];
  });
  const missed = gold.entities
    .filter((entity, place) => entity.optional !== true && !alignment.predictedFor.has(place))
    .map((entity): ExtractionError => ({
      doc,
      kind: 'missed-entity',
      what: `${entity.type} “${entity.name}”`,
      ...quoteOf(text, entity.mentions?.[0]),
    }));
  return [...missed, ...given];
}

export function listErrors(scored: ScoredDocument, text: string): readonly ExtractionError[] {
  const { gold, prediction, strict } = scored;
  const { doc } = gold;
  const goldNames = new Map(gold.entities.map(({ id, name }) => [id, name]));
  const givenNames = new Map(prediction.entities.map(({ id, name }) => [id, name]));
  const edge = (type: string, source: string, target: string, names: ReadonlyMap<string, string>): string =>
    `${names.get(source) ?? source} ${type} ${names.get(target) ?? target}`;
  const missed = strict.misses.map((relation): ExtractionError => {
    const what = edge(relation.type, relation.source, relation.target, goldNames);
    return { doc, kind: 'missed-relation', what, ...quoteOf(text, relation.evidence[0]) };
  });
  const wrong = strict.falseOnes.map(({ predicted }): ExtractionError => {
    const what = edge(predicted.type, predicted.source, predicted.target, givenNames);
    return { doc, kind: 'false-relation', what, ...quoteOf(text, evidenceOf(predicted)[0]) };
  });
  const broken = scored.score.negatives.list.map((negative): ExtractionError => {
    const what =
      negative.kind === 'relation'
        ? edge(negative.type, negative.source, negative.target, goldNames)
        : negative.kind === 'entity'
          ? `an entity “${negative.name}”`
          : `${negative.copies ?? 2} copies of ${goldNames.get(negative.entity) ?? negative.entity}`;
    return { doc, kind: 'negative', what: `${what}: ${negative.reason}` };
  });
  return [...broken, ...missed, ...wrong, ...entityErrors(scored, text)];
}
