// Who calls: the key of a request, found in its headers, and what that key may do.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../domain/errors.ts';
import { SCOPES, type KeyRing, type Scope } from './keys.ts';

export interface Caller {
  /** Key id, or the address of an anonymous caller: what limits are counted by. */
  readonly name: string;
  readonly anonymous: boolean;
  readonly scopes: readonly Scope[];
}

const callers = new WeakMap<Response, Caller>();

export function callerOf(response: Response): Caller {
  const caller = callers.get(response);
  if (caller === undefined) throw new AppError('Bug', 'A route was reached before its caller was known.');
  return caller;
}

/** Bearer for programs, X-API-Key for tools without it, Basic (any user, key as password) for Neo4j clients. */
function presentedKey(headers: IncomingHttpHeaders): string | undefined {
  const header = headers.authorization;
  const own = headers['x-api-key'];
  if (typeof own === 'string') return own;
  if (header === undefined) return undefined;
  const [scheme, value = ''] = header.split(' ', 2);
  if (scheme?.toLowerCase() === 'bearer') return value;
  if (scheme?.toLowerCase() !== 'basic') return '';
  const decoded = Buffer.from(value, 'base64').toString('utf8');
  return decoded.slice(decoded.indexOf(':') + 1);
}

/**
 * @param keysRequired false on loopback: who can reach it owns the machine. A key that is presented is checked all the same.
 */
export function knowCaller(keys: KeyRing, keysRequired: boolean): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    callers.set(response, callerFrom(request.headers, request.ip, keys, keysRequired));
    next();
  };
}

/** @throws AppError Unauthenticated for a key that is none of ours */
export function callerFrom(
  headers: IncomingHttpHeaders,
  address: string | undefined,
  keys: KeyRing,
  keysRequired: boolean,
): Caller {
  const presented = presentedKey(headers);
  const key = presented === undefined ? undefined : keys.find(presented, Date.now());
  if (key !== undefined) return { name: `key:${key.id}`, anonymous: false, scopes: key.scopes };
  // A Neo4j client on loopback sends the user and password it was given; without keys there is nothing to check them against.
  const isLooseBasic = !keysRequired && /^basic /i.test(headers.authorization ?? '');
  if (presented !== undefined && !isLooseBasic)
    throw new AppError(
      'Unauthenticated',
      'The API key is not known; make one with `plenary keys make` and send it as `Authorization: Bearer …`.',
    );
  return { name: address ?? 'unknown', anonymous: true, scopes: keysRequired ? [] : SCOPES };
}

/** An admin key opens everything; the other scopes open their own routes only. @throws AppError Unauthenticated, Forbidden */
export function requireScope(caller: Caller, scope: Scope | 'public'): void {
  if (scope === 'public' || caller.scopes.includes(scope) || caller.scopes.includes('admin')) return;
  if (caller.anonymous)
    throw new AppError('Unauthenticated', 'This service asks for an API key; send it as `Authorization: Bearer …`.');
  throw new AppError(
    'Forbidden',
    `This needs a key with the scope \`${scope}\`; ask the owner of the service for one.`,
  );
}
