// Claims that a model proposed and a person accepted: joined to what the rules found, and kept when a document is read anew.
import type { Claim, DocumentClaims, DocumentEntity } from '../domain/claim.ts';
import { AppError } from '../domain/errors.ts';
import type { QuotedSpan } from '../domain/span.ts';
import type { Proposals } from '../ports/extractor.ts';

export const isAccepted = (claim: Claim): boolean => claim.attributes['proposedBy'] === 'model';

/**
 * The document's claims with the accepted ones among the proposals. Accepting twice changes nothing.
 * @param accepted ids of claims in `proposals`
 * @throws AppError InvalidInput where an id is not proposed or a quote does not stand in the document
 */
export function withAccepted(
  document: DocumentClaims,
  proposals: Proposals,
  accepted: ReadonlySet<string>,
): DocumentClaims {
  const claims = proposals.claims.filter((claim) => accepted.has(claim.id));
  if (claims.length < accepted.size)
    throw new AppError(
      'InvalidInput',
      'One of the claims is not among the proposals: list them with `plenary propose`.',
    );
  const ends = new Set(claims.flatMap((claim) => [claim.subject, claim.object]));
  const entities = proposals.entities.filter((entity) => ends.has(entity.id));
  const quotes: QuotedSpan[] = [
    ...claims.map((claim) => claim.evidence),
    ...entities.flatMap((entity) => entity.mentions),
  ];
  for (const { start, end, quote } of quotes)
    if (document.document.text.slice(start, end) !== quote)
      throw new AppError('InvalidInput', 'A quote does not stand in the stored document: ask for proposals again.');
  return join(document, entities, claims);
}

/** Carries what was accepted before over to a new extraction of the same bytes. */
export function keepAccepted(fresh: DocumentClaims, stored: DocumentClaims): DocumentClaims {
  const claims = stored.claims.filter(isAccepted);
  if (claims.length === 0) return fresh;
  const ends = new Set(claims.flatMap((claim) => [claim.subject, claim.object]));
  return join(
    fresh,
    stored.entities.filter((entity) => ends.has(entity.id)),
    claims,
  );
}

function join(document: DocumentClaims, entities: readonly DocumentEntity[], claims: readonly Claim[]): DocumentClaims {
  // What the rules found wins: an entity or a claim of the same id is theirs already.
  const byId = <T extends { readonly id: string }>(added: readonly T[], own: readonly T[]): T[] =>
    [...new Map([...added, ...own].map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...document, entities: byId(entities, document.entities), claims: byId(claims, document.claims) };
}
