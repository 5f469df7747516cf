// Look-ups of documents: the list, and what one says.
import { CLAIMS_OF_DOCUMENT, claimView, type ClaimView } from './evidence.ts';
import { pageOf, pageParameters, type Page, type PageRequest } from './cypher-parts.ts';
import { rowsOf, type Read } from './rows.ts';
import { count, documentRef, entityRef, row, text, type DocumentRef, type EntityRef } from './shapes.ts';

export const DOCUMENTS = `
MATCH (d:Document)
WHERE ($publisher IS NULL OR d.publisher = $publisher) AND ($language IS NULL OR d.language = $language)
  AND ($from IS NULL AND $to IS NULL OR d.publishedOn IS NOT NULL
    AND ($to IS NULL OR d.publishedOn <= $to + '~') AND ($from IS NULL OR d.publishedOn + '~' >= $from))
WITH d ORDER BY coalesce(d.publishedOn, '~'), d.id SKIP $offset LIMIT $limit
RETURN properties(d) AS document`;

export interface DocumentSummary extends DocumentRef {
  readonly mediaType: string | null;
  readonly claimCount: number;
  readonly entityCount: number;
}

export interface DocumentFilter {
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export async function listDocuments(
  read: Read,
  filter: DocumentFilter,
  page: PageRequest,
): Promise<Page<DocumentSummary>> {
  const result = await read(DOCUMENTS, {
    publisher: filter.publisher ?? null,
    language: filter.language ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    ...pageParameters(page),
  });
  const entries = rowsOf(result).map((each) => {
    const fields = row(each['document']);
    return {
      ...documentRef(fields),
      mediaType: text(fields['mediaType']),
      claimCount: count(fields['claimCount']),
      entityCount: count(fields['entityCount']),
    };
  });
  return pageOf(entries, page);
}

export interface StatedClaim extends ClaimView {
  readonly source: EntityRef;
  readonly target: EntityRef;
}

/** In the order of the text. */
export async function claimsOfDocument(read: Read, id: string): Promise<readonly StatedClaim[]> {
  const result = await read(CLAIMS_OF_DOCUMENT, { id });
  return rowsOf(result).map((each) => ({
    ...claimView(each),
    source: entityRef(each['source']),
    target: entityRef(each['target']),
  }));
}
