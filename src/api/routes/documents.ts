// Routes of documents: what was read, what it says, what was left unread; sending one in and taking one out.
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { documentId } from '../../domain/ids.ts';
import { claimsOfDocument, listDocuments, searchDocuments } from '../../query/documents.ts';
import { nextCursor, pageFrom } from '../cursor.ts';
import { JOB_STATES } from '../jobs.ts';
import { pagedAnswer, pageOfAll } from '../paged.ts';
import { route } from '../route.ts';
import { checked } from '../router.ts';
import { BY_ID, claim, documentRef, entityRef, NONE, pageOf, paging, period, someBytes, words } from '../schemas.ts';

const documentNotFound = (): AppError =>
  new AppError('NotFound', 'No document has this id; list them at /api/v1/documents.');

const span = { start: z.int(), end: z.int() };
const unread = z.strictObject({ ...span, reason: z.string(), text: z.string() });
const textDocument = z
  .strictObject({
    text: z.string().min(1).meta({ description: 'The document as text' }),
    name: words.optional().meta({ description: 'Name it is known by; a document of the same name is replaced' }),
  })
  .meta({ id: 'TextDocument' });

const job = z
  .strictObject({
    id: z.string(),
    state: z.enum(JOB_STATES),
    source: z.string(),
    documentId: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'Job' });

