// A wrong query is the caller's to mend: the interpreter's error as one of ours, with Neo4j's code and the place.
import { CypherError } from '../../cypher/index.ts';
import { AppError } from '../../domain/errors.ts';

export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof CypherError) {
    const { code, message, position, expected, detail } = error;
    return new AppError('InvalidInput', message, {
      cause: error,
      details: { neo4jCode: code, position, expected, detail },
    });
  }
  return new AppError('Bug', 'The store failed in an unforeseen way: report it with what you did.', { cause: error });
}
