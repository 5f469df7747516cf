// What the tools that draw need beside the graph: the colour of a kind, whole days, and which relations hold both ways.
import { isRelationType, relationSchema, type GraphSchema } from '../../schema/index.ts';

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

const GREY: Colour = { r: 128, g: 128, b: 128 };

export function colourOf(schema: GraphSchema, kind: string): Colour {
  const hex = schema.entities.find((entity) => entity.kind === kind)?.appearance.light;
  const [, r, g, b] = /^#(..)(..)(..)$/.exec(hex ?? '') ?? [];
  if (r === undefined || g === undefined || b === undefined) return GREY;
  return { r: parseInt(r, 16), g: parseInt(g, 16), b: parseInt(b, 16) };
}

/** Full days only: a drawing tool's timeline cannot place `2018-11` or `--04-23`. */
export const fullDay = (date: unknown): string | undefined =>
  typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined;

export const isSymmetric = (type: string): boolean => isRelationType(type) && relationSchema(type).symmetric;
