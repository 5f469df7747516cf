// Routes of the whole: the graph as the explorer draws it, the schema, and what the store holds.
import { z } from 'zod';
import type { GraphLayout } from '../../adapters/layout/index.ts';
import { graphExtract } from '../../query/graph.ts';
import { entityNotFound } from './entities.ts';
import { route } from '../route.ts';
import { bytes, count, id, modalities, NONE, period, types } from '../schemas.ts';

const node = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  labels: z.array(z.string()),
  degree: z.int(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  x: z.number(),
  y: z.number(),
  community: z.int(),
});
const edge = z.strictObject({
  id: z.string(),
  type: z.string(),
  source: z.string(),
  target: z.string(),
  modality: z.string(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  claimCount: z.int(),
});

/** What a screen can show; above it communities are drawn and parts are fetched. */
const MOST_NODES = 20_000;
const MOST_EDGES = 40_000;
const NOWHERE = { x: 0, y: 0, community: 0 };

const placeOf = (layout: GraphLayout, index: number) => ({
  x: layout.x[index]!,
  y: layout.y[index]!,
  community: layout.community[index]!,
});

export const graphRoutes = [
  route({
    method: 'get',
    path: '/api/v1/graph',
    operationId: 'getGraph',
    tag: 'Graph',
    summary: 'The graph to draw: positions, communities and edges; the best connected entities first',
    scope: 'read',
    ofGraph: true,
    weight: 'heavy',
    params: NONE,
    query: z.strictObject({
      center: id.optional().meta({ description: 'Only what is within `hops` of this entity' }),
      hops: count(1, 3, 1, 'Steps from the centre'),
      type: types,
      modality: modalities,
      ...period,
      maxNodes: count(1, MOST_NODES, MOST_NODES, 'Most entities'),
      maxEdges: count(0, MOST_EDGES, MOST_EDGES, 'Most edges'),
    }),
    answers: {
      200: {
        description: 'The graph',
        content: {
          'application/json': z.strictObject({
            version: z.string(),
            nodes: z.array(node),
            edges: z.array(edge),
            cut: z.boolean().meta({ description: 'True where there is more than was asked for at most' }),
          }),
        },
      },
    },
    refusals: ['NotFound'],
    async answer({ query, service, version }) {
      const { type, modality, ...selection } = query;
      const found = await graphExtract(service.read, { ...selection, types: type, modalities: modality });
      if (query.center !== undefined && found.nodes.length === 0) throw entityNotFound();
      const { layout, indexOf } = await service.pictures.of(version);
      const nodes = found.nodes.map((each) => {
        const index = indexOf.get(each.id);
        const place = index === undefined ? NOWHERE : placeOf(layout, index);
        return { ...each, ...place };
      });
      return { body: { version, nodes, edges: found.edges, cut: found.cut } };
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/graph/picture',
    operationId: 'getGraphPicture',
    tag: 'Graph',
    summary: 'The whole graph with its positions in the explorer’s binary form',
    scope: 'read',
    ofGraph: true,
    weight: 'heavy',
    params: NONE,
    query: NONE,
    answers: {
      200: {
        description: 'The format `plenary-graph/1`, compressed with gzip',
        content: { 'application/octet-stream': bytes },
      },
    },
    refusals: [],
    async answer({ service, version }) {
      const { payload: body } = await service.pictures.of(version);
      return { body, headers: { 'Content-Type': 'application/octet-stream' } };
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/schema',
    operationId: 'getSchema',
    tag: 'Graph',
    summary: 'Kinds and relations of the graph, with their definitions, colours and counterparts elsewhere',
    scope: 'read',
    ofGraph: false,
    params: NONE,
    query: NONE,
    answers: {
      200: {
        description: 'The graph schema',
        content: {
          'application/json': z.strictObject({
            entities: z.array(z.looseObject({ kind: z.string(), label: z.string() })),
            relations: z.array(z.looseObject({ type: z.string(), label: z.string() })),
          }),
        },
      },
    },
    refusals: [],
    answer: ({ service }) => Promise.resolve({ body: service.schema }),
  }),

  route({
    method: 'get',
    path: '/api/v1/stats',
    operationId: 'getStats',
    tag: 'Graph',
    summary: 'How much the store holds, by kind and by type',
    scope: 'read',
    ofGraph: true,
    params: NONE,
    query: NONE,
    answers: {
      200: {
        description: 'Counts',
        content: {
          'application/json': z.strictObject({
            documents: z.int(),
            claims: z.int(),
            entities: z.record(z.string(), z.int()),
            relations: z.record(z.string(), z.int()),
            graphVersion: z.string(),
          }),
        },
      },
    },
    refusals: [],
    answer: async ({ service }) => ({ body: await service.store.stats() }),
  }),
];
