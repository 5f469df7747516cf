// What the service says about itself: the OpenAPI document and the page made from it.
import { Router } from 'express';
import { refuseMethod } from './guards/methods.ts';
import { VERSION } from '../version.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';
import type { Route } from './route.ts';

/** Open to all who reach the service: it says what may be asked, and nothing of the graph. */
export function descriptionRouter(routes: readonly Route[]): Router {
  const openApi = openApiDocument(routes, VERSION);
  const json = JSON.stringify(openApi);
  const page = docsPage(openApi);
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(json);
  });
  router.get('/docs', (_request, response) => {
    response.type('text/html').send(page);
  });
  router.all(['/openapi.json', '/docs'], refuseMethod(['GET']));
  return router;
}
