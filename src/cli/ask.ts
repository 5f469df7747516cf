// One Cypher query from the command line: through the gate, under limits, with the place of a mistake shown.
import { checkQuery, CypherError } from '../cypher/index.ts';
import type { QueryLimits, QueryResult } from '../cypher/result.ts';
import { AppError } from '../domain/errors.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { harmless } from './terminal.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** @throws AppError InvalidInput that shows where the query is wrong */
export async function ask(
  store: GraphStore,
  statement: string,
  parameters: Parameters,
  limits: QueryLimits,
): Promise<QueryResult> {
  if (statement.trim() === '')
    throw new AppError('InvalidInput', 'The query is empty; write it as the argument or on standard input.');
  try {
    checkQuery(statement);
    return await store.read(statement, parameters, limits);
  } catch (error) {
    throw withPlace(error, statement);
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf(error: unknown): Place | undefined {
  if (error instanceof CypherError) return error.position;
  return error instanceof AppError ? (error.details['position'] as Place | undefined) : undefined;
}

function withPlace(error: unknown, statement: string): unknown {
  if (!(error instanceof CypherError) && !(error instanceof AppError)) return error;
  const place = placeOf(error);
  const code = error instanceof AppError ? error.code : 'InvalidInput';
  if (place === undefined) return new AppError(code, error.message, { cause: error });
  const line = harmless(statement.split('\n')[place.line - 1] ?? '').replace(/[\t\n]/g, ' ');
  const pointer = `${' '.repeat(Math.max(0, place.column - 1))}^`;
  const where = `(line ${place.line}, column ${place.column})`;
  const message = error.message.includes(where) ? error.message : `${error.message} ${where}`;
  return new AppError(code, `${message}\n  ${line}\n  ${pointer}`, { cause: error });
}

/** A value is JSON where it reads as such, else the text itself: `age=4`, `names=["a"]`, `name=To Lam`. */
export function parseParameter(given: string): readonly [string, unknown] {
  const at = given.indexOf('=');
  if (at < 1) throw new AppError('InvalidInput', 'Write a parameter as name=value.');
  const value = given.slice(at + 1);
  return [given.slice(0, at), parseValue(value)];
}

export function parseValue(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}
