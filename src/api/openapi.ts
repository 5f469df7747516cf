// The OpenAPI 3.1 document, made from the same schemas that check the requests.
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { ERROR_STATUS, type ErrorCode } from '../domain/errors.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEM_TYPE } from './problem.ts';
import type { AnswerContract, Route } from './route.ts';
import { neo4jErrors } from './routes/query-api.ts';
import { problem } from './schemas.ts';

/** What any route behind the guards may answer. */
const COMMON: readonly ErrorCode[] = [
  'InvalidInput',
  'Unauthenticated',
  'Forbidden',
  'LimitExceeded',
  'StoreUnavailable',
  'QueryTimeout',
];

const REASONS: Readonly<Record<number, string>> = {
  400: 'Something in the request must be changed',
  401: 'An API key is needed, or this one is not known',
  403: 'The key has not the scope, or the Host or Origin is foreign',
  404: 'There is no such thing',
  405: 'The method means nothing here',
  410: 'It was here and is not any more',
  413: 'The body is too large',
  415: 'The media type is not read',
  422: 'What was sent cannot be worked with',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'Overloaded, stopping, or the store is away; Retry-After says when to come back',
  504: 'The look-up took too long',
};

export function openApiDocument(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Plenary',
      version,
      description: 'Who met whom, who attended what and who proposed what, with the sentence behind every edge.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { bearer: [] }, { apiKey: [] }, { basic: [] }],
    paths: { ...paths, ...OPERATIONS },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An API key of `plenary keys make`' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        basic: { type: 'http', scheme: 'basic', description: 'For Neo4j clients: any user, the API key as password' },
      },
    },
  };
  return createDocument(document);
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const { params, query, body } = route;
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    requestParams: { path: params, query },
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            description: body.description,
            required: body.required,
            content: Object.fromEntries(Object.entries(body.content).map(([type, schema]) => [type, { schema }])),
          },
        }),
    responses: responsesOf(route),
  };
}

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const responses: Record<string, unknown> = {};
  for (const [status, answer] of Object.entries(route.answers)) responses[status] = responseOf(answer, route.ofGraph);
  if (route.ofGraph) responses['304'] = { description: 'The graph is the one that If-None-Match names' };
  const refused =
    route.neo4jErrors === true
      ? { 'application/json': { schema: neo4jErrors } }
      : { [PROBLEM_TYPE]: { schema: problem } };
  const codes = [...COMMON, ...route.refusals].filter(
    (code) => !(route.neo4jErrors === true && code === 'QueryTimeout'),
  );
  for (const status of new Set(codes.map((code) => ERROR_STATUS[code])))
    responses[String(status)] ??= { description: REASONS[status] ?? 'Refused', content: refused };
  return responses as ZodOpenApiResponsesObject;
}

function responseOf(answer: AnswerContract, ofGraph: boolean): object {
  const headers = { ...(ofGraph ? { ETag: 'Version of the graph' } : {}), ...answer.headers };
  const described = Object.entries(headers).map(([name, description]) => [name, z.string().meta({ description })]);
  return {
    description: answer.description,
    ...(described.length === 0
      ? {}
      : { headers: z.object(Object.fromEntries(described) as Record<string, z.ZodString>) }),
    ...(answer.content === undefined
      ? {}
      : { content: Object.fromEntries(Object.entries(answer.content).map(([type, schema]) => [type, { schema }])) }),
  };
}
