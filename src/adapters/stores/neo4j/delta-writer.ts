// Writes one change of the graph in the transaction that is given: one UNWIND a kind of change, never a statement a row.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ManagedTransaction } from 'neo4j-driver';
import {
  CLAIM_LABEL,
  DOCUMENT_LABEL,
  ENTITY_LABEL,
  type GraphDelta,
  type GraphEdge,
  type GraphNode,
  type RemovedEdge,
} from '../../../projection/graph.ts';
import { nameWords } from '../full-text/words.ts';
import { HIDDEN } from './hidden.ts';
import { propertyMap } from './values.ts';

type Row = Readonly<Record<string, unknown>>;
/** Hidden properties of a document's node, by its id. */
export type Payloads = ReadonlyMap<string, Row>;

/** Bounds the server's memory for one statement. */
const ROWS_AT_ONCE = 2_000;

/** One UNWIND: the rows are made when the statement's turn has come. */
export interface RowStatement {
  readonly cypher: string;
  readonly rows: readonly Row[];
}

/** The statements of one change, in the order in which they must run. */
export function* deltaStatements(delta: GraphDelta, payloads: Payloads): Iterable<RowStatement> {
  for (const [type, edges] of grouped(delta.removedEdges, edgeShape))
    yield* inParts(removeEdges(type), edges, ({ source, target, key }) => ({ source, target, key }));
  for (const [label, nodes] of grouped(delta.removedNodes, ({ label }) => label))
    yield* inParts(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) DETACH DELETE n`, nodes, ({ key }) => ({
      id: key,
    }));
  const asRow = (node: GraphNode): Row => nodeRow(node, payloads);
  const created = delta.putNodes.filter(({ formerLabels }) => formerLabels === undefined);
  for (const [labels, nodes] of grouped(created, ({ labels }) => labels.join(':')))
    yield* inParts(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row.properties`, nodes, asRow);
  const updated = delta.putNodes.filter(({ formerLabels }) => formerLabels !== undefined);
  for (const [statement, nodes] of grouped(updated, updateNode)) yield* inParts(statement, nodes, asRow);
  const [newEdges, knownEdges] = [true, false].map((is) => delta.putEdges.filter(({ created: isNew }) => isNew === is));
  for (const [shape, edges] of grouped(newEdges!, edgeShape)) yield* inParts(createEdges(shape), edges, edgeRow);
  for (const [shape, edges] of grouped(knownEdges!, edgeShape)) yield* inParts(updateEdges(shape), edges, edgeRow);
}

function* inParts<T>(cypher: string, members: readonly T[], asRow: (member: T) => Row): Iterable<RowStatement> {
  for (let at = 0; at < members.length; at += ROWS_AT_ONCE)
    yield { cypher, rows: members.slice(at, at + ROWS_AT_ONCE).map(asRow) };
}

/** The server works on one statement while the rows of the next are made: none waits for the answer to the one before. */
export async function writeDelta(tx: ManagedTransaction, delta: GraphDelta, payloads: Payloads): Promise<void> {
  const answers: Promise<unknown>[] = [];
  for (const { cypher, rows } of deltaStatements(delta, payloads)) {
    // A failure makes all that follow fail; the first of them is thrown below.
    answers.push(tx.run(cypher, { rows }).then(() => undefined));
    answers.at(-1)!.catch(() => undefined);
    await nextTurn();
  }
  await Promise.all(answers);
}

function nodeRow({ key, labels, properties }: GraphNode, payloads: Payloads): Row {
  const hidden = labels[0] === ENTITY_LABEL ? { [HIDDEN.words]: nameWords(properties).join(' ') } : payloads.get(key);
  return { id: key, properties: { ...propertyMap(properties), ...hidden } };
}

const edgeRow = ({ key, source, target, properties }: GraphEdge): Row => ({
  key,
  source,
  target,
  properties: propertyMap(properties),
});

/** Kinds and types are names of the schema, checked when it was compiled: letters and _ only. */
const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  SUBJECT: [CLAIM_LABEL, ENTITY_LABEL],
  OBJECT: [CLAIM_LABEL, ENTITY_LABEL],
  IN: [CLAIM_LABEL, DOCUMENT_LABEL],
  MENTIONED_IN: [ENTITY_LABEL, DOCUMENT_LABEL],
};

const edgeShape = ({ type }: RemovedEdge): string => type;

function ends(type: string): { readonly source: string; readonly target: string; readonly edge: string } {
  const found = ENDS[type];
  const [source, target] = found ?? [ENTITY_LABEL, ENTITY_LABEL];
  // Between two entities there are many facts, and a fact's id is its key; the other types occur once between two nodes.
  return { source, target, edge: found === undefined ? `[r:${type} {id: row.key}]` : `[r:${type}]` };
}

function removeEdges(type: string): string {
  const { source, target, edge } = ends(type);
  return `UNWIND $rows AS row MATCH (:${source} {id: row.source})-${edge}->(:${target} {id: row.target}) DELETE r`;
}

function createEdges(type: string): string {
  const { source, target } = ends(type);
  return `UNWIND $rows AS row MATCH (a:${source} {id: row.source}) MATCH (b:${target} {id: row.target})
CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
}

function updateEdges(type: string): string {
  const { source, target, edge } = ends(type);
  return `UNWIND $rows AS row MATCH (a:${source} {id: row.source})-${edge}->(b:${target} {id: row.target}) SET r = row.properties`;
}

function updateNode({ labels, formerLabels = [] }: GraphNode): string {
  const gone = formerLabels.filter((label) => !labels.includes(label));
  const come = labels.filter((label) => !formerLabels.includes(label));
  const change =
    (gone.length > 0 ? ` REMOVE n:${gone.join(':')}` : '') + (come.length > 0 ? ` SET n:${come.join(':')}` : '');
  return `UNWIND $rows AS row MATCH (n:${labels[0]!} {id: row.id}) SET n = row.properties${change}`;
}

function grouped<T>(members: readonly T[], by: (member: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(by(member));
    if (group === undefined) groups.set(by(member), [member]);
    else group.push(member);
  }
  return groups;
}
