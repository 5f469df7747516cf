// The Express application: guards first, then the routes, then the explorer's files, then what nothing answered.
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import type { Logger } from 'pino';
import { AppError } from '../domain/errors.ts';
import { callerOf, knowCaller, requireScope } from './caller.ts';
import { descriptionRouter } from './descriptions.ts';
import { checkAddresses, type AddressRules } from './guards/addresses.ts';
import { readJson } from './guards/body.ts';
import { identify, requestId, setSecurityHeaders } from './guards/headers.ts';
import { limitConcurrency, limitRate } from './guards/limits.ts';
import { refuseMethod } from './guards/methods.ts';
import { inTurn } from './in-turn.ts';
import type { RateLimit } from './guards/rate.ts';
import type { KeyRing } from './keys.ts';
import { sendNeo4jError } from './neo4j/errors.ts';
import type { Metrics } from './metrics.ts';
import { healthRouter, metricsRouter } from './ops.ts';
import { asAppError, sendProblem } from './problem.ts';
import { routerOf } from './router.ts';
import { ROUTES } from './routes/index.ts';
import type { Service } from './service.ts';

export interface AppParts {
  readonly service: Service;
  readonly keys: KeyRing;
  readonly keysRequired: boolean;
  readonly log: Logger;
  readonly addresses: AddressRules;
  /** Folder of the built explorer; undefined where it was not built. */
  readonly webFolder: string | undefined;
  readonly metrics: Metrics;
  readonly rate: RateLimit;
  readonly isStopping: () => boolean;
  /** Answers MCP; the body is read and the caller may read the graph. */
  readonly mcp: (request: Request, response: Response) => Promise<void>;
}

/** What shows the graph or costs work; all else is the same for everybody and needs no key. */
const GUARDED = /^\/(?:api|db|mcp|metrics)(?:\/|$)/;

export function createApp(parts: AppParts): Express {
  const { service, log, webFolder, metrics } = parts;
  const { config } = service;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy);
  const guarded = inTurn(
    knowCaller(parts.keys, parts.keysRequired),
    limitRate(parts.rate),
    limitConcurrency(config.concurrentPerCaller),
    routerOf(ROUTES, service),
    toolsRouter(parts),
    metricsRouter(metrics),
  );
  const guard: RequestHandler = (request, response, next) => {
    if (GUARDED.test(request.path)) guarded(request, response, next);
    else next();
  };
  app.use(inTurn(identify, setSecurityHeaders, metrics.observe, checkAddresses(parts.addresses), guard));
  app.use(healthRouter(parts.isStopping, service), descriptionRouter(ROUTES));
  if (webFolder !== undefined) app.use(explorer(webFolder));
  app.use((_request, _response, next) => {
    next(new AppError('NotFound', 'Nothing has this address; /openapi.json lists what there is.'));
  });
  app.use(refuse(log));
  return app;
}

/** Tools for agents; sessions are not kept, so there is nothing to GET or DELETE. */
function toolsRouter({ mcp, service: { config } }: AppParts): Router {
  const router = Router();
  const authorize: RequestHandler = (_request, response, next) => {
    requireScope(callerOf(response), 'read');
    next();
  };
  router.post('/mcp', authorize, readJson(config.maxBodyBytes, config.maxJsonDepth, ['application/json']), mcp);
  router.all('/mcp', refuseMethod(['POST']));
  return router;
}

/** Files of the explorer carry nothing of the graph, so they need no key; the page asks for it. */
function explorer(folder: string): RequestHandler {
  const files = express.static(folder, {
    index: 'index.html',
    dotfiles: 'ignore',
    redirect: false,
    setHeaders: keepHashed,
  });
  return Router().use(compression(), files);
}

/** Built files have a hash of their content in their name. */
function keepHashed(response: Parameters<RequestHandler>[1], path: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(path);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function refuse(log: Logger): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- for that reason the fourth is named
  return (thrown: unknown, request, response, _next) => {
    const error = asAppError(thrown);
    const id = requestId(response);
    if (error.status >= 500) log.error({ requestId: id, code: error.code, err: error.cause ?? error }, error.message);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.removeHeader('ETag');
    response.removeHeader('Content-Encoding');
    response.removeHeader('Cache-Control');
    if (request.path.startsWith('/db/')) sendNeo4jError(response, error);
    else sendProblem(response, error, id);
  };
}
