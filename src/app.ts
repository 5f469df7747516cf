// Puts the service together: store, limits, jobs, application, server; and takes it apart again in order.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { openStore } from './adapters/stores/open.ts';
import { AnswerCache } from './api/answer-cache.ts';
import { createApp } from './api/app.ts';
import { GraphVersion } from './api/graph-version.ts';
import { isLoopback } from './api/guards/addresses.ts';
import { Overload } from './api/guards/overload.ts';
import { Jobs, type Ingest } from './api/jobs.ts';
import { keysFileOf } from './api/keys-file.ts';
import { RateLimit } from './api/guards/rate.ts';
import { keptDoor } from './api/kept-door.ts';
import { KeyRing } from './api/keys.ts';
import { messagesOf } from './api/messages.ts';
import { createMetrics } from './api/metrics.ts';
import { Pictures } from './api/pictures.ts';
import type { Service } from './api/service.ts';
import type { Config } from './config.ts';
import { AppError } from './domain/errors.ts';
import type { GraphStore } from './ports/graph-store.ts';
import { answerMcp } from './mcp/http.ts';
import { SCHEMA } from './schema/index.ts';
import { VERSION } from './version.ts';

export interface RunningService {
  readonly address: string;
  readonly service: Service;
  /** Takes nothing new, lets what is at work end, closes the store. */
  stop(): Promise<void>;
}

/** How long what is at work may take after a stop was asked for, beyond the longest run of a query. */
const DRAIN_MS = 5000;
const SWEEP_MS = 50;
/** Connections that may wait to be taken: past it the system drops them, and their clients try again only after a second. */
const BACKLOG = 4096;
/** The longest query that an export takes, written in the address, and room for the headers. */
const MAX_HEADER_BYTES = 128 * 1024;

export interface StartOptions {
  /** Already open; closed with the service. */
  readonly store?: GraphStore;
  /** Reads a document that came by the API. */
  readonly ingestInto: (store: GraphStore) => Ingest;
}

/** @throws AppError where the configuration or the store does not let it start */
export async function startService(config: Config, options: StartOptions): Promise<RunningService> {
  const keys = new KeyRing(keysFileOf(config));
  const keysRequired = config.requireKeys || !isLoopback(config.host);
  if (keysRequired && keys.list().length === 0)
    throw new AppError(
      'InvalidInput',
      `Listening on ${config.host} needs API keys; make one with \`plenary keys make NAME --scope read\`, or listen on 127.0.0.1.`,
    );
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ fd: 2, sync: false }));
  const store = options.store ?? (await openStore(config.store, neo4jLogin(config)));
  try {
    return await listen(config, serviceOf(config, store, options.ingestInto(store)), { keys, keysRequired, log });
  } catch (error) {
    await store.close();
    throw error;
  }
}

function neo4jLogin({ neo4jUser: user, neo4jPassword: password }: Config): { user?: string; password?: string } {
  return { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
}

export function serviceOf(config: Config, store: GraphStore, ingest: Ingest): Service {
  const version = new GraphVersion(store);
  const limits = { timeoutMs: config.queryTimeoutMs, maxRows: config.queryMaxRows, maxBytes: config.queryMaxBytes };
  return {
    config,
    store,
    schema: SCHEMA,
    version,
    cache: new AnswerCache(config.cacheBytes),
    jobs: new Jobs(ingest, { atOnce: config.ingestAtOnce, waiting: config.ingestQueue }, () => version.changed()),
    pictures: new Pictures({ url: config.store, login: neo4jLogin(config) }),
    ask: (cypher, parameters, own) => store.read(cypher, parameters, { ...limits, mayTakeLong: true, ...own }),
    read: async (cypher, parameters, own) => {
      const result = await store.read(cypher, parameters, { ...limits, ...own });
      // Half an answer that does not say so would be a wrong one.
      if (result.stopped !== undefined)
        throw new AppError('QueryTimeout', `${result.stopped.message} Narrow the question.`);
      return result;
    },
  };
}

interface Doors {
  readonly keys: KeyRing;
  readonly keysRequired: boolean;
  readonly log: Logger;
}

async function listen(config: Config, service: Service, { keys, keysRequired, log }: Doors): Promise<RunningService> {
  const overload = new Overload(config, (request, response) => {
    if (!answerKept(request, response)) app(request, response);
  });
  const metrics = createMetrics(log, overload, () => service.jobs.waiting);
  let isStopping = false;
  const rate = new RateLimit(config.ratePerMinute);
  const guards = { service, keys, keysRequired, addresses: config, rate, metrics };
  const answerKept = keptDoor(guards);
  const app = createApp({
    ...guards,
    log,
    webFolder: webFolder(),
    isStopping: () => isStopping,
    mcp: (request, response) => answerMcp(service, VERSION, request, response),
  });
  const server = createServer({ ...messagesOf(app), maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    if (isStopping) response.shouldKeepAlive = false;
    overload.admit(request, response);
  });
  limitConnections(server, config);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new AppError('Conflict', `Cannot listen on ${config.host}:${config.port}; choose another with --port.`, {
          cause,
        }),
      ),
    );
    server.listen({ port: config.port, host: config.host, backlog: BACKLOG }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${port}`,
    service,
    async stop() {
      isStopping = true;
      overload.refuseAll();
      await Promise.all([close(server, config.queryTimeoutMs + DRAIN_MS), service.jobs.drain()]);
      await service.pictures.stop();
      overload.stop();
      await service.store.close();
    },
  };
}

/** Slow bodies and header floods end at these. */
function limitConnections(server: Server, config: Config): void {
  server.requestTimeout = config.requestTimeoutMs;
  server.headersTimeout = Math.min(10_000, config.requestTimeoutMs);
  server.keepAliveTimeout = 5000;
  server.maxHeadersCount = 64;
}

async function close(server: Server, withinMs: number): Promise<void> {
  const deadline = setTimeout(() => server.closeAllConnections(), withinMs);
  // A client that keeps its connection would otherwise hold the service up once its answer has come.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(sweep);
  clearTimeout(deadline);
}

/** The built explorer lies beside the built service; run from the sources it lies in dist. */
function webFolder(): string | undefined {
  const places = [join(import.meta.dirname, 'web'), join(import.meta.dirname, '..', 'dist', 'web')];
  return places.find((place) => existsSync(join(place, 'index.html')));
}
