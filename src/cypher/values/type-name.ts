// Names of types, for messages and valueType().
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import { Temporal } from '../temporal/temporal.ts';
import { isInteger, isNumber } from './number.ts';
import { isMap, PathValue, type Value } from './value.ts';

const TEMPORAL_NAMES = {
  Date: 'DATE',
  LocalTime: 'LOCAL TIME',
  Time: 'ZONED TIME',
  LocalDateTime: 'LOCAL DATETIME',
  DateTime: 'ZONED DATETIME',
  Duration: 'DURATION',
} as const;

/** In the words of IS :: tests. */
export function typeName(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return 'STRING';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (isNumber(value)) return isInteger(value) ? 'INTEGER' : 'FLOAT';
  if (value instanceof GraphNode) return 'NODE';
  if (value instanceof GraphRelationship) return 'RELATIONSHIP';
  if (value instanceof PathValue) return 'PATH';
  if (value instanceof Temporal) return TEMPORAL_NAMES[value.kind];
  return isMap(value) ? 'MAP' : 'LIST';
}

/** With the types of the elements, as valueType() answers. */
export function fullTypeName(value: Value): string {
  if (value === null) return 'NULL';
  if (!Array.isArray(value)) return `${typeName(value)} NOT NULL`;
  const inner = [...new Set((value as readonly Value[]).map(fullTypeName))].sort(byTypeOrder);
  if (inner.length === 0) return 'LIST<NOTHING> NOT NULL';
  if (!inner.includes('NULL')) return `LIST<${inner.join(' | ')}> NOT NULL`;
  const others = inner.filter((name) => name !== 'NULL').map((name) => name.replace(/ NOT NULL$/, ''));
  return `LIST<${others.length === 0 ? 'NULL' : others.join(' | ')}> NOT NULL`;
}

const ORDER = ['NOTHING', 'NULL', 'BOOLEAN', 'STRING', 'INTEGER', 'FLOAT', 'DATE', 'LOCAL TIME', 'ZONED TIME'].concat([
  'LOCAL DATETIME',
  'ZONED DATETIME',
  'DURATION',
  'NODE',
  'RELATIONSHIP',
  'MAP',
  'LIST',
  'PATH',
]);
const byTypeOrder = (left: string, right: string): number => place(left) - place(right);
const place = (name: string): number => ORDER.findIndex((known) => name.startsWith(known));
