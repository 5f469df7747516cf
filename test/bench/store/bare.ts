// The peer: a script with the bare driver, one UNWIND a kind of node and a type of edge; and the slow way, one statement a row.
import type { Driver } from 'neo4j-driver';
import type { Payloads } from '../../../src/adapters/stores/neo4j/delta-writer.ts';
import { HIDDEN } from '../../../src/adapters/stores/neo4j/hidden.ts';
import { nameWords } from '../../../src/adapters/stores/full-text/words.ts';
import {
  CLAIM_LABEL,
  DOCUMENT_LABEL,
  ENTITY_LABEL,
  type GraphDelta,
  type GraphEdge,
  type GraphNode,
} from '../../../src/projection/graph.ts';

type Row = Readonly<Record<string, unknown>>;

/** One transaction: its statements with their rows, made before any clock runs. */
export type BareBatch = readonly { readonly cypher: string; readonly rows: readonly Row[] }[];

export function bareBatch(delta: GraphDelta, payloads: Payloads): BareBatch {
  const rows = new Map<string, Row[]>();
  const add = (cypher: string, row: Row): void => {
    const own = rows.get(cypher);
    if (own === undefined) rows.set(cypher, [row]);
    else own.push(row);
  };
  for (const node of delta.putNodes) add(nodeStatement(node), nodeRow(node, payloads));
  for (const edge of delta.putEdges) add(edgeStatement(edge), edgeRow(edge));
  return [...rows].map(([cypher, own]) => ({ cypher, rows: own }));
}

export async function writeBare(driver: Driver, batches: readonly BareBatch[]): Promise<void> {
  const session = driver.session();
  for (const batch of batches)
    await session.executeWrite(async (tx) => {
      for (const { cypher, rows } of batch) await tx.run(cypher, { rows });
    });
  await session.close();
}

/** Each row by a statement, and so a transaction, of its own. */
export async function writeSingly(driver: Driver, batch: BareBatch): Promise<void> {
  const session = driver.session();
  for (const { cypher, rows } of batch) {
    const single = cypher.replace('UNWIND $rows AS row', 'WITH $row AS row');
    for (const row of rows) await session.run(single, { row });
  }
  await session.close();
}

export const rowsIn = (batches: readonly BareBatch[]): number =>
  batches.flat().reduce((sum, { rows }) => sum + rows.length, 0);

/** A node is new, or takes the place of what it was. */
function nodeStatement({ labels, formerLabels }: GraphNode): string {
  return formerLabels === undefined
    ? `UNWIND $rows AS row CREATE (n:${labels.join(':')}) SET n = row.properties`
    : `UNWIND $rows AS row MATCH (n:${labels[0]!} {id: row.properties.id}) SET n = row.properties, n:${labels.join(':')}`;
}

function nodeRow({ key, labels, properties }: GraphNode, payloads: Payloads): Row {
  const hidden = labels[0] === ENTITY_LABEL ? { [HIDDEN.words]: nameWords(properties).join(' ') } : payloads.get(key);
  return { properties: { ...Object.fromEntries(properties), ...hidden } };
}

function edgeStatement({ type, created }: GraphEdge): string {
  const [from, to] = ENDS[type] ?? [ENTITY_LABEL, ENTITY_LABEL];
  const ends = `UNWIND $rows AS row MATCH (a:${from} {id: row.source}) MATCH (b:${to} {id: row.target})`;
  if (created) return `${ends} CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
  const known = ENDS[type] === undefined ? ' {id: row.properties.id}' : '';
  return `${ends} MATCH (a)-[r:${type}${known}]->(b) SET r = row.properties`;
}

const edgeRow = ({ source, target, properties }: GraphEdge): Row => ({
  source,
  target,
  properties: Object.fromEntries(properties),
});

const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  SUBJECT: [CLAIM_LABEL, ENTITY_LABEL],
  OBJECT: [CLAIM_LABEL, ENTITY_LABEL],
  IN: [CLAIM_LABEL, DOCUMENT_LABEL],
  MENTIONED_IN: [ENTITY_LABEL, DOCUMENT_LABEL],
};
