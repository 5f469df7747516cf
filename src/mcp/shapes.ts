// The shapes that the tools share.
import { z } from 'zod';
import { SCHEMA } from '../schema/index.ts';

export const id = z.string().regex(/^[0-9a-f]{64}$/, 'must be an id: 64 hexadecimal digits, as other tools give it');
export const day = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be a date: 2018, 2018-11 or 2018-11-07');
export const words = z.string().min(1).max(200);
export const kind = z.enum(SCHEMA.entities.map((entity) => entity.kind));
export const types = z
  .array(z.enum(SCHEMA.relations.map((relation) => relation.type)))
  .max(24)
  .default([]);
export const includeUnreal = z
  .boolean()
  .default(false)
  .describe('Also what was planned, proposed, demanded or conditional, not only what occurred');
export const limit = (most: number, standard: number) => z.int().min(1).max(most).default(standard);

export const entity = z.object({ id: z.string(), name: z.string(), kind: z.string() });
export const fact = z.looseObject({
  id: z.string(),
  type: z.string(),
  source: entity,
  target: entity,
  modality: z.string(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
});
export const ends = { cut: z.boolean(), advice: z.string(), notice: z.string() };

export const meant = (all: boolean): readonly string[] => (all ? [] : ['occurred']);
export const DATES_NOTE =
  'Dates are ISO texts, partial where unknown: 2018-11, or --04-23 where the year is not known.';
