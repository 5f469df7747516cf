// Answers that are kept are sent before Express sees the request: the same checks and headers, at a third of the cost.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../domain/errors.ts';
import type { KeptAnswer } from './answer-cache.ts';
import { callerFrom, requireScope, type Caller } from './caller.ts';
import { knownPacked, paysToPack } from './compression.ts';
import { checkHeaders, type AddressRules } from './guards/addresses.ts';
import { identityOf, SECURITY_HEADERS } from './guards/headers.ts';
import type { RateLimit } from './guards/rate.ts';
import type { KeyRing } from './keys.ts';
import type { Metrics } from './metrics.ts';
import { hasVersion, questionOf, versionHeaders } from './versions.ts';
import type { Service } from './service.ts';

export interface KeptDoorParts {
  readonly service: Service;
  readonly keys: KeyRing;
  readonly keysRequired: boolean;
  readonly addresses: AddressRules;
  readonly rate: RateLimit;
  readonly metrics: Metrics;
}

/** @returns true where the request was answered; whatever is not quite plain is left to Express, refusals too */
export type KeptDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

export function keptDoor(parts: KeptDoorParts): KeptDoor {
  const { service, rate, metrics } = parts;
  // Behind a proxy the caller's address is Express's to find out.
  if (service.config.trustProxy > 0) return () => false;
  return (request, response) => {
    const startedAt = performance.now();
    const version = service.version.known;
    if (request.method !== 'GET' || version === undefined) return false;
    const kept = service.cache.get(version, questionOf(request.headers.accept, request.url ?? ''));
    const body = kept === undefined ? undefined : bytesFor(request, kept);
    if (kept === undefined || body === undefined) return false;
    const caller = admitted(request, parts);
    if (caller === undefined) return false;
    const allowance = rate.take(caller.name, Date.now());
    if (allowance?.isOver === true) return false;
    const id = identityOf(request.headers['x-request-id']);
    const headers = [...SECURITY_HEADERS, ['X-Request-Id', id] as const, ...versionHeaders(version)];
    if (allowance !== undefined) headers.push(...rate.headers(allowance));
    const isKnown = hasVersion(request.headers['if-none-match'], version);
    if (!isKnown) {
      headers.push(['Content-Type', kept.type], ['Content-Length', String(body.length)]);
      if (body !== kept.body) headers.push(['Content-Encoding', 'gzip']);
    }
    const status = isKnown ? 304 : 200;
    response.writeHead(status, headers.flat());
    response.end(isKnown ? undefined : body);
    const path = (request.url ?? '').split('?', 1)[0]!;
    metrics.note({ method: 'GET', path, pattern: kept.pattern, status, id }, performance.now() - startedAt);
    return true;
  };
}

/** Undefined where packing is still to be done. */
function bytesFor(request: IncomingMessage, kept: KeptAnswer): Buffer | undefined {
  return paysToPack(request.headers, request.socket.remoteAddress, kept, true) ? knownPacked(kept.body) : kept.body;
}

/** All routes whose answers are kept ask for the same scope. */
function admitted({ headers, socket }: IncomingMessage, parts: KeptDoorParts): Caller | undefined {
  try {
    checkHeaders(headers, parts.addresses);
    const caller = callerFrom(headers, socket.remoteAddress, parts.keys, parts.keysRequired);
    requireScope(caller, 'read');
    return caller;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
