// Routes of entities: search and list, one with its posts and counts, and its neighbours.
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { entityDetails, listEntities, type RankedEntity } from '../../query/entities.ts';
import type { EntitySummary } from '../../query/shapes.ts';
import { searchEntities } from '../../query/name-search.ts';
import { neighbours } from '../../query/relationships.ts';
import { nextCursor, pageFrom } from '../cursor.ts';
import { factFilter } from '../fact-filter.ts';
import { pagedAnswer, pageOfAll } from '../paged.ts';
import { route } from '../route.ts';
import {
  BY_ID,
  day,
  entitySummary,
  fact,
  id,
  kind,
  modalities,
  NONE,
  pageOf,
  paging,
  period,
  types,
  words,
} from '../schemas.ts';

const counts = z.record(z.string(), z.int());

export const entityNotFound = (): AppError =>
  new AppError('NotFound', 'No entity has this id; search for its name at /api/v1/entities?q=.');

export const entityRoutes = [
  route({
    method: 'get',
    path: '/api/v1/entities',
    operationId: 'listEntities',
    tag: 'Entities',
    summary: 'Search entities by name, or list them',
    description:
      'With `q` the best match comes first; accents, case and the order of the words do not matter. Without it the list is in the order of names.',
    scope: 'read',
    ofGraph: true,
    params: NONE,
    query: z.strictObject({
      q: words.optional().meta({ description: 'Name or alias, or the beginning of its words', examples: ['to lam'] }),
      kind: kind.optional().meta({ description: 'Of this kind or a narrower one' }),
      country: words.optional().meta({ description: 'Country by its short English name', examples: ['Vietnam'] }),
      asOf: day.optional().meta({
        description: 'Only what a document of that day or before names, or what had a dated fact by then',
      }),
      ...paging,
    }),
    answers: { 200: { description: 'A page of entities', content: { 'application/json': pageOf(entitySummary) } } },
    refusals: ['Gone'],
    answer: (call) =>
      pagedAnswer(call, async ({ q, ...filter }, page) => {
        const { read, store } = call.service;
        if (q === undefined) return await listEntities(read, filter, page);
        const found = await searchEntities(store.searchText.bind(store), read, q, filter);
        return pageOfAll(found.map(summaryOf), page);
      }),
  }),

  route({
    method: 'get',
    path: '/api/v1/entities/{id}',
    operationId: 'getEntity',
    tag: 'Entities',
    summary: 'One entity: its names, its posts over time, how much is known of it',
    scope: 'read',
    ofGraph: true,
    params: BY_ID,
    query: z.strictObject({ asOf: day.optional().meta({ description: 'Only posts held on this day' }) }),
    answers: {
      200: {
        description: 'The entity',
        content: {
          'application/json': entitySummary.extend({
            posts: z.array(fact),
            counts: z.strictObject({
              documents: z.int(),
              mentions: z.int(),
              relationships: z.int(),
              byType: counts,
            }),
          }),
        },
      },
    },
    refusals: ['NotFound'],
    async answer({ params, query, service }) {
      const found = await entityDetails(service.read, params.id, query.asOf);
      if (found === undefined) throw entityNotFound();
      return { body: found };
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/entities/{id}/neighbours',
    operationId: 'listNeighbours',
    tag: 'Entities',
    summary: 'What an entity is related to, in time order, with counts by type',
    scope: 'read',
    ofGraph: true,
    params: z.strictObject({ id }),
    query: z.strictObject({
      type: types,
      modality: modalities,
      direction: z
        .enum(['out', 'in', 'both'])
        .default('both')
        .meta({ description: '`out` where the entity is the source of the fact' }),
      ...period,
      ...paging,
    }),
    answers: {
      200: {
        description: 'A page of neighbours',
        content: {
          'application/json': pageOf(z.strictObject({ entity: entitySummary, fact })).extend({ countsByType: counts }),
        },
      },
    },
    refusals: ['NotFound', 'Gone'],
    async answer({ params, query, service, version }) {
      const { limit, cursor, ...question } = query;
      const page = pageFrom(cursor, limit, version, { ...question, id: params.id });
      const found = await neighbours(service.read, params.id, query.direction, factFilter(question), page);
      if (found.entries.length === 0 && (await entityDetails(service.read, params.id)) === undefined)
        throw entityNotFound();
      const cursorAfter = nextCursor(page, found.hasMore, version, { ...question, id: params.id });
      return { body: { data: found.entries, nextCursor: cursorAfter, countsByType: found.countsByType } };
    },
  }),
];

/** Without the degree, which only ranks. */
const summaryOf = ({ id: own, name, kind: type, labels, aliases, attributes }: RankedEntity): EntitySummary => ({
  ...{ id: own, name, kind: type },
  ...{ labels, aliases, attributes },
});
