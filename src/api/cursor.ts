// Cursors of paged lists: an offset bound to the graph version and the question, opaque to the caller.
import { createHash } from 'node:crypto';
import { AppError } from '../domain/errors.ts';
import type { PageRequest } from '../query/cypher-parts.ts';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 1000;
/** Deeper pages cost as much as all pages before them; who needs all takes an export. */
const MAX_OFFSET = 1_000_000;

function fingerprint(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);
}

/** @param question the request without cursor and limit: a cursor continues the question it came from */
export function pageFrom(cursor: string | undefined, limit: number, version: string, question: unknown): PageRequest {
  if (cursor === undefined) return { offset: 0, limit };
  const [offset, asked, graph] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  const from = Number(offset);
  if (!/^\d{1,7}$/.test(offset ?? '') || from > MAX_OFFSET || asked === undefined || graph === undefined)
    throw new AppError(
      'InvalidInput',
      'The cursor is not one of ours; take `nextCursor` of the page before, unchanged.',
    );
  if (asked !== fingerprint(question))
    throw new AppError(
      'InvalidInput',
      'The cursor belongs to another question; repeat the parameters of the page before.',
    );
  if (graph !== version)
    throw new AppError('Gone', 'The graph has changed since the page before; start again without a cursor.');
  return { offset: from, limit };
}

export function nextCursor(page: PageRequest, hasMore: boolean, version: string, question: unknown): string | null {
  if (!hasMore) return null;
  return Buffer.from([page.offset + page.limit, fingerprint(question), version].join('.')).toString('base64url');
}
