// Look-ups of documents: the list, and what one says.
import { CLAIMS_OF_DOCUMENT, claimView, type ClaimView } from './evidence.ts';
import { pageOf, pageParameters, type Page, type PageRequest } from './cypher-parts.ts';
import { rowsOf, type Plain, type Read } from './rows.ts';
import { count, documentRef, entityRef, row, text, type DocumentRef, type EntityRef } from './shapes.ts';

const PASSES = `($publisher IS NULL OR d.publisher = $publisher) AND ($language IS NULL OR d.language = $language)
  AND ($from IS NULL AND $to IS NULL OR d.publishedOn IS NOT NULL
    AND ($to IS NULL OR d.publishedOn <= $to + '~') AND ($from IS NULL OR d.publishedOn + '~' >= $from))`;

const DOCUMENTS_BY_IDS = `
UNWIND $ids AS id
MATCH (d:Document {id: id})
WHERE ${PASSES}
RETURN properties(d) AS document`;

export const DOCUMENTS = `
MATCH (d:Document)
WHERE ${PASSES}
WITH d ORDER BY coalesce(d.publishedOn, '~'), d.id SKIP $offset LIMIT $limit
RETURN properties(d) AS document`;

/** As many as a search gives at most. */
const MAX_HITS = 500;

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

const filterParameters = (filter: DocumentFilter) => ({
  publisher: filter.publisher ?? null,
  language: filter.language ?? null,
  from: filter.from ?? null,
  to: filter.to ?? null,
});

export async function listDocuments(
  read: Read,
  filter: DocumentFilter,
  page: PageRequest,
): Promise<Page<DocumentSummary>> {
  const result = await read(DOCUMENTS, { ...filterParameters(filter), ...pageParameters(page) });
  return pageOf(
    rowsOf(result).map((each) => summaryOf(each['document'])),
    page,
  );
}

function summaryOf(document: Plain | undefined): DocumentSummary {
  const fields = row(document);
  return {
    ...documentRef(fields),
    mediaType: text(fields['mediaType']),
    claimCount: count(fields['claimCount']),
    entityCount: count(fields['entityCount']),
  };
}

export interface FoundDocument extends DocumentSummary {
  /** The passage that answers the words asked for. */
  readonly excerpt: string | null;
}

export type SearchTexts = (
  query: string,
  options: { readonly limit: number; readonly in: 'documents' },
) => Promise<readonly { readonly id: string; readonly excerpt?: string }[]>;

/** Best answer first, in the order of the text index; more than these nobody pages through. */
export async function searchDocuments(
  search: SearchTexts,
  read: Read,
  query: string,
  filter: DocumentFilter,
): Promise<readonly FoundDocument[]> {
  const hits = await search(query, { limit: MAX_HITS, in: 'documents' });
  const result = await read(DOCUMENTS_BY_IDS, { ids: hits.map(({ id }) => id), ...filterParameters(filter) });
  const found = new Map(
    rowsOf(result).map((each) => {
      const summary = summaryOf(each['document']);
      return [summary.id, summary] as const;
    }),
  );
  return hits.flatMap(({ id, excerpt = null }) => {
    const summary = found.get(id);
    return summary === undefined ? [] : [{ ...summary, excerpt }];
  });
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
