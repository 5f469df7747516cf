// Lets through of a model's answer only what the text and the schema bear out, and says why it dropped the rest.
import type { Claim, DocumentEntity } from '../../../domain/claim.ts';
import type { SourceDocument } from '../../../domain/document.ts';
import { claimId, entityId } from '../../../domain/ids.ts';
import { foldName } from '../../../domain/names.ts';
import type { QuotedSpan, Span } from '../../../domain/span.ts';
import type { RejectedProposal } from '../../../ports/extractor.ts';
import {
  entitySchema,
  familyOf,
  fitsSignature,
  isEntityKind,
  isRelationType,
  relationSchema,
} from '../../../schema/index.ts';
import type { EntityKind } from '../../../schema/index.ts';
import type { ModelAnswer } from './answer.ts';

export interface CheckedAnswer {
  readonly entities: ReadonlyMap<string, DocumentEntity>;
  readonly claims: readonly Claim[];
  readonly rejected: readonly RejectedProposal[];
}

/** A model's word alone is worth no more than this; what rules find starts above it. */
const MODEL_CONFIDENCE = 0.3;

/** Checks one answer about `passage`, a span of the document's text. */
export function checkAnswer(
  answer: ModelAnswer,
  source: SourceDocument,
  passage: Span,
  proposer: string,
): CheckedAnswer {
  const rejected: RejectedProposal[] = [];
  const text = source.text.slice(passage.start, passage.end);
  const named = new Map<string, { kind: EntityKind; name: string }>();
  for (const { ref, kind, name } of answer.entities) {
    if (!isEntityKind(kind) || entitySchema(kind).derived !== undefined)
      rejected.push({ reason: 'unknown-kind', proposal: `${kind} ${name}` });
    else named.set(ref, { kind, name });
  }
  const entities = new Map<string, DocumentEntity>();
  const claims: Claim[] = [];
  for (const proposal of answer.claims) {
    const summary = `${proposal.subject} ${proposal.relation} ${proposal.object}`;
    const drop = (reason: RejectedProposal['reason']): unknown => rejected.push({ reason, proposal: summary });
    const subject = named.get(proposal.subject);
    const object = named.get(proposal.object);
    const at = text.indexOf(proposal.quote);
    if (subject === undefined || object === undefined) drop('unknown-entity');
    else if (!isRelationType(proposal.relation)) drop('unknown-relation');
    else if (!fitsSignature(proposal.relation, subject.kind, object.kind)) drop('signature');
    else if (at < 0) drop('quote-not-in-text');
    else {
      const start = passage.start + at;
      const evidence: QuotedSpan = { start, end: start + proposal.quote.length, quote: proposal.quote };
      const mentions = [subject, object].map((end) => mentionIn(evidence, end.name));
      if (mentions[0] === undefined || mentions[1] === undefined) {
        drop('name-not-in-quote');
        continue;
      }
      const ends = [toEntity(subject, mentions[0]), toEntity(object, mentions[1])];
      for (const end of ends) if (!entities.has(end.id)) entities.set(end.id, end);
      if (relationSchema(proposal.relation).symmetric) ends.sort((a, b) => (a.id < b.id ? -1 : 1));
      const ids = { subject: ends[0]!.id, object: ends[1]!.id };
      claims.push({
        id: claimId({ document: source.id, predicate: proposal.relation, ...ids, start, end: evidence.end }),
        predicate: proposal.relation,
        ...ids,
        attributes: { proposedBy: 'model' },
        modality: proposal.modality,
        polarity: proposal.polarity,
        confidence: MODEL_CONFIDENCE,
        rule: proposer,
        evidence,
      });
    }
  }
  return { entities, claims, rejected };
}

function mentionIn(evidence: QuotedSpan, name: string): QuotedSpan | undefined {
  const at = evidence.quote.indexOf(name);
  if (at < 0) return undefined;
  return { start: evidence.start + at, end: evidence.start + at + name.length, quote: name };
}

function toEntity({ kind, name }: { kind: EntityKind; name: string }, mention: QuotedSpan): DocumentEntity {
  const key = foldName(name);
  return { id: entityId(familyOf(kind), key), kind, name, key, aliases: [], attributes: {}, mentions: [mention] };
}
