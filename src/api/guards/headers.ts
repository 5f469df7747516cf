// Security headers of every answer, and the identity of the request.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';

/** No inline script, nothing from elsewhere; the explorer's layout and Cypher editor set styles on elements. */
const POLICY = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
});

/** The policy is the same for every answer, so it is written once: helmet itself would cost a tenth of a short answer. */
export const SECURITY_HEADERS: readonly (readonly [string, string])[] = writtenBy(POLICY);

function writtenBy(policy: typeof POLICY): [string, string][] {
  const headers: [string, string][] = [];
  const recorder = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  policy({} as Request, recorder as unknown as Response, () => undefined);
  return headers;
}

export const setSecurityHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  next();
};

const ids = new WeakMap<Response, string>();
const PLAUSIBLE = /^[\w.-]{8,64}$/;

export const identityOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && PLAUSIBLE.test(given) ? given : randomUUID();

/** A caller's own id is kept where it is harmless, so that its logs and ours can be laid side by side. */
export const identify: RequestHandler = (request: Request, response: Response, next: NextFunction) => {
  const id = identityOf(request.headers['x-request-id']);
  ids.set(response, id);
  response.setHeader('X-Request-Id', id);
  next();
};

export const requestId = (response: Response): string => ids.get(response) ?? 'none';
