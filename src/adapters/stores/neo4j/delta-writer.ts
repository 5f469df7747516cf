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
import { MENTIONED_IN } from '../../../projection/mention-edge.ts';
import { nameWords } from '../full-text/words.ts';
import { claimRows, CREATE_CLAIMS, CREATE_MENTIONS, mentionRows, type NewClaim, takeEnds } from './claim-rows.ts';
import { grouped } from './grouped.ts';
import { HIDDEN } from './hidden.ts';
import { propertyMap } from './values.ts';

type Row = Readonly<Record<string, unknown>>;
/** Hidden properties of a document's node, by its id. */
export type Payloads = ReadonlyMap<string, Row>;

/** Bounds the server's memory for one statement. */
const ROWS_AT_ONCE = 2_000;

/** One UNWIND: the rows are made when the statement's turn has come. */
interface RowStatement {
  readonly cypher: string;
  readonly rows: readonly Row[];
}

/** The statements of one change, in the order in which they must run. */
function* deltaStatements(delta: GraphDelta, payloads: Payloads): Iterable<RowStatement> {
  for (const [type, edges] of grouped(delta.removedEdges, edgeShape))
    yield* inParts(removeEdges(type), edges, ({ source, target, key }) => ({ source, target, key }));
  for (const [label, nodes] of grouped(delta.removedNodes, ({ label }) => label))
    yield* inParts(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) DETACH DELETE n`, nodes, ({ key }) => ({
      id: key,
    }));
  yield* putNodes(delta, payloads);
  yield* putEdges(delta);
}

/** All but new claims, which come with their edges. */
function* putNodes(delta: GraphDelta, payloads: Payloads): Iterable<RowStatement> {
  const asRow = (node: GraphNode): Row => nodeProperties(node, payloads);
  const created = delta.putNodes.filter((node) => node.formerLabels === undefined && !isClaim(node));
  for (const [labels, nodes] of grouped(created, ({ labels }) => labels.join(':')))
    yield* inParts(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row`, nodes, asRow);
  const updated = delta.putNodes.filter(({ formerLabels }) => formerLabels !== undefined);
  for (const [statement, nodes] of grouped(updated, updateNode)) yield* inParts(statement, nodes, asRow);
}

function* putEdges(delta: GraphDelta): Iterable<RowStatement> {
  const claims = new Map<string, NewClaim>();
  for (const node of delta.putNodes)
    if (node.formerLabels === undefined && isClaim(node)) claims.set(node.key, { node, ends: new Map() });
  const others = takeEnds(
    claims,
    delta.putEdges.filter(({ created }) => created),
  );
  for (const part of inSlices([...claims.values()])) yield { cypher: CREATE_CLAIMS, rows: claimRows(part) };
  for (const [type, edges] of grouped(others, edgeShape))
    if (type === MENTIONED_IN)
      for (const part of inSlices(edges)) yield { cypher: CREATE_MENTIONS, rows: mentionRows(part) };
    else yield* inParts(createEdges(type), edges, edgeRow);
  const known = delta.putEdges.filter(({ created }) => !created);
  for (const [type, edges] of grouped(known, edgeShape)) yield* inParts(updateEdges(type), edges, keyedRow);
}

const isClaim = ({ labels }: GraphNode): boolean => labels[0] === CLAIM_LABEL;

function* inParts<T>(cypher: string, members: readonly T[], asRow: (member: T) => Row): Iterable<RowStatement> {
  for (const part of inSlices(members)) yield { cypher, rows: part.map(asRow) };
}

function* inSlices<T>(members: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < members.length; at += ROWS_AT_ONCE) yield members.slice(at, at + ROWS_AT_ONCE);
}

/**
 * The server works on one statement while the rows of the next are made: none waits for the answer to the one before.
 * @returns when all are sent, what becomes of them
 */
export async function sendDelta(
  tx: ManagedTransaction,
  delta: GraphDelta,
  payloads: Payloads,
): Promise<{ readonly done: Promise<unknown> }> {
  const answers: Promise<unknown>[] = [];
  for (const { cypher, rows } of deltaStatements(delta, payloads)) {
    // A failure makes all that follow fail; the first of them is what `done` throws.
    answers.push(tx.run(cypher, { rows }).then(() => undefined));
    answers.at(-1)!.catch(() => undefined);
    await nextTurn();
  }
  return { done: Promise.all(answers) };
}

function nodeProperties({ key, labels, properties }: GraphNode, payloads: Payloads): Row {
  const hidden = labels[0] === ENTITY_LABEL ? { [HIDDEN.words]: nameWords(properties).join(' ') } : payloads.get(key);
  return Object.assign(propertyMap(properties), hidden);
}

const edgeRow = ({ source, target, properties }: GraphEdge): Row => ({
  source,
  target,
  properties: propertyMap(properties),
});

/** For edges of which there may be many between two nodes. */
const keyedRow = (edge: GraphEdge): Row => ({ key: edge.key, ...edgeRow(edge) });

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
  return `UNWIND $rows AS row MATCH (n:${labels[0]!} {id: row.id}) SET n = row${change}`;
}