export const documentRoutes = [
  route({
    method: 'get',
    path: '/api/v1/documents',
    operationId: 'listDocuments',
    tag: 'Documents',
    summary: 'Search the text of documents, or list them in the order of publication',
    description: 'With `q` the document that answers best comes first, with the passage that does.',
    scope: 'read',
    ofGraph: true,
    params: NONE,
    query: z.strictObject({
      q: words.optional().meta({ description: 'Words of the title or the text, or their beginnings' }),
      publisher: words.optional(),
      language: words.optional(),
      ...period,
      ...paging,
    }),
    answers: {
      200: {
        description: 'A page of documents',
        content: {
          'application/json': pageOf(
            documentRef.extend({
              mediaType: z.string().nullable(),
              claimCount: z.int(),
              entityCount: z.int(),
              excerpt: z.string().nullish().meta({ description: 'With `q`: the passage that answers it' }),
            }),
          ),
        },
      },
    },
    refusals: ['Gone'],
    answer: (call) =>
      pagedAnswer(call, async ({ q, ...filter }, page) => {
        const { read, store } = call.service;
        if (q === undefined) return await listDocuments(read, filter, page);
        return pageOfAll(await searchDocuments(store.searchText.bind(store), read, q, filter), page);
      }),
  }),

  route({
    method: 'post',
    path: '/api/v1/documents',
    operationId: 'addDocument',
    tag: 'Documents',
    summary: 'Send a document in: a file as it is, or a text as JSON',
    description: 'The answer comes at once; the job says what became of the document. No address is ever fetched.',
    scope: 'ingest',
    ofGraph: false,
    params: NONE,
    query: z.strictObject({ name: words.optional().meta({ description: 'File name that the document is known by' }) }),
    body: {
      description: 'The file’s bytes, whatever its format, or `{text}`',
      required: true,
      content: { 'application/octet-stream': someBytes, 'application/json': textDocument },
    },
    answers: {
      202: {
        description: 'The document waits to be read',
        content: { 'application/json': job },
        headers: { Location: 'Where the job tells its state' },
      },
    },
    refusals: ['TooLarge', 'Unsupported', 'StoreUnavailable'],
    answer({ query, request, service }) {
      const body: unknown = request.body;
      const isFile = Buffer.isBuffer(body);
      const sent = isFile ? { bytes: body, name: query.name } : textOf(body, query.name);
      if (sent.bytes.length === 0) throw new AppError('InvalidInput', 'The document is empty; send one that has text.');
      const digest = documentId(sent.bytes);
      const source = `api:${sent.name ?? digest}`;
      const added = service.jobs.add(sent.bytes, source, digest);
      return Promise.resolve({ status: 202, body: added, headers: { Location: `/api/v1/jobs/${added.id}` } });
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/documents/{id}',
    operationId: 'getDocument',
    tag: 'Documents',
    summary: 'One document: its text, where it came from, its claims and what was left unread',
    scope: 'read',
    ofGraph: true,
    params: BY_ID,
    query: NONE,
    answers: {
      200: {
        description: 'The document',
        content: {
          'application/json': documentRef.extend({
            mediaType: z.string(),
            dateline: z.string().nullable(),
            sources: z.array(z.string()),
            text: z.string(),
            pages: z.array(z.strictObject({ ...span, page: z.int() })),
            claims: z.array(claim.extend({ source: entityRef, target: entityRef })),
            unread: z.array(unread),
          }),
        },
      },
    },
    refusals: ['NotFound'],
    async answer({ params, service }) {
      const stored = await service.store.document(params.id);
      if (stored === undefined) throw documentNotFound();
      const { document } = stored;
      return {
        body: {
          id: document.id,
          title: document.title ?? null,
          publisher: document.publisher ?? null,
          publishedOn: document.publishedOn ?? null,
          language: document.language,
          mediaType: document.mediaType,
          dateline: document.dateline ?? null,
          sources: stored.sources.map(shownSource),
          text: document.text,
          pages: document.pages ?? [],
          claims: await claimsOfDocument(service.read, params.id),
          unread: stored.claims.unread.map((each) => ({ ...each, text: document.text.slice(each.start, each.end) })),
        },
      };
    },
  }),

  route({
    method: 'delete',
    path: '/api/v1/documents/{id}',
    operationId: 'removeDocument',
    tag: 'Documents',
    summary: 'Take a document out, with all that only it supported',
    scope: 'ingest',
    ofGraph: false,
    params: BY_ID,
    query: NONE,
    answers: { 204: { description: 'It is gone' } },
    refusals: ['NotFound'],
    async answer({ params, service }) {
      await service.store.remove(params.id);
      service.version.changed();
      return { status: 204, body: null };
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/jobs/{id}',
    operationId: 'getJob',
    tag: 'Documents',
    summary: 'What became of a document that was sent in',
    scope: 'ingest',
    ofGraph: false,
    params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{24}$/, 'must be a job id: 24 hexadecimal digits') }),
    query: NONE,
    answers: { 200: { description: 'The job', content: { 'application/json': job } } },
    refusals: ['NotFound', 'Gone'],
    answer: ({ params, service }) => Promise.resolve({ body: service.jobs.get(params.id) }),
  }),

  route({
    method: 'get',
    path: '/api/v1/unread',
    operationId: 'listUnread',
    tag: 'Documents',
    summary: 'Sentences that gave nothing and names with no kind, with the reason, document by document',
    scope: 'read',
    ofGraph: true,
    weight: 'heavy',
    params: NONE,
    query: z.strictObject(paging),
    answers: {
      200: {
        description: 'A page of documents with what was left unread in them',
        content: { 'application/json': pageOf(z.strictObject({ document: documentRef, unread: z.array(unread) })) },
      },
    },
    refusals: ['Gone'],
    async answer({ query, service, version }) {
      const page = pageFrom(query.cursor, query.limit, version, 'unread');
      const { entries, hasMore } = await listDocuments(service.read, {}, page);
      const data = [];
      for (const { id, title, publisher, publishedOn, language } of entries) {
        const stored = await service.store.document(id);
        const spans = stored?.claims.unread ?? [];
        const text = stored?.document.text ?? '';
        const shown = spans.map((each) => ({ ...each, text: text.slice(each.start, each.end) }));
        if (shown.length > 0) data.push({ document: { id, title, publisher, publishedOn, language }, unread: shown });
      }
      return { body: { data, nextCursor: nextCursor(page, hasMore, version, 'unread') } };
    },
  }),
];

function textOf(body: unknown, name: string | undefined): { bytes: Buffer; name: string | undefined } {
  const sent = checked(textDocument, body, 'body');
  return { bytes: Buffer.from(sent.text, 'utf8'), name: sent.name ?? name };
}

/** A path of the machine is nobody's business beyond it: the file's own name is enough to tell sources apart. */
const shownSource = (source: string): string =>
  /^[a-z][a-z0-9+.-]+:/i.test(source) ? source : (source.split(/[\\/]/).at(-1) ?? source);
