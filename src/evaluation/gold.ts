// Documents annotated by hand, and what is measured against them.
import { z } from 'zod';

const span = z.object({ start: z.number().int(), end: z.number().int(), quote: z.string().optional() });
const attributes = z.record(z.string(), z.unknown()).optional();

const entitySchema = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).optional(),
  /** Other types that are as right. */
  type_alternatives: z.array(z.string()).optional(),
  /** Right if given, no loss if not. */
  optional: z.boolean().optional(),
  attributes,
  mentions: z.array(span).optional(),
});

const relationSchema = z.object({
  type: z.string(),
  source: z.string(),
  target: z.string(),
  source_alternatives: z.array(z.string()).optional(),
  target_alternatives: z.array(z.string()).optional(),
  optional: z.boolean().optional(),
  evidence: z.array(span),
});

const negativeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entity'), name: z.string(), type: z.string().optional(), reason: z.string() }),
  z.object({
    kind: z.literal('relation'),
    type: z.string(),
    source: z.string(),
    target: z.string(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('duplicate'), entity: z.string(), reason: z.string() }),
]);

/** A gold file, as far as scoring reads it. */
export const goldSchema = z.object({
  schema: z.literal('gold-graph/1'),
  doc: z.string(),
  /** Path of the text, from the folder of the gold file or from a folder that is named. */
  file: z.string(),
  split: z.string().optional(),
  entities: z.array(entitySchema),
  relations: z.array(relationSchema),
  negatives: z.array(negativeSchema).optional(),
});

export type GoldDocument = z.output<typeof goldSchema>;
export type GoldEntity = GoldDocument['entities'][number];
export type GoldRelation = GoldDocument['relations'][number];
export type GoldNegative = NonNullable<GoldDocument['negatives']>[number];

/** Where a text states something; a quote may stand beside the offsets. */
export interface EvidenceSpan {
  readonly start: number;
  readonly end: number;
  readonly quote?: string | undefined;
}

/** What an extractor gave for a document. */
export interface Prediction {
  readonly entities: readonly PredictedEntity[];
  readonly relations: readonly PredictedRelation[];
}

export interface PredictedEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export interface PredictedRelation {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly evidence?: readonly EvidenceSpan[];
}

/** One document with its text and its annotation. */
export interface GoldText {
  readonly gold: GoldDocument;
  readonly text: string;
}
