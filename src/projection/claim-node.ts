// The nodes of a claim and of its document.
import type { Claim } from '../domain/claim.ts';
import { CLAIM_LABEL, DOCUMENT_LABEL, type GraphNode, properties, type PropertyValue } from './graph.ts';
import { type LedgerEntry, propertyValue } from './ledger.ts';

/** @param fact the fact that the claim supports, or contradicts where it is denied or negated */
export function claimNode(claim: Claim, fact: string): GraphNode {
  const values: Record<string, PropertyValue | undefined> = {};
  for (const [name, value] of Object.entries(claim.attributes)) values[name] = propertyValue(value);
  Object.assign(values, {
    id: claim.id,
    fact,
    predicate: claim.predicate,
    role: claim.role,
    date: claim.startDate,
    startDate: claim.startDate,
    endDate: claim.endDate,
    datePrecision: claim.datePrecision,
    modality: claim.modality,
    polarity: claim.polarity,
    attributedTo: claim.attributedTo,
    confidence: claim.confidence,
    rule: claim.rule,
    quote: claim.evidence.quote,
    start: BigInt(claim.evidence.start),
    end: BigInt(claim.evidence.end),
  });
  return { key: claim.id, labels: [CLAIM_LABEL], properties: properties(values) };
}

/** A document with its claims, or what the projection keeps of one. */
type CountedDocument = Pick<LedgerEntry, 'document' | 'extractor' | 'claims'> & {
  readonly entities: readonly unknown[];
};

export function documentNode({ document, extractor, claims, entities }: CountedDocument): GraphNode {
  return {
    key: document.id,
    labels: [DOCUMENT_LABEL],
    properties: properties({
      id: document.id,
      title: document.title,
      publisher: document.publisher,
      publishedOn: document.publishedOn,
      dateline: document.dateline,
      language: document.language,
      mediaType: document.mediaType,
      reader: document.reader,
      extractor,
      claimCount: BigInt(claims.length),
      entityCount: BigInt(entities.length),
    }),
  };
}
