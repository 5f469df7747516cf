// Addresses for those who run the service: alive, ready, measured.
import { Router, type RequestHandler } from 'express';
import { requireScope, callerOf } from './caller.ts';
import { refuseMethod } from './guards/methods.ts';
import type { Metrics } from './metrics.ts';
import type { Service } from './service.ts';

/** Open to all: load balancers carry no key, and the answers say nothing of the graph. */
export function healthRouter(isStopping: () => boolean, service: Service): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  const ready: RequestHandler = async (_request, response) => {
    const isReady = !isStopping() && (await answers(service));
    if (!isReady) response.setHeader('Retry-After', '1');
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  };
  router.get('/readyz', ready);
  router.all(['/healthz', '/readyz'], refuseMethod(['GET']));
  return router;
}

const answers = (service: Service): Promise<boolean> =>
  service.version.current().then(
    () => true,
    () => false,
  );

export function metricsRouter({ registry }: Metrics): Router {
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    requireScope(callerOf(response), 'read');
    response.setHeader('Content-Type', registry.contentType);
    response.end(await registry.metrics());
  });
  router.all('/metrics', refuseMethod(['GET']));
  return router;
}
