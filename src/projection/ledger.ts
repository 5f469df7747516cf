// What the projection keeps of a stored document: everything but its text.
import type { AttributeValue, Claim, DocumentClaims, DocumentEntity } from '../domain/claim.ts';
import type { SourceDocument } from '../domain/document.ts';
import type { QuotedSpan } from '../domain/span.ts';
import type { PropertyValue } from './graph.ts';
import { type Sketch, sketchOf } from './near-identical.ts';

export interface LedgerEntity extends Omit<DocumentEntity, 'mentions'> {
  readonly mentionCount: number;
  /** The first in the text; none where a post implies a body that the text does not name. */
  readonly firstMention?: QuotedSpan;
}

export interface LedgerEntry {
  readonly document: Omit<SourceDocument, 'text' | 'pages'>;
  readonly extractor: string;
  readonly entities: readonly LedgerEntity[];
  readonly claims: readonly Claim[];
  /** Near-identical texts have near-identical sketches. */
  readonly sketch: Sketch;
}

export function ledgerEntry({ document, extractor, entities, claims }: DocumentClaims): LedgerEntry {
  const described: { -readonly [Key in keyof SourceDocument]?: SourceDocument[Key] } = { ...document };
  delete described.text;
  delete described.pages;
  return {
    document: described as LedgerEntry['document'],
    extractor,
    entities: entities.map(({ mentions, ...entity }) => ({
      ...entity,
      mentionCount: mentions.length,
      ...(mentions[0] === undefined ? {} : { firstMention: mentions[0] }),
    })),
    claims,
    sketch: sketchOf(document.text),
  };
}

/** Integers become bigint, so that a count is an integer and never 2.0 in either store. */
export function propertyValue(value: AttributeValue): PropertyValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
