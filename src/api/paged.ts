// Answers of paged lists: the question without its page is what a cursor is bound to.
import type { Page, PageRequest } from '../query/cypher-parts.ts';
import { nextCursor, pageFrom } from './cursor.ts';
import type { Answer } from './route.ts';

interface PagedQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface PagedCall<Q extends PagedQuery> {
  readonly query: Q;
  readonly version: string;
}

export async function pagedAnswer<Q extends PagedQuery>(
  { query, version }: PagedCall<Q>,
  look: (question: Omit<Q, 'limit' | 'cursor'>, page: PageRequest) => Promise<Page<unknown>>,
): Promise<Answer> {
  const { limit, cursor, ...question } = query;
  const page = pageFrom(cursor, limit, version, question);
  const { entries, hasMore } = await look(question, page);
  return { body: { data: entries, nextCursor: nextCursor(page, hasMore, version, question) } };
}

/** A page of what is found whole, as searches are. */
export const pageOfAll = <T>(found: readonly T[], { offset, limit }: PageRequest): Page<T> => ({
  entries: found.slice(offset, offset + limit),
  hasMore: found.length > offset + limit,
});
