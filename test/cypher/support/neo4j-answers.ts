// The same queries on a real Neo4j, with its answers as ours are written.
import neo4j, { type Driver } from 'neo4j-driver';
import type { MemoryGraph } from '../../../src/cypher/index.ts';
import type { ResultNode, ResultRelationship, ResultTemporal, ResultValue } from '../../../src/cypher/result.ts';
import { isInteger } from '../../../src/cypher/values/number.ts';
import { Float, type StoredValue } from '../../../src/cypher/values/stored-value.ts';
import { temporalText } from '../../../src/adapters/stores/neo4j/temporal-text.ts';
import type { Neo4jServer } from '../../neo4j/server.ts';

export const openDriver = ({ uri, user, password }: Neo4jServer): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });

/** Copies a graph; its keys become the property `key`, by which answers name entities on both sides. */
export async function copyGraph(driver: Driver, graph: MemoryGraph): Promise<void> {
  const labels = [...graph.nodes()].map((node) => node.labels.map((label) => `:${label}`).join(''));
  for (const label of new Set(labels)) {
    const nodes = [...graph.nodes()].filter((_node, at) => labels[at] === label);
    const rows = nodes.map((node) => stored(node.properties()));
    await driver.executeQuery(`UNWIND $rows AS row CREATE (n${label}) SET n = row`, { rows });
  }
  await driver.executeQuery('CREATE INDEX by_key IF NOT EXISTS FOR (n:A) ON (n.key)');
  for (const type of graph.relationshipTypes()) {
    const rows = [...graph.relationshipsOfType(type)].map((each) => ({
      start: each.start.get('key'),
      end: each.end.get('key'),
      properties: stored(each.properties()),
    }));
    const query = `UNWIND $rows AS row MATCH (a {key: row.start}), (b {key: row.end}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
    await driver.executeQuery(query, { rows });
  }
}

const stored = (properties: Iterable<readonly [string, StoredValue]>): Record<string, unknown> =>
  Object.fromEntries([...properties].map(([key, held]) => [key, toDriver(held)]));

function toDriver(value: StoredValue): unknown {
  if (value instanceof Float) return value.value;
  if (isInteger(value)) return BigInt(value);
  return Array.isArray(value) ? (value as readonly StoredValue[]).map(toDriver) : value;
}

export interface Neo4jAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ResultValue[])[];
}

export async function askNeo4j(
  driver: Driver,
  query: string,
  parameters: Record<string, unknown> = {},
): Promise<Neo4jAnswer> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(query, parameters, { timeout: 20_000 });
    const columns = (records[0]?.keys ?? []) as string[];
    return { columns, rows: records.map((record) => record.keys.map((key) => fromDriver(record.get(key) as unknown))) };
  } finally {
    await session.close();
  }
}

const TEMPORAL: readonly (readonly [(value: object) => boolean, ResultTemporal['type']])[] = [
  [neo4j.isDate, 'date'],
  [neo4j.isTime, 'time'],
  [neo4j.isLocalTime, 'localtime'],
  [neo4j.isDateTime, 'datetime'],
  [neo4j.isLocalDateTime, 'localdatetime'],
  [neo4j.isDuration, 'duration'],
];

function fromDriver(value: unknown): ResultValue {
  if (value === null || typeof value !== 'object') return value as ResultValue;
  if (Array.isArray(value)) return value.map(fromDriver);
  if (neo4j.isNode(value)) return fromNode(value);
  if (neo4j.isRelationship(value)) return fromRelationship(value);
  if (neo4j.isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)].map(fromNode);
    return {
      type: 'path',
      nodes,
      relationships: value.segments.map((segment) => fromRelationship(segment.relationship)),
    };
  }
  const temporal = TEMPORAL.find(([isOne]) => isOne(value));
  if (temporal) return { type: temporal[1], iso: temporalText((value as { toString(): string }).toString()) };
  return { type: 'map', entries: Object.entries(value).map(([key, held]) => [key, fromDriver(held)]) };
}

const properties = (held: object): [string, ResultValue][] =>
  Object.entries(held).map(([key, value]) => [key, fromDriver(value)]);

function fromNode(node: { elementId: string; labels: string[]; properties: object }): ResultNode {
  return { type: 'node', elementId: node.elementId, labels: node.labels, properties: properties(node.properties) };
}

function fromRelationship(each: {
  elementId: string;
  type: string;
  startNodeElementId: string;
  endNodeElementId: string;
  properties: object;
}): ResultRelationship {
  return {
    type: 'relationship',
    elementId: each.elementId,
    relationshipType: each.type,
    startElementId: each.startNodeElementId,
    endElementId: each.endNodeElementId,
    properties: properties(each.properties),
  };
}
