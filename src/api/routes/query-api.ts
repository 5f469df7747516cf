// Neo4j's Query API: the same request and the same answer, whatever the store; nothing gets through that writes.
import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { z } from 'zod';
import { checkQuery } from '../../cypher/index.ts';
import type { QueryResult } from '../../cypher/result.ts';
import { AppError } from '../../domain/errors.ts';
import { jsonText } from '../guards/body.ts';
import { fromCypher } from '../neo4j/errors.ts';
import { PLAIN, TYPED, writeAnswer, type Dialect } from '../neo4j/format.ts';
import { readExactJson } from '../neo4j/exact-json.ts';
import { parametersOf, type ExactParameters } from '../neo4j/parameters.ts';
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
      description: 'The query; sent as `application/vnd.neo4j.query` its parameters name their types',
      required: true,
      content: { 'application/json': request },
      alsoTakes: [TYPED.mediaType],
    },
    answers: {
      202: {
        description: 'The result; `Accept: application/vnd.neo4j.query` asks for typed values',
        content: { 'application/json': answer, 'application/vnd.neo4j.query': answer },
      },
    },
    refusals: ['NotFound', 'TooLarge', 'Unsupported'],
    async answer({ params, request: sent, response, service }) {
      if (!DATABASES.includes(params.database.toLowerCase()))
        throw new AppError('NotFound', 'There is no database of this name; use `plenary`.');
      const question = checked(request, sent.body, 'body');
      const isTyped = /^application\/vnd\.neo4j\.query/i.test(sent.headers['content-type'] ?? '');
      const parameters = parametersOf(readExactJson(jsonText(sent)), isTyped);
      const dialect = /application\/vnd\.neo4j\.query/i.test(sent.headers.accept ?? '') ? TYPED : PLAIN;
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      const body = await ask(service, question, { parameters, dialect, signal: gone.signal });
      return { status: 202, body, headers: { 'Content-Type': dialect.mediaType } };
    },
  }),
];

interface Asked {
  readonly parameters: ExactParameters;
  readonly dialect: Dialect;
  /** Who asked has hung up: nobody waits for the rest. */
  readonly signal: AbortSignal;
}

async function ask(service: Service, question: Question, asked: Asked): Promise<Buffer> {
  const { parameters, dialect } = asked;
  const version = await service.version.current();
  const key = isSteady(question.statement) ? keyOf(question, parameters, dialect) : undefined;
  const kept = key === undefined ? undefined : service.cache.get(version, key);
  if (kept !== undefined) return kept.body;
  const result = await run(service, question, asked);
  const bookmark = `FB:${Buffer.from(version).toString('base64')}`;
  const written = writeAnswer(result, dialect, { bookmark, includeCounters: question.includeCounters });
  const body = Buffer.from(written);
  if (key !== undefined) service.cache.put(version, key, { status: 202, type: dialect.mediaType, pattern: '', body });
  return body;
}

async function run(service: Service, question: Question, { parameters, dialect, signal }: Asked): Promise<QueryResult> {
  const { queryTimeoutMs } = service.config;
  const asked = question.maxExecutionTime === undefined ? queryTimeoutMs : question.maxExecutionTime * 1000;
  try {
    checkQuery(question.statement);
    const result = await service.ask(question.statement, parameters, {
      timeoutMs: Math.min(asked, queryTimeoutMs),
      as: dialect.rowsAs,
      signal,
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

function keyOf(question: Question, parameters: ExactParameters, dialect: Dialect): string {
  const { statement, includeCounters, maxExecutionTime } = question;
  // Not JSON, in which 1n, 1 and -0 would be one.
  const asked = serialize([dialect.mediaType, statement, parameters, includeCounters, maxExecutionTime]);
  return `cypher ${createHash('sha256').update(asked).digest('base64')}`;
}
