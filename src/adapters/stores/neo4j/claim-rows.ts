// New claims and mentions by document, each claim with its three edges: the server looks up no end twice, and no claim that it just made.
import {
  CLAIM_LABEL,
  DOCUMENT_LABEL,
  ENTITY_LABEL,
  type GraphEdge,
  type GraphNode,
} from '../../../projection/graph.ts';
import { MENTIONED_IN } from '../../../projection/mention-edge.ts';
import { grouped } from './grouped.ts';
import { propertyMap } from './values.ts';

type Row = Readonly<Record<string, unknown>>;

export const CREATE_CLAIMS = `UNWIND $rows AS row MATCH (d:${DOCUMENT_LABEL} {id: row.id}) UNWIND row.claims AS claim
MATCH (s:${ENTITY_LABEL} {id: claim.subject}) MATCH (o:${ENTITY_LABEL} {id: claim.object})
CREATE (d)<-[:IN]-(c:${CLAIM_LABEL})-[:SUBJECT]->(s) CREATE (c)-[:OBJECT]->(o) SET c = claim.properties`;

export const CREATE_MENTIONS = `UNWIND $rows AS row MATCH (d:${DOCUMENT_LABEL} {id: row.id}) UNWIND row.mentions AS mention
MATCH (e:${ENTITY_LABEL} {id: mention.entity}) CREATE (e)-[r:${MENTIONED_IN}]->(d) SET r = mention.properties`;

/** A claim that is new, with what its edges lead to. */
export interface NewClaim {
  readonly node: GraphNode;
  readonly ends: Map<string, string>;
}

/** Gives each claim the edges that are its own; @returns the others */
export function takeEnds(claims: ReadonlyMap<string, NewClaim>, edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const others: GraphEdge[] = [];
  for (const edge of edges) {
    const claim = claims.get(edge.source);
    if (claim === undefined) others.push(edge);
    else claim.ends.set(edge.type, edge.target);
  }
  return others;
}

export const claimRows = (claims: readonly NewClaim[]): readonly Row[] =>
  Array.from(
    grouped(claims, ({ ends }) => ends.get('IN')!),
    ([id, own]) => ({
      id,
      claims: own.map(({ node, ends }) => ({
        subject: ends.get('SUBJECT'),
        object: ends.get('OBJECT'),
        properties: propertyMap(node.properties),
      })),
    }),
  );

export const mentionRows = (edges: readonly GraphEdge[]): readonly Row[] =>
  Array.from(
    grouped(edges, ({ target }) => target),
    ([id, own]) => ({
      id,
      mentions: own.map(({ source, properties }) => ({ entity: source, properties: propertyMap(properties) })),
    }),
  );
