// From a query's result to plain rows: the one place where look-ups leave Cypher's value types.
import type { Parameters } from '../cypher/index.ts';
import type {
  QueryLimits,
  QueryResult,
  ResultMap,
  ResultNode,
  ResultRelationship,
  ResultValue,
} from '../cypher/result.ts';

/** Runs read-only Cypher; the store's `read` fits. */
export type Read = (cypher: string, parameters: Parameters, limits?: QueryLimits) => Promise<QueryResult>;

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };
export type Row = Readonly<Record<string, Plain>>;

/** Integers outside ±2^53 become strings, so that no digit is lost. */
function plainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

export function plainProperties(entries: readonly (readonly [string, ResultValue])[]): Row {
  const row: Record<string, Plain> = {};
  for (const [key, value] of entries) define(row, key, plain(value));
  return row;
}

/** A column or property named `__proto__` is a key like any other. */
function define(row: Record<string, Plain>, key: string, value: Plain): void {
  if (key === '__proto__') Object.defineProperty(row, key, { value, enumerable: true });
  else row[key] = value;
}

export function plain(value: ResultValue): Plain {
  if (typeof value === 'bigint') return plainInteger(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value); // JSON would make null of NaN
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(plain);
  return plainStructure(value);
}

function isList(value: ResultValue): value is readonly ResultValue[] {
  return Array.isArray(value);
}

function plainStructure(
  value: Exclude<ResultValue, null | boolean | bigint | number | string | readonly ResultValue[]>,
): Plain {
  switch (value.type) {
    case 'map':
      return plainProperties(value.entries);
    case 'node':
      return plainNode(value);
    case 'relationship':
      return plainRelationship(value);
    case 'path':
      return { nodes: value.nodes.map(plainNode), relationships: value.relationships.map(plainRelationship) };
    default:
      return value.iso;
  }
}

const plainNode = (node: ResultNode): Plain => ({ labels: node.labels, properties: plainProperties(node.properties) });

const plainRelationship = (relationship: ResultRelationship): Plain => ({
  type: relationship.relationshipType,
  properties: plainProperties(relationship.properties),
});

export function rowsOf(result: QueryResult): readonly Row[] {
  return result.rows.map((cells) => {
    const row: Record<string, Plain> = {};
    result.columns.forEach((column, index) => define(row, column, plain(cells[index] ?? null)));
    return row;
  });
}

export type { QueryResult, ResultMap, ResultValue };
