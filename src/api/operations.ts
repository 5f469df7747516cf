// The addresses beside the routes, as the OpenAPI document names them: health, metrics, the tools for agents.
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { problem } from './schemas.ts';

const state = z.strictObject({ status: z.string() });
const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const refused = { content: { 'application/problem+json': { schema: problem } } };
const guarded = {
  401: { description: 'An API key is needed', ...refused },
  403: { description: 'The key has not the scope, or the Host or Origin is foreign', ...refused },
  429: { description: 'Too many requests', ...refused },
  503: { description: 'Overloaded', ...refused },
};
const hostChecked = { 403: guarded[403] };

export const OPERATIONS: ZodOpenApiPathsObject = {
  '/healthz': {
    get: {
      operationId: 'isAlive',
      tags: ['Running'],
      summary: 'The service is alive',
      responses: { 200: { description: 'Alive', content: json(state) }, ...hostChecked },
    },
  },
  '/readyz': {
    get: {
      operationId: 'isReady',
      tags: ['Running'],
      summary: 'The store answers and the service takes requests',
      responses: {
        200: { description: 'Ready', content: json(state) },
        ...hostChecked,
        503: { description: 'Not ready', content: json(state) },
      },
    },
  },
  '/mcp': {
    post: {
      operationId: 'callTools',
      tags: ['Agents'],
      summary: 'Tools for agents: MCP over Streamable HTTP, without sessions',
      requestBody: { description: 'JSON-RPC 2.0', required: true, content: json(z.unknown()) },
      responses: {
        200: { description: 'JSON-RPC 2.0', content: json(z.unknown()) },
        202: { description: 'A notification was taken' },
        400: { description: 'Not JSON-RPC', content: { ...json(z.unknown()), ...refused.content } },
        406: {
          description: 'The client must accept application/json and text/event-stream',
          content: json(z.unknown()),
        },
        413: { description: 'The body is too large', ...refused },
        415: {
          description: 'The body must be application/json',
          content: { ...json(z.unknown()), ...refused.content },
        },
        ...guarded,
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'getMetrics',
      tags: ['Running'],
      summary: 'Metrics for Prometheus',
      responses: {
        200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } },
        ...guarded,
      },
    },
  },
};
