// The JSON object that `plenary extract` prints: one document's entities, relations with evidence, and what was not read.
import type { Attributes, Claim, DocumentClaims, DocumentEntity, UnreadSpan } from '../domain/claim.ts';
import { factId, tupleId } from '../domain/ids.ts';
import type { QuotedSpan } from '../domain/span.ts';
import { labelsOf } from '../schema/index.ts';

export interface ExtractedRelation {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: Attributes;
  readonly modality: string;
  readonly polarity: string;
  readonly attributedTo?: string;
  readonly confidence: number;
  readonly rule: string;
  readonly evidence: readonly QuotedSpan[];
}

export interface Extraction {
  readonly document: Readonly<Record<string, string>>;
  readonly entities: readonly Readonly<Record<string, unknown>>[];
  readonly relations: readonly ExtractedRelation[];
  /** What the text denies or negates: no relation, but worth knowing. */
  readonly contradicted: readonly ExtractedRelation[];
  readonly unread: readonly UnreadSpan[];
}

export function toExtraction({ document, entities, claims, unread }: DocumentClaims): Extraction {
  const { id, title, publisher, publishedOn, dateline, language } = document;
  const known = Object.entries({ title, publisher, publishedOn, dateline, language });
  const described = known.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    document: { id, ...Object.fromEntries(described) },
    entities: entities.map(describeEntity),
    relations: mergeClaims(claims.filter(({ polarity }) => polarity === 'affirmed')),
    contradicted: mergeClaims(claims.filter(({ polarity }) => polarity !== 'affirmed')),
    unread,
  };
}

function describeEntity({ id, kind, name, aliases, attributes, mentions }: DocumentEntity): Record<string, unknown> {
  return { id, type: kind, labels: labelsOf(kind), name, aliases, attributes, mentions };
}

/** Claims that state the same, with the same qualifiers, are one relation with several pieces of evidence. */
function mergeClaims(claims: readonly Claim[]): ExtractedRelation[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const id = relationId(claim);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [claim]);
    else group.push(claim);
  }
  return [...groups].map(([id, group]) => toRelation(id, group)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The id of the fact; what is denied makes no fact and has an id of its own. */
function relationId(claim: Claim): string {
  const { predicate, subject: source, object: target, modality, role, startDate, endDate, polarity } = claim;
  const fact = factId({
    ...{ predicate, source, target, modality },
    ...(role === undefined ? {} : { role }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
  });
  return polarity === 'affirmed' ? fact : tupleId('contradicted/1', [fact, polarity]);
}

function toRelation(id: string, group: readonly Claim[]): ExtractedRelation {
  const byPlace = [...group].sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
  const surest = byPlace.reduce((best, claim) => (claim.confidence > best.confidence ? claim : best));
  const { predicate, subject, object, modality, polarity, rule, confidence, role, startDate, endDate, datePrecision } =
    surest;
  const attributedTo = byPlace.find((claim) => claim.attributedTo !== undefined)?.attributedTo;
  const qualifiers = Object.entries({ role, startDate, endDate, datePrecision });
  const attributes = {
    ...Object.assign({}, ...byPlace.map((claim) => claim.attributes)),
    ...Object.fromEntries(qualifiers.filter(([, value]) => value !== undefined)),
  } as Attributes;
  return {
    ...{ id, type: predicate, source: subject, target: object },
    attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...{ modality, polarity },
    ...(attributedTo === undefined ? {} : { attributedTo }),
    ...{ confidence, rule },
    evidence: byPlace.map((claim) => claim.evidence),
  };
}
