// A document's claims as the stores keep them: canonical JSON without the text, and the digest that tells versions apart.
import { createHash, hash } from 'node:crypto';
import type { DocumentClaims } from '../../domain/claim.ts';

/** JSON with the keys of every object in code-point order: equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  return written(value) ?? 'null';
}

/** Written as it is read: an object in order, made to be written once, costs as much again. @returns undefined where JSON has nothing */
function written(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((inner) => written(inner) ?? 'null').join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const inner = written((value as Readonly<Record<string, unknown>>)[key]);
    if (inner !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${inner}`;
  }
  return `{${members}}`;
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
  return hash('sha256', json, 'hex');
}

/** Of the set of documents, whatever their order. */
export function graphVersion(digests: Iterable<readonly [document: string, digest: string]>, judged: string): string {
  const hash = createHash('sha256');
  for (const [document, digest] of [...digests].sort(([left], [right]) => (left < right ? -1 : 1)))
    hash.update(`${document} ${digest}\n`);
  return hash.update(judged).digest('hex');
}
