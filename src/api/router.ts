// Makes the Express router from the list of routes: scope, body, schemas, answer, in that order and the same for all.
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import { callerOf, requireScope } from './caller.ts';
import { packedBytes, paysToPack } from './compression.ts';
import { readBytes, readJson } from './guards/body.ts';
import { refuseMethod } from './guards/methods.ts';
import type { KeptAnswer } from './answer-cache.ts';
import { STREAMED, type Answer, type Call, type Fields, type Route } from './route.ts';
import type { Service } from './service.ts';
import { hasVersion, questionOf, VARY, versionHeaders } from './versions.ts';

export function routerOf(routes: readonly Route[], service: Service): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const byPath = new Map<string, Route[]>();
  for (const route of routes) byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
  for (const [path, siblings] of byPath) {
    const address = addressOf(path);
    for (const route of siblings) router[route.method](address, ...steps(route, service));
    router.all(address, refuseMethod(siblings.map((route) => route.method.toUpperCase())));
  }
  return router;
}

/** As Express writes it: `/api/v1/entities/:id`. */
const addressOf = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

function steps(route: Route, service: Service): RequestHandler[] {
  const authorize: RequestHandler = (_request, response, next) => {
    requireScope(callerOf(response), route.scope);
    next();
  };
  const answer: RequestHandler = (request, response, next) => {
    respond(route, service, request, response).catch(next);
  };
  return [authorize, ...bodySteps(route, service), answer];
}

function bodySteps(route: Route, { config }: Service): RequestHandler[] {
  if (route.body === undefined) return [];
  const types = [...Object.keys(route.body.content), ...(route.body.alsoTakes ?? [])];
  const takesBytes = types.includes('application/octet-stream');
  const checkType: RequestHandler = (request, _response, next) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const isTaken = takesBytes ? true : type !== undefined && types.includes(type);
    if (!isTaken)
      throw new AppError('Unsupported', `Send the body as ${types.join(' or ')}.`, { details: { accepts: types } });
    next();
  };
  const jsonTypes = types.filter((type) => type !== 'application/octet-stream');
  const json = readJson(takesBytes ? config.maxUploadBytes : config.maxBodyBytes, config.maxJsonDepth, jsonTypes);
  return takesBytes ? [checkType, json, readBytes(config.maxUploadBytes)] : [checkType, json];
}

async function respond(route: Route, service: Service, request: Request, response: Response): Promise<void> {
  response.setHeader('Vary', VARY);
  const version = route.ofGraph ? await service.version.current() : '';
  const question = questionOf(request.headers.accept, request.originalUrl);
  if (route.ofGraph) {
    for (const [name, value] of versionHeaders(version)) response.setHeader(name, value);
    const kept = service.cache.get(version, question);
    if (kept !== undefined) return await sendKept(request, response, kept, true);
  }
  const call: Call<Fields, Fields> = {
    params: checked(route.params, request.params, 'path'),
    query: checked(route.query, request.query, 'query'),
    request,
    response,
    service,
    version,
  };
  const answer = await route.answer(call);
  if (answer === STREAMED) return;
  const finished = finish(answer, route.path);
  if (route.ofGraph && finished.status === 200) service.cache.put(version, question, finished);
  if (answer.headers !== undefined) response.set(answer.headers);
  await sendKept(request, response, finished, route.method === 'get');
}

const NO_CONTENT = 204;

function finish({ status = 200, headers, body }: Answer, path: string): KeptAnswer {
  const pattern = addressOf(path);
  const type = headers?.['Content-Type'] ?? 'application/json; charset=utf-8';
  if (status === NO_CONTENT) return { status, type: '', pattern, body: Buffer.alloc(0) };
  return { status, type, pattern, body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)) };
}

const hasOwnVersion = (request: Request, response: Response): boolean => {
  const etag = /^W\/"(.*)"$/.exec(String(response.getHeader('ETag')))?.[1];
  return etag !== undefined && hasVersion(request.headers['if-none-match'], etag);
};

async function sendKept(request: Request, response: Response, kept: KeptAnswer, isKept: boolean): Promise<void> {
  if (kept.status === 200 && hasOwnVersion(request, response)) {
    response.removeHeader('Content-Type');
    response.status(304).end();
    return;
  }
  response.statusCode = kept.status;
  if (kept.status === NO_CONTENT) {
    response.end();
    return;
  }
  const body = paysToPack(request.headers, request.ip, kept, isKept)
    ? await packedBytes(response, kept.body)
    : kept.body;
  response.setHeader('Content-Type', kept.type);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** @throws AppError InvalidInput that names each field and what is wrong with it */
export function checked<S extends z.ZodType>(schema: S, value: unknown, where: 'path' | 'query' | 'body'): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.slice(0, 10).map((issue) => ({
    in: where,
    field: issue.path.map(String).join('.'),
    problem: issue.message,
  }));
  const [first] = faults;
  throw new AppError(
    'InvalidInput',
    `Mend the ${where}: ${first?.field ? `${first.field}: ` : ''}${first?.problem ?? 'not valid'}.`,
    {
      details: { faults },
    },
  );
}
