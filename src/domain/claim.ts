// What one document says: entities with their mentions, and claims with their evidence.
import type { EntityKind, RelationType } from './kinds.ts';
import type { SourceDocument } from './document.ts';
import type { QuotedSpan, Span } from './span.ts';

export type AttributeValue = string | number | boolean | readonly string[];
/** Keys are in code-point order and values are never null, so that equal attributes serialise to equal bytes. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

export const MODALITIES = ['occurred', 'planned', 'proposed', 'demanded', 'conditional'] as const;
export type Modality = (typeof MODALITIES)[number];
export const POLARITIES = ['affirmed', 'denied', 'negated'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** How much of the start date is known: `day` also covers `--04-23`, where only the year is not. */
export type DatePrecision = 'day' | 'month' | 'year';

/** When it happened: ISO strings, partial where unknown (`--04-23`, `2018-11`). Both ends inclusive. */
export interface EventTime {
  readonly startDate?: string;
  readonly endDate?: string;
  readonly datePrecision?: DatePrecision;
}

/** An entity as one document knows it: a coreference chain under its document-independent id. */
export interface DocumentEntity {
  /** sha-256 over kind family and canonical key (`entityId` in ids.ts): equal keys are the same entity everywhere. */
  readonly id: string;
  /** The most specific kind that the text supports; `Official` is derived by the store and never appears here. */
  readonly kind: EntityKind;
  readonly name: string;
  /** The canonical key that `id` was made from. */
  readonly key: string;
  /** Other surface forms, sorted, without `name`. */
  readonly aliases: readonly string[];
  /** country, ordinal, startDate, endDate, datePrecision, rank, gist, participants, … as the schema declares them. */
  readonly attributes: Attributes;
  /** In text order; every mention, nominal and pronominal ones not included. */
  readonly mentions: readonly QuotedSpan[];
}

/** One passage's statement that a relation holds. Never edited; a correction is another claim. */
export interface Claim extends EventTime {
  /** sha-256 over document, predicate, ends and span (`claimId` in ids.ts). */
  readonly id: string;
  readonly predicate: RelationType;
  /** `DocumentEntity.id` of the same document. A symmetric predicate has the smaller id as subject. */
  readonly subject: string;
  readonly object: string;
  /** Part of the fact key: head of delegation, speaker, minister, … */
  readonly role?: string;
  /** Further qualifiers (status, mode, gist, place, …), not part of the fact key. */
  readonly attributes: Attributes;
  readonly modality: Modality;
  readonly polarity: Polarity;
  /** Who says so, in the text's words: a person, `organisers`, an outlet. */
  readonly attributedTo?: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Rule id with version, for example `meet.active/1`. */
  readonly rule: string;
  /** The smallest sentence or clause that states it. */
  readonly evidence: QuotedSpan;
}

export interface UnreadSpan extends Span {
  /** `no-frame`, `unknown-head-verb`, `unresolved-reference`, `kind-unknown`, … */
  readonly reason: string;
}

/** The hand-over of the line to the store: everything that one document supports. */
export interface DocumentClaims {
  readonly document: SourceDocument;
  /** Extractor id and version; another version reads the document anew. */
  readonly extractor: string;
  /** Sorted by id. */
  readonly entities: readonly DocumentEntity[];
  /** Sorted by id. */
  readonly claims: readonly Claim[];
  /** In text order. */
  readonly unread: readonly UnreadSpan[];
}
