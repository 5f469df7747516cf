// A document's claims as the stores keep them: canonical JSON without the text, and the digest that tells versions apart.
import { createHash } from 'node:crypto';
import type { DocumentClaims } from '../../domain/claim.ts';

/** JSON with the keys of every object in code-point order: equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** A replacer function would be called for every value, and costs three times as much. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

/** The text is kept beside: it is large, and the graph does without it. */
export function claimsWithoutText({ document, ...claims }: DocumentClaims): string {
  return canonicalJson({ ...claims, document: { ...document, text: '' } });
}

export function withText(json: string, text: string): DocumentClaims {
  const claims = JSON.parse(json) as DocumentClaims;
  return { ...claims, document: { ...claims.document, text } };
}

/** Equal digests mean equal claims: the text is bound by the document's id and its reader's version. */
export function claimsDigest(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}

/** Of the set of documents, whatever their order. */
export function graphVersion(digests: Iterable<readonly [document: string, digest: string]>, judged: string): string {
  const hash = createHash('sha256');
  for (const [document, digest] of [...digests].sort(([left], [right]) => (left < right ? -1 : 1)))
    hash.update(`${document} ${digest}\n`);
  return hash.update(judged).digest('hex');
}
