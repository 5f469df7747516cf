// Host and Origin checks: a web page that rebinds its name to this machine, or posts from elsewhere, is turned away.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { AppError } from '../../domain/errors.ts';

export interface AddressRules {
  /** The address that the service listens on. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** Host name without its port, lower case; undefined where the header is no host at all. */
export function hostName(header: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return match?.[1]?.toLowerCase();
}

/** Rebinding needs a name; beyond loopback a bare address is no risk, and people type it. */
function isOwnHost(name: string, rules: AddressRules): boolean {
  if (LOOPBACK_NAMES.has(name) || name === rules.host.toLowerCase() || rules.allowedHosts.includes(name)) return true;
  return !isLoopback(rules.host) && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

function isOwnOrigin(origin: string, host: string | undefined, rules: AddressRules): boolean {
  if (rules.allowedOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const parsed = new URL(origin);
  return /^https?:$/.test(parsed.protocol) && parsed.host === host?.toLowerCase();
}

/** @throws AppError Forbidden */
export function checkHeaders({ host, origin }: IncomingHttpHeaders, rules: AddressRules): void {
  const name = hostName(host);
  if (name === undefined || !isOwnHost(name, rules))
    throw new AppError(
      'Forbidden',
      'The Host header names another host; use 127.0.0.1, or start with --allowed-hosts.',
    );
  if (origin !== undefined && !isOwnOrigin(origin, host, rules))
    throw new AppError('Forbidden', 'Pages of another origin may not call this service; start with --allowed-origins.');
}

export function checkAddresses(rules: AddressRules): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    checkHeaders(request.headers, rules);
    next();
  };
}
