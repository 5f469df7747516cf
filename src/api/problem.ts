// Problem details (RFC 9457): every refusal of the service says what to change, and shows no path, query or stack.
import type { Response } from 'express';
import { AppError, ERROR_STATUS, type ErrorCode } from '../domain/errors.ts';

export const PROBLEM_TYPE = 'application/problem+json';

const TITLES: Readonly<Record<ErrorCode, string>> = {
  InvalidInput: 'The request cannot be understood',
  Unauthenticated: 'An API key is needed',
  Forbidden: 'This key may not do that',
  NotFound: 'Nothing has this address',
  MethodNotAllowed: 'This method means nothing here',
  Conflict: 'The request contradicts the present state',
  Gone: 'This is no longer here',
  TooLarge: 'The request is too large',
  Unsupported: 'This media type is not read',
  Unprocessable: 'The document cannot be read',
  LimitExceeded: 'Too many requests',
  Bug: 'The service failed',
  StoreUnavailable: 'The store does not answer',
  QueryTimeout: 'The query took too long',
};

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly requestId: string;
  readonly [particular: string]: unknown;
}

/** Seconds a caller should wait before the same call may succeed. */
export const RETRY_AFTER_SECONDS = 1;

export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return (
    fromBodyParser(error) ??
    new AppError('Bug', 'The service met an unexpected fault; report the request id.', { cause: error })
  );
}

/** Express's body parser and router throw errors with a status of their own. */
function fromBodyParser(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const options = { cause: error };
  if ('type' in error && error.type === 'entity.verify.failed')
    return new AppError('InvalidInput', error.message, options);
  if (error.status === 413)
    return new AppError('TooLarge', 'The body is larger than this route takes; send less.', options);
  if (error.status === 415)
    return new AppError('Unsupported', 'The character set or encoding of the body is not read; send UTF-8.', options);
  if (error.status === 400)
    return new AppError(
      'InvalidInput',
      'The request is malformed; check its address and that the body is valid JSON.',
      options,
    );
  return undefined;
}

export function problemOf(error: AppError, requestId: string): Problem {
  const { code } = error;
  return {
    ...error.details,
    type: `urn:plenary:problem:${code}`,
    title: TITLES[code],
    status: ERROR_STATUS[code],
    detail: error.message,
    code,
    requestId,
  };
}

export function sendProblem(response: Response, error: AppError, requestId: string): void {
  response.status(error.status).type(PROBLEM_TYPE);
  if (error.code === 'Unauthenticated')
    response.set('WWW-Authenticate', 'Bearer realm="plenary", Basic realm="plenary"');
  if (error.retriable && response.getHeader('Retry-After') === undefined)
    response.set('Retry-After', String(RETRY_AFTER_SECONDS));
  response.send(JSON.stringify(problemOf(error, requestId)));
}
