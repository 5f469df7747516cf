// The types of fact edges as a pattern: a search that names them never leaves through claims and documents.
import { SCHEMA } from '../schema/index.ts';

export const FACT_TYPES: readonly string[] = SCHEMA.relations.map((relation) => relation.type);

/** @param types names of the schema; a pattern's types can be no parameter, so only names that the schema has get through */
export function typePattern(types: readonly string[]): string {
  const known = types.filter((type) => FACT_TYPES.includes(type));
  return (known.length === 0 ? FACT_TYPES : known).join('|');
}
