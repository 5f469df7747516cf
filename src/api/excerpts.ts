// The passage around a quote and its page: read from the stored text, so that the highlight stands at exact characters.
import type { SourceDocument } from '../domain/document.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { ClaimView } from '../query/evidence.ts';

/** Characters before and after a quote: about two sentences. */
const CONTEXT_CHARS = 240;
/** A cut must not tear a surrogate pair. */
const LOW_SURROGATE = /^[\udc00-\udfff]/;
const HIGH_SURROGATE_AT_END = /[\ud800-\udbff]$/;

export interface Excerpt {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

export interface Evidence extends ClaimView {
  readonly context: Excerpt | null;
  readonly page: number | null;
}

/** The passage is cut between words, where the text has any within the length. */
export function excerpt(text: string, start: number, end: number): Excerpt {
  const before = text.slice(Math.max(0, start - CONTEXT_CHARS), start);
  const after = text.slice(end, end + CONTEXT_CHARS);
  return {
    before: start > CONTEXT_CHARS ? before.replace(/^\S*\s/u, '').replace(LOW_SURROGATE, '') : before,
    quote: text.slice(start, end),
    after: end + CONTEXT_CHARS < text.length ? after.replace(/\s\S*$/u, '').replace(HIGH_SURROGATE_AT_END, '') : after,
  };
}

export function pageOfOffset(document: SourceDocument, offset: number): number | null {
  return document.pages?.find((page) => page.start <= offset && offset < page.end)?.page ?? null;
}

export async function withContext(store: GraphStore, claims: readonly ClaimView[]): Promise<readonly Evidence[]> {
  const ids = [...new Set(claims.map((claim) => claim.document.id))];
  const documents = new Map<string, SourceDocument>();
  for (const id of ids) {
    const stored = await store.document(id);
    if (stored !== undefined) documents.set(id, stored.document);
  }
  return claims.map((claim) => {
    const document = documents.get(claim.document.id);
    return {
      ...claim,
      context: document === undefined ? null : excerpt(document.text, claim.start, claim.end),
      page: document === undefined ? null : pageOfOffset(document, claim.start),
    };
  });
}
