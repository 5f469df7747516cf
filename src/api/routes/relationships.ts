// Routes of facts: lists, one, the evidence behind it, and the paths they make.
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { claimsOfFact, factById } from '../../query/evidence.ts';
import { findPaths } from '../../query/paths.ts';
import { relationships } from '../../query/relationships.ts';
import { nextCursor, pageFrom } from '../cursor.ts';
import { withContext } from '../excerpts.ts';
import { factFilter } from '../fact-filter.ts';
import { pagedAnswer } from '../paged.ts';
import { route } from '../route.ts';
import {
  BY_ID,
  claim,
  count,
  entityRef,
  fact,
  id,
  modalities,
  NONE,
  pageOf,
  paging,
  period,
  types,
  words,
  yes,
} from '../schemas.ts';

const factNotFound = (): AppError =>
  new AppError('NotFound', 'No relationship has this id; list them at /api/v1/relationships.');

const excerpt = z.strictObject({ before: z.string(), quote: z.string(), after: z.string() });
const evidence = claim.extend({
  context: excerpt.nullable().meta({ description: 'The passage around the quote, to show with the quote highlighted' }),
  page: z.int().nullable().meta({ description: 'Page of a paged document' }),
});

/** Longer paths say little and cost much. */
const MOST_HOPS = 6;

export const relationshipRoutes = [
  route({
    method: 'get',
    path: '/api/v1/relationships',
    operationId: 'listRelationships',
    tag: 'Relationships',
    summary: 'Facts between two entities, of one entity, or of all, in time order',
    scope: 'read',
    ofGraph: true,
    params: NONE,
    query: z.strictObject({
      entity: id.optional().meta({ description: 'One end' }),
      other: id.optional().meta({ description: 'The other end' }),
      type: types,
      modality: modalities,
      publisher: words.optional().meta({ description: 'Only facts that a document of this publisher states' }),
      ...period,
      ...paging,
    }),
    answers: { 200: { description: 'A page of facts', content: { 'application/json': pageOf(fact) } } },
    refusals: ['Gone'],
    answer: (call) =>
      pagedAnswer(call, (question, page) => relationships(call.service.read, factFilter(question), page)),
  }),

  route({
    method: 'get',
    path: '/api/v1/relationships/{id}',
    operationId: 'getRelationship',
    tag: 'Relationships',
    summary: 'One fact',
    scope: 'read',
    ofGraph: true,
    params: BY_ID,
    query: NONE,
    answers: { 200: { description: 'The fact', content: { 'application/json': fact } } },
    refusals: ['NotFound'],
    async answer({ params, service }) {
      const found = await factById(service.read, params.id);
      if (found === undefined) throw factNotFound();
      return { body: found };
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/relationships/{id}/evidence',
    operationId: 'listEvidence',
    tag: 'Relationships',
    summary: 'The claims behind a fact: quote, context, document, page, rule and who said so',
    description: 'Denials of the same fact are listed with the polarity `denied` or `negated`.',
    scope: 'read',
    ofGraph: true,
    params: BY_ID,
    query: z.strictObject(paging),
    answers: { 200: { description: 'A page of claims', content: { 'application/json': pageOf(evidence) } } },
    refusals: ['NotFound', 'Gone'],
    async answer({ params, query, service, version }) {
      const page = pageFrom(query.cursor, query.limit, version, params.id);
      const { entries, hasMore } = await claimsOfFact(service.read, params.id, page);
      if (entries.length === 0 && page.offset === 0) throw factNotFound();
      const data = await withContext(service.store, entries);
      return { body: { data, nextCursor: nextCursor(page, hasMore, version, params.id) } };
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/paths',
    operationId: 'findPaths',
    tag: 'Relationships',
    summary: 'How two entities are connected: the shortest paths, or all up to a length',
    scope: 'read',
    ofGraph: true,
    weight: 'heavy',
    params: NONE,
    query: z.strictObject({
      from: id.meta({ description: 'Entity at one end' }),
      to: id.meta({ description: 'Entity at the other end' }),
      mode: z.enum(['shortest', 'all']).default('shortest'),
      maxHops: count(1, MOST_HOPS, 4, 'Most facts on a path'),
      type: types,
      modality: modalities,
      inTimeOrder: yes.meta({ description: 'Only paths whose facts follow each other in time, by their first days' }),
      limit: count(1, 100, 20, 'Most paths'),
    }),
    answers: {
      200: {
        description: 'The paths, short ones first',
        content: {
          'application/json': z.strictObject({
            data: z.array(z.strictObject({ length: z.int(), nodes: z.array(entityRef), facts: z.array(fact) })),
            cut: z.boolean().meta({ description: 'True where there are more' }),
          }),
        },
      },
    },
    refusals: [],
    async answer({ query, service }) {
      const { paths, cut } = await findPaths(service.read, factFilter(query));
      return { body: { data: paths, cut } };
    },
  }),
];
