// Routes of exports: the graph, or a part of it, streamed in the format of another tool.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ExportSource, FORMATS } from '../../adapters/exports/index.ts';
import { storedPlaces } from '../../adapters/exports/places.ts';
import { AppError } from '../../domain/errors.ts';
import { packingStream } from '../compression.ts';
import { fromCypher } from '../neo4j/errors.ts';
import { route, STREAMED } from '../route.ts';
import { bytes, count, id, period } from '../schemas.ts';

const names = FORMATS.map(({ name }) => name);
const files = [...new Set(FORMATS.flatMap((format) => format.files.map((file) => file.name)))];
const mediaTypes = [...new Set(FORMATS.flatMap((format) => format.files.map((file) => file.mediaType)))];

/** Who reads the document takes what is named JSON for an object, not for a string of bytes. */
const schemaOf = (mediaType: string): z.ZodType =>
  mediaType.endsWith('+json') ? z.record(z.string(), z.unknown()) : bytes;

/** Who takes half a file and leaves is no fault of ours. */
async function untilHungUp(sending: Promise<void>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

export const exportRoutes = [
  route({
    method: 'get',
    path: '/api/v1/exports/{format}',
    operationId: 'exportGraph',
    tag: 'Exports',
    summary: 'The graph, or a part of it, for another tool',
    description: FORMATS.map((format) => `\`${format.name}\`: ${format.summary}.`).join(' '),
    scope: 'read',
    ofGraph: false,
    weight: 'heavy',
    params: z.strictObject({ format: z.enum(names).meta({ examples: ['gexf'] }) }),
    query: z.strictObject({
      file: z
        .enum(files)
        .optional()
        .meta({ description: 'Which file, where the format has several; the first one otherwise' }),
      center: id.optional().meta({ description: 'Only what lies within `hops` of this entity' }),
      hops: count(1, 3, 1, 'Steps from the centre'),
      cypher: z
        .string()
        .min(1)
        .max(10_000)
        .optional()
        .meta({ description: 'Only the entities that this read-only query returns, and the facts among them' }),
      ...period,
    }),
    answers: {
      200: { description: 'The file', content: Object.fromEntries(mediaTypes.map((type) => [type, schemaOf(type)])) },
    },
    refusals: ['NotFound', 'Unprocessable'],
    async answer({ params, query, service, request, response }) {
      const format = FORMATS.find(({ name }) => name === params.format)!;
      const file = query.file === undefined ? format.files[0] : format.files.find(({ name }) => name === query.file);
      if (file === undefined)
        throw new AppError(
          'InvalidInput',
          `This format has the files ${format.files.map(({ name }) => name).join(', ')}.`,
        );
      const source = await ExportSource.open(
        service.ask,
        service.schema,
        query,
        await storedPlaces(service.store),
      ).catch((error: unknown) => {
        throw fromCypher(error);
      });
      response.setHeader('Content-Type', `${file.mediaType}; charset=utf-8`);
      response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
      const packing = packingStream(request, response);
      const text = Readable.from(file.write(source));
      if (request.method === 'HEAD') response.end();
      else await untilHungUp(packing === undefined ? pipeline(text, response) : pipeline(text, packing, response));
      return STREAMED;
    },
  }),
];
