// Eighth stage: qualified relations become claims, each with the exact passage of the raw text that states it.
import type { Attributes, Claim } from '../../domain/claim.ts';
import { claimId } from '../../domain/ids.ts';
import type { Span } from '../../domain/span.ts';
import { relationSchema } from '../../schema/index.ts';
import type { CleanText, QualifiedRelation } from '../types.ts';

/** Entity id of a chain; undefined for a chain that is no entity. */
type EntityOfChain = (chain: number) => string | undefined;

export function toClaims(clean: CleanText, relations: readonly QualifiedRelation[], entityOf: EntityOfChain): Claim[] {
  const claims = new Map<string, Claim>();
  for (const relation of relations) {
    const source = entityOf(relation.source);
    const target = entityOf(relation.target);
    if (source === undefined || target === undefined || source === target) continue;
    for (const span of clean.rawSpans(relation.evidence)) {
      const claim = toClaim(clean, relation, source, target, span);
      const known = claims.get(claim.id);
      claims.set(claim.id, known === undefined ? claim : merged(known, claim));
    }
  }
  return [...claims.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toClaim(clean: CleanText, relation: QualifiedRelation, source: string, target: string, raw: Span): Claim {
  const isSwapped = relationSchema(relation.type).symmetric && target < source;
  const subject = isSwapped ? target : source;
  const object = isSwapped ? source : target;
  const { start, end } = trimmed(clean.source.text, raw);
  const predicate = relation.type;
  const { role, attributedTo, startDate, endDate, datePrecision } = relation;
  return {
    id: claimId({ document: clean.source.id, predicate, subject, object, start, end }),
    ...{ predicate, subject, object },
    ...(role === undefined ? {} : { role }),
    attributes: sorted(relation.attributes),
    ...{ modality: relation.modality, polarity: relation.polarity },
    ...(attributedTo === undefined ? {} : { attributedTo }),
    ...{ confidence: relation.confidence, rule: relation.rule },
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
    ...(datePrecision === undefined ? {} : { datePrecision }),
    evidence: { start, end, quote: clean.source.text.slice(start, end) },
  };
}

/** Evidence neither begins nor ends with white space. */
function trimmed(text: string, { start, end }: Span): Span {
  const quote = text.slice(start, end);
  const lead = quote.length - quote.trimStart().length;
  return lead === quote.length
    ? { start, end }
    : { start: start + lead, end: end - (quote.length - quote.trimEnd().length) };
}

/** Two rules on one passage: the surer one speaks, the other adds what the first leaves open. */
function merged(a: Claim, b: Claim): Claim {
  const [surer, other] = b.confidence > a.confidence ? [b, a] : [a, b];
  return { ...other, ...surer, attributes: sorted({ ...other.attributes, ...surer.attributes }) };
}

function sorted(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}
