// The way out where a command is given a document that the store does not have.
import { AppError } from '../domain/errors.ts';

/** As CSV, since a table cuts ids to the width of the terminal. */
const LIST = "plenary query --format csv 'MATCH (d:Document) RETURN d.id, d.title'";

export const unknownDocument = (): AppError =>
  new AppError('NotFound', `No document of the store goes by this name; \`${LIST}\` lists those it has.`);
