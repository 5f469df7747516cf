// Neo4j's Query API: the same request and the same answer, whatever the store; nothing gets through that writes.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { checkQuery } from '../../cypher/index.ts';
import type { QueryResult } from '../../cypher/result.ts';
import { AppError } from '../../domain/errors.ts';
import { fromCypher } from '../neo4j/errors.ts';
import { PLAIN, TYPED, writeAnswer, type Dialect } from '../neo4j/format.ts';
import { plainParameters, typedParameters } from '../neo4j/parameters.ts';
import { route } from '../route.ts';
import { checked } from '../router.ts';
import { NONE } from '../schemas.ts';
import type { Service } from '../service.ts';

/** Plenary's own name, and the one that clients assume. */
const DATABASES = ['plenary', 'neo4j'];
const MAX_SECONDS = 3600;

const request = z
  .strictObject({
    statement: z
      .string()
      .min(1)
      .meta({ description: 'Read-only Cypher', examples: ['MATCH (m:Meeting) RETURN m.name LIMIT 5'] }),
    parameters: z.record(z.string(), z.unknown()).default({}),
    accessMode: z
      .string()
      .regex(/^(?:read|write)$/i, 'must be READ or WRITE')
      .default('READ')
      .meta({ description: 'Reading it is in any case: what writes is refused' }),
    includeCounters: z.boolean().default(false),
    maxExecutionTime: z.number().positive().max(MAX_SECONDS).optional().meta({ description: 'Seconds' }),
    bookmarks: z
      .array(z.string())
      .max(100)
      .optional()
      .meta({ description: 'Taken and not needed: reads see every commit' }),
    txMetadata: z.record(z.string(), z.unknown()).optional().meta({ description: 'Taken and not used' }),
  })
  .meta({ id: 'QueryRequest' });

const answer = z
  .looseObject({
    data: z.strictObject({ fields: z.array(z.string()), values: z.array(z.array(z.unknown())) }),
    bookmarks: z.array(z.string()),
  })
  .meta({ id: 'QueryAnswer' });

export const neo4jErrors = z
  .strictObject({ errors: z.array(z.strictObject({ code: z.string(), message: z.string() })) })
  .meta({ id: 'Neo4jErrors' });

type Question = z.output<typeof request>;

export const queryRoutes = [
  route({
    method: 'post',
    path: '/db/{database}/query/v2',
    operationId: 'query',
    tag: 'Query',
    summary: 'Ask in Cypher, as in Neo4j’s Query API',
    scope: 'read',
    ofGraph: false,
    neo4jErrors: true,
    weight: 'heavy',
    params: z.strictObject({
      database: z.string().meta({ description: '`plenary`, or `neo4j`', examples: ['plenary'] }),
    }),
    query: NONE,
    body: {
      description: 'The query; with `application/vnd.neo4j.query` its parameters name their types',
      required: true,
      content: { 'application/json': request, 'application/vnd.neo4j.query': request },
    },
    answers: {
      202: {
        description: 'The result; `Accept: application/vnd.neo4j.query` asks for typed values',
        content: { 'application/json': answer, 'application/vnd.neo4j.query': answer },
      },
    },
    refusals: ['NotFound', 'TooLarge', 'Unsupported'],
    async answer({ params, request: sent, service }) {
      if (!DATABASES.includes(params.database.toLowerCase()))
        throw new AppError('NotFound', 'There is no database of this name; use `plenary`.');
      const question = checked(request, sent.body, 'body');
      const isTyped = /^application\/vnd\.neo4j\.query/i.test(sent.headers['content-type'] ?? '');
      const parameters = (isTyped ? typedParameters : plainParameters)(givenParameters(sent.body));
      const dialect = /application\/vnd\.neo4j\.query/i.test(sent.headers.accept ?? '') ? TYPED : PLAIN;
      const body = await ask(service, question, parameters, dialect);
      return { status: 202, body, headers: { 'Content-Type': dialect.mediaType } };
    },
  }),
];

/** From the body itself: a schema's copy leaves out a parameter that is called `__proto__`. */
const givenParameters = (body: unknown): Readonly<Record<string, unknown>> =>
  (body as { readonly parameters?: Record<string, unknown> }).parameters ?? {};

async function ask(
  service: Service,
  question: Question,
  parameters: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): Promise<Buffer> {
  const version = await service.version.current();
  const key = isSteady(question.statement) ? keyOf(question, dialect) : undefined;
  const kept = key === undefined ? undefined : service.cache.get(version, key);
  if (kept !== undefined) return kept.body;
  const result = await run(service, question, parameters, dialect);
  const bookmark = `FB:${Buffer.from(version).toString('base64')}`;
  const written = writeAnswer(result, dialect, { bookmark, includeCounters: question.includeCounters });
  const body = Buffer.from(written);
  if (key !== undefined) service.cache.put(version, key, { status: 202, type: dialect.mediaType, body });
  return body;
}

async function run(
  service: Service,
  question: Question,
  parameters: Readonly<Record<string, unknown>>,
  { rowsAs }: Dialect,
): Promise<QueryResult> {
  const { queryTimeoutMs } = service.config;
  const asked = question.maxExecutionTime === undefined ? queryTimeoutMs : question.maxExecutionTime * 1000;
  try {
    checkQuery(question.statement);
    const result = await service.ask(question.statement, parameters, {
      timeoutMs: Math.min(asked, queryTimeoutMs),
      as: rowsAs,
    });
    const { stopped } = result;
    if (stopped !== undefined && stopped.reason !== 'rows' && stopped.reason !== 'size')
      throw new AppError('QueryTimeout', stopped.message);
    return result;
  } catch (error) {
    throw fromCypher(error);
  }
}

/** The same graph gives the same answer, unless the query asks the clock or the dice. */
const VOLATILE = /\b(?:rand|randomuuid|timestamp|date|time|datetime|localtime|localdatetime)\b/i;

export const isSteady = (statement: string): boolean => !VOLATILE.test(statement);

function keyOf(question: Question, dialect: Dialect): string {
  const asked = JSON.stringify([
    dialect.mediaType,
    question.statement,
    question.parameters,
    question.includeCounters,
    question.maxExecutionTime,
  ]);
  return `cypher ${createHash('sha256').update(asked).digest('base64')}`;
}
