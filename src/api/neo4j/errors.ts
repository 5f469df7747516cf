// Refusals as Neo4j writes them: a status code of its own list and a message, for whatever went wrong.
import type { Response } from 'express';
import { CypherError } from '../../cypher/index.ts';
import { AppError, ERROR_STATUS, type ErrorCode } from '../../domain/errors.ts';
import { RETRY_AFTER_SECONDS } from '../problem.ts';

const CODES: Readonly<Record<ErrorCode, string>> = {
  InvalidInput: 'Neo.ClientError.Request.Invalid',
  Unauthenticated: 'Neo.ClientError.Security.Unauthorized',
  Forbidden: 'Neo.ClientError.Security.Forbidden',
  NotFound: 'Neo.ClientError.Database.DatabaseNotFound',
  MethodNotAllowed: 'Neo.ClientError.Request.Invalid',
  Conflict: 'Neo.ClientError.Request.Invalid',
  Gone: 'Neo.ClientError.Request.Invalid',
  TooLarge: 'Neo.ClientError.Request.Invalid',
  Unsupported: 'Neo.ClientError.Request.InvalidFormat',
  Unprocessable: 'Neo.ClientError.Request.Invalid',
  LimitExceeded: 'Neo.TransientError.Request.NoThreadsAvailable',
  Bug: 'Neo.DatabaseError.General.UnknownError',
  StoreUnavailable: 'Neo.TransientError.General.DatabaseUnavailable',
  QueryTimeout: 'Neo.ClientError.Transaction.TransactionTimedOut',
};

/** A query that ran out of time is the caller's to shorten, not a gateway's fault. */
const statusOf = (code: ErrorCode): number => (code === 'QueryTimeout' ? 400 : ERROR_STATUS[code]);

/** What the gate or the interpreter refuses, as one of ours, with Neo4j's code and the place. */
export function fromCypher(error: unknown): unknown {
  if (!(error instanceof CypherError)) return error;
  const { code, position } = error;
  return new AppError('InvalidInput', error.message, { cause: error, details: { neo4jCode: code, position } });
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Line and column stand in the message, as Neo4j's clients expect them. */
function messageOf(error: AppError): string {
  const position = error.details['position'] as Position | undefined;
  if (position === undefined || /\bline \d+, column \d+/.test(error.message)) return error.message;
  return `${error.message} (line ${position.line}, column ${position.column})`;
}

export function sendNeo4jError(response: Response, error: AppError): void {
  const own = error.details['neo4jCode'];
  const code = typeof own === 'string' ? own : CODES[error.code];
  response.status(statusOf(error.code)).type('application/json');
  if (error.code === 'Unauthenticated')
    response.set('WWW-Authenticate', 'Basic realm="plenary", Bearer realm="plenary"');
  if (error.retriable) response.set('Retry-After', String(RETRY_AFTER_SECONDS));
  response.send(JSON.stringify({ errors: [{ code, message: messageOf(error) }] }));
}
