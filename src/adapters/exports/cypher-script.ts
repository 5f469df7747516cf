// A Cypher script that rebuilds the graph in an empty Neo4j, for cypher-shell or the browser.
import type { Plain, Row } from '../../query/rows.ts';
import { text as asText } from '../../query/shapes.ts';
import type { ExportFormat } from './format.ts';
import type { ExportSource } from './source.ts';

/** Rows a statement: Neo4j plans each statement anew, and very long ones slowly. */
const ROWS = 200;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const text = (value: string): string =>
  `'${value.replace(/[\\'\p{Cc}]/gu, (letter) => ESCAPES[letter] ?? (letter < ' ' ? '' : letter))}'`;
const name = (identifier: string): string => `\`${identifier.replaceAll('`', '``')}\``;

function literal(value: Plain): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return text(value);
  if (typeof value === 'object')
    return Array.isArray(value) ? `[${(value as readonly Plain[]).map(literal).join(',')}]` : map(value as Row);
  return String(value);
}

const map = (row: Row): string =>
  `{${Object.entries(row)
    .map(([key, value]) => `${name(key)}:${literal(value)}`)
    .join(',')}}`;

const HEAD = `// Plenary: run in an empty database, for example with cypher-shell --file.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE INDEX claim_fact IF NOT EXISTS FOR (n:Claim) ON (n.fact);
CALL db.awaitIndexes(300);
`;

interface Line {
  /** What is done with a row; lines of one shape share a statement. */
  readonly shape: string;
  readonly row: string;
}

const createNode = (labels: readonly string[]): string =>
  `CREATE (n${labels.map((label) => `:${name(label)}`).join('')}) SET n = row`;

const connect = (from: string, type: string, to: string): string =>
  `MATCH (a:${from} {id: row[0]}) MATCH (b:${to} {id: row[1]}) CREATE (a)-[r:${name(type)}]->(b) SET r = row[2]`;

async function* lines(source: ExportSource): AsyncGenerator<Line> {
  for await (const { labels, properties } of source.entities())
    yield { shape: createNode(labels), row: map(properties) };
  for await (const document of source.documents()) yield { shape: createNode(['Document']), row: map(document) };
  for await (const { properties } of source.claims()) yield { shape: createNode(['Claim']), row: map(properties) };
  for await (const fact of source.facts())
    yield { shape: connect('Entity', fact.type, 'Entity'), row: edge(fact.source, fact.target, fact.properties) };
  for await (const { properties, subject, object, document } of source.claims()) {
    const claim = asText(properties['id']) ?? '';
    yield { shape: connect('Claim', 'SUBJECT', 'Entity'), row: edge(claim, subject, {}) };
    yield { shape: connect('Claim', 'OBJECT', 'Entity'), row: edge(claim, object, {}) };
    yield { shape: connect('Claim', 'IN', 'Document'), row: edge(claim, document, {}) };
  }
  for await (const { entity, document, properties } of source.mentions())
    yield { shape: connect('Entity', 'MENTIONED_IN', 'Document'), row: edge(entity, document, properties) };
}

const edge = (from: string, to: string, properties: Row): string => `[${text(from)},${text(to)},${map(properties)}]`;

const statement = (shape: string, rows: readonly string[]): string =>
  `UNWIND [\n${rows.join(',\n')}\n] AS row\n${shape};\n`;

async function* write(source: ExportSource): AsyncGenerator<string> {
  yield HEAD;
  const waiting = new Map<string, string[]>();
  let stage = '';
  for await (const { shape, row } of lines(source)) {
    // Edges need their nodes: what waits is written before the first edge.
    const next = shape.slice(0, shape.indexOf(' '));
    if (next !== stage) {
      for (const [each, rows] of waiting) yield statement(each, rows);
      waiting.clear();
      stage = next;
    }
    const rows = waiting.get(shape) ?? [];
    rows.push(row);
    waiting.set(shape, rows);
    if (rows.length < ROWS) continue;
    yield statement(shape, rows);
    waiting.delete(shape);
  }
  for (const [shape, rows] of waiting) yield statement(shape, rows);
}

export const cypherScript: ExportFormat = {
  name: 'cypher',
  summary: 'A Cypher script that rebuilds the graph in an empty Neo4j',
  files: [{ name: 'plenary.cypher', mediaType: 'application/x-cypher-query', write }],
};
