// Prometheus metrics, and the one log line that each request leaves.
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { requestId } from './guards/headers.ts';
import type { Overload } from './guards/overload.ts';

export interface Metrics {
  readonly registry: Registry;
  readonly observe: RequestHandler;
  readonly note: (answered: Answered, tookMs: number) => void;
}

export interface Answered {
  readonly method: string;
  readonly path: string;
  /** Address of the route, with names in place of ids. */
  readonly pattern: string;
  readonly status: number;
  readonly id: string;
}

export function createMetrics(log: Logger, overload: Overload, waitingJobs: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'plenary_http_request_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
    registers,
  });
  new Gauge({
    name: 'plenary_http_in_flight',
    help: 'Requests at work',
    registers,
    collect() {
      this.set(overload.inFlight);
    },
  });
  new Counter({
    name: 'plenary_http_shed_total',
    help: 'Requests refused because of load',
    registers,
    collect() {
      this.reset();
      this.inc(overload.shed);
    },
  });
  new Gauge({
    name: 'plenary_ingest_waiting',
    help: 'Documents that wait to be read',
    registers,
    collect() {
      this.set(waitingJobs());
    },
  });
  const note = ({ method, path, pattern, status, id }: Answered, tookMs: number): void => {
    seconds.observe({ method, route: pattern, status }, tookMs / 1000);
    if (log.isLevelEnabled('info'))
      log.info({ requestId: id, method, path, status, ms: Math.round(tookMs * 10) / 10 }, 'answered');
  };
  const observe: RequestHandler = (request, response, next) => {
    const startedAt = performance.now();
    response.once('finish', () => {
      // The route's pattern, never the address: labels must not grow with the graph.
      const pattern = (request.route as { path?: string } | undefined)?.path ?? 'none';
      const { method, path } = request;
      note(
        { method, path, pattern, status: response.statusCode, id: requestId(response) },
        performance.now() - startedAt,
      );
    });
    next();
  };
  return { registry, observe, note };
}
