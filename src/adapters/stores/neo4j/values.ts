// Between the driver's values and ours: integers are bigint, floats are numbers, and there is no third thing.
import neo4j from 'neo4j-driver';
import type { ResultNode, ResultRelationship, ResultTemporal, ResultValue } from '../../../cypher/result.ts';
import type { Properties, PropertyValue } from '../../../projection/graph.ts';
import { temporalText } from './temporal-text.ts';

/** A JavaScript number without a fraction is an integer, as on the embedded store; the driver would send a float. */
export function parameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(parameter);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, parameter(inner)]));
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, parameter(inner)]));
  return value;
}

/** Properties as the driver sends them: bigint as INTEGER, number as FLOAT. */
export function propertyMap(properties: Properties): Record<string, PropertyValue> {
  return Object.fromEntries(properties);
}

export function resultValue(value: unknown): ResultValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(resultValue);
  if (neo4j.isNode(value)) return nodeValue(value);
  if (neo4j.isRelationship(value)) return relationshipValue(value);
  if (neo4j.isPath(value)) {
    const nodes = [value.start, ...value.segments.map(({ end }) => end)].map(nodeValue);
    return {
      type: 'path',
      nodes,
      relationships: value.segments.map(({ relationship }) => relationshipValue(relationship)),
    };
  }
  const temporal = temporalValue(value);
  if (temporal !== undefined) return temporal;
  if (ArrayBuffer.isView(value)) return null; // byte arrays are ours and hidden; Cypher's answers have none
  return { type: 'map', entries: entriesOf(value as Record<string, unknown>) };
}

interface DriverNode {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: Record<string, unknown>;
}
interface DriverRelationship {
  readonly elementId: string;
  readonly type: string;
  readonly startNodeElementId: string;
  readonly endNodeElementId: string;
  readonly properties: Record<string, unknown>;
}

function nodeValue(node: DriverNode): ResultNode {
  const properties = entriesOf(node.properties);
  return { type: 'node', elementId: node.elementId, labels: node.labels, properties };
}

function relationshipValue(relationship: DriverRelationship): ResultRelationship {
  return {
    type: 'relationship',
    elementId: relationship.elementId,
    relationshipType: relationship.type,
    startElementId: relationship.startNodeElementId,
    endElementId: relationship.endNodeElementId,
    properties: entriesOf(relationship.properties),
  };
}

/** In code-point order, as the embedded store keeps them. */
function entriesOf(map: Record<string, unknown>): readonly (readonly [string, ResultValue])[] {
  return Object.keys(map)
    .sort()
    .map((key) => [key, resultValue(map[key])] as const);
}

const TEMPORAL: readonly (readonly [(value: object) => boolean, ResultTemporal['type']])[] = [
  [neo4j.isDate, 'date'],
  [neo4j.isTime, 'time'],
  [neo4j.isLocalTime, 'localtime'],
  [neo4j.isDateTime, 'datetime'],
  [neo4j.isLocalDateTime, 'localdatetime'],
  [neo4j.isDuration, 'duration'],
];

function temporalValue(value: { toString(): string }): ResultTemporal | undefined {
  const type = TEMPORAL.find(([is]) => is(value))?.[1];
  return type === undefined ? undefined : { type, iso: temporalText(value.toString()) };
}
