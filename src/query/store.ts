// What the stores, the canonical export and the verification ask of the graph.

export const ENTITY_COUNTS = 'MATCH (e:Entity) RETURN e.kind AS kind, count(*) AS count';

export const FACT_COUNTS = 'MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, count(*) AS count';

export const LEDGER_COUNTS =
  'MATCH (d:Document) RETURN count(d) AS documents, coalesce(sum(d.claimCount), 0) AS claims';

export const NAMED_ENTITIES = `UNWIND $ids AS id MATCH (e:Entity {id: id})
RETURN e.id AS id, e.name AS name, e.aliases AS aliases, labels(e) AS labels, e.documentCount AS documents`;

/** Ids of all nodes with one label; the labels are ours, so they stand in the text. */
export const idsOf = (label: 'Entity' | 'Claim' | 'Document'): string => `MATCH (n:${label}) RETURN n.id AS id`;

export const nodesById = (label: 'Entity' | 'Claim' | 'Document'): string =>
  `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties`;

export const FACTS_FROM = `UNWIND $ids AS id MATCH (s:Entity {id: id})-[r]->(t:Entity)
RETURN r.id AS id, type(r) AS type, s.id AS source, t.id AS target, properties(r) AS properties`;

export const edgesFrom = (label: 'Entity' | 'Claim'): string =>
  `UNWIND $ids AS id MATCH (n:${label} {id: id})-[r]->(m)
RETURN id, type(r) AS type, m.id AS target, properties(r) AS properties`;
