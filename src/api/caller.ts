// Who calls: the key of a request, found in its headers, and what that key may do.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
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
function presentedKey(request: Request): string | undefined {
  const header = request.headers.authorization;
  const own = request.headers['x-api-key'];
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
    const presented = presentedKey(request);
    const key = presented === undefined ? undefined : keys.find(presented, Date.now());
    // A Neo4j client on loopback sends the user and password it was given; without keys there is nothing to check them against.
    const isLooseBasic = !keysRequired && key === undefined && /^basic /i.test(request.headers.authorization ?? '');
    if (presented !== undefined && key === undefined && !isLooseBasic)
      throw new AppError(
        'Unauthenticated',
        'The API key is not known; make one with `plenary keys make` and send it as `Authorization: Bearer …`.',
      );
    callers.set(
      response,
      key === undefined
        ? { name: request.ip ?? 'unknown', anonymous: true, scopes: keysRequired ? [] : SCOPES }
        : { name: `key:${key.id}`, anonymous: false, scopes: key.scopes },
    );
    next();
  };
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
