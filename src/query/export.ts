// Look-ups of exports: batches of what hangs on a list of entities, in the order of ids.
import { IN_PERIOD } from './cypher-parts.ts';

export const ENTITY_BATCH = `
UNWIND $ids AS id MATCH (e:Entity {id: id})
RETURN labels(e) AS labels, properties(e) AS properties ORDER BY id`;

export const FACT_BATCH = `
UNWIND $ids AS id MATCH (s:Entity {id: id})-[r]->(t:Entity)
WHERE ${IN_PERIOD}
RETURN id AS source, t.id AS target, type(r) AS type, properties(r) AS properties ORDER BY r.id`;

export const CLAIM_BATCH = `
UNWIND $ids AS id MATCH (s:Entity {id: id})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(t:Entity)
MATCH (c)-[:IN]->(d:Document)
RETURN id AS subject, t.id AS object, d.id AS document, properties(c) AS properties ORDER BY c.id`;

export const MENTION_BATCH = `
UNWIND $ids AS id MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->(d:Document)
RETURN id AS entity, d.id AS document, properties(m) AS properties ORDER BY id, d.id`;

export const DOCUMENT_BATCH = `
UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN properties(d) AS properties ORDER BY id`;
