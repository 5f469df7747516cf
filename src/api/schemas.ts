// The shapes that requests and answers share, as zod schemas: they check, and they become the OpenAPI document.
import { z } from 'zod';
import 'zod-openapi';
import { MODALITIES } from '../domain/claim.ts';
import { ERROR_STATUS } from '../domain/errors.ts';
import { SCHEMA } from '../schema/index.ts';
import { DEFAULT_PAGE, MAX_PAGE } from './cursor.ts';

const KINDS = SCHEMA.entities.map((entity) => entity.kind);
const TYPES = SCHEMA.relations.map((relation) => relation.type);

export const kind = z.enum(KINDS).meta({ id: 'EntityKind', description: 'Kind of the graph schema' });
export const relationType = z.enum(TYPES).meta({ id: 'RelationType', description: 'Relation of the graph schema' });
export const modality = z.enum(MODALITIES).meta({ id: 'Modality', description: 'How a fact is meant' });

/** Ids are sha-256 in hex. */
export const id = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be an id: 64 hexadecimal digits')
  .meta({ description: 'Id: 64 hexadecimal digits', examples: ['a'.repeat(64)] });

export const day = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'must be a date: 2018, 2018-11 or 2018-11-07')
  .meta({ description: 'ISO date, also partial: 2018, 2018-11 or 2018-11-07', examples: ['2018-11-07'] });

// C0 and C1 control characters mean nothing in a name, and stores disagree on U+0000.
export const words = z
  .string()
  .min(1)
  .max(200)
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, 'must be text without control characters');

/** `?type=A&type=B`; one value arrives as a string. */
const many = <T extends z.ZodType>(value: T): z.ZodType<z.output<T>[]> =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(value).max(50).default([]),
  );

const whole = (least: number, most: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));

export const types = many(relationType).meta({
  description: 'Only facts of these types; repeat the parameter for several',
});
export const modalities = many(modality).meta({
  description: 'Only facts that are meant so; `occurred` where it is not given, repeat the parameter for several',
});
export const count = (least: number, most: number, standard: number, description: string) =>
  whole(least, most)
    .default(standard)
    .meta({ description, override: { type: 'integer', minimum: least, maximum: most, default: standard } });

export const yes = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true');

export const paging = {
  limit: count(1, MAX_PAGE, DEFAULT_PAGE, 'Entries a page'),
  cursor: z.string().min(1).max(200).optional().meta({ description: '`nextCursor` of the page before' }),
};

export const period = {
  from: day.optional().meta({ description: 'Only facts that end on or after this day' }),
  to: day.optional().meta({ description: 'Only facts that begin on or before this day' }),
};

const nothing = z.strictObject({});
export const NONE = nothing;
export const BY_ID = z.strictObject({ id });

const attributes = z
  .record(z.string(), z.unknown())
  .meta({ description: 'Further properties, as the graph schema names them' });
const orNull = <T extends z.ZodType>(schema: T): z.ZodNullable<T> => schema.nullable();

export const entityRef = z
  .strictObject({ id: z.string(), name: z.string(), kind: z.string() })
  .meta({ id: 'EntityRef' });

export const entitySummary = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    labels: z.array(z.string()),
    aliases: z.array(z.string()),
    attributes,
  })
  .meta({ id: 'Entity' });

export const fact = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    source: entityRef,
    target: entityRef,
    role: orNull(z.string()),
    modality: z.string(),
    startDate: orNull(z.string()).meta({
      description: 'First day, partial where unknown: `2018-11`, or `--04-23` without a year',
    }),
    endDate: orNull(z.string()),
    datePrecision: orNull(z.string()),
    claimCount: z.int(),
    documentCount: z.int(),
    independentSources: z.int(),
    confidence: z.number(),
    attributes,
  })
  .meta({ id: 'Fact', description: 'A relationship that at least one claim supports' });

export const documentRef = z
  .strictObject({
    id: z.string(),
    title: orNull(z.string()),
    publisher: orNull(z.string()),
    publishedOn: orNull(z.string()),
    language: orNull(z.string()),
  })
  .meta({ id: 'DocumentRef' });

export const claim = z
  .strictObject({
    id: z.string(),
    fact: z.string().meta({ description: 'Id of the fact it supports or contradicts' }),
    predicate: z.string(),
    quote: z.string(),
    start: z.int().meta({ description: 'Offset in the document’s text, in UTF-16 code units' }),
    end: z.int(),
    rule: z.string(),
    modality: z.string(),
    polarity: z.string(),
    attributedTo: orNull(z.string()),
    confidence: z.number(),
    role: orNull(z.string()),
    startDate: orNull(z.string()),
    endDate: orNull(z.string()),
    document: documentRef,
  })
  .meta({ id: 'Claim', description: 'What one passage of one document says' });

export const pageOf = <T extends z.ZodType>(entry: T) =>
  z.strictObject({ data: z.array(entry), nextCursor: orNull(z.string()) });

export const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'One sentence that says what to change' }),
    code: z.enum(Object.keys(ERROR_STATUS) as (keyof typeof ERROR_STATUS)[]),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

export const bytes = z.unknown().meta({ override: { type: 'string', format: 'binary' } });
export const someBytes = z.unknown().meta({ override: { type: 'string', format: 'binary', minLength: 1 } });
