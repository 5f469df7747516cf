// What the stores themselves ask of their graph: counts, and the entities behind search hits.

export const ENTITY_COUNTS = 'MATCH (e:Entity) RETURN e.kind AS kind, count(*) AS count';

export const FACT_COUNTS = `MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, count(*) AS count`;

export const LEDGER_COUNTS = `MATCH (d:Document) RETURN count(d) AS documents, coalesce(sum(d.claimCount), 0) AS claims`;

export const NAMED_ENTITIES = `MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, e.name AS name, e.aliases AS aliases, labels(e) AS labels, e.documentCount AS documents`;

/** Claims of a fact are found by their index; the edge itself leads from one of its ends. */
export const ALL_ENTITIES = 'MATCH (e:Entity) RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties';

export const ALL_FACTS = `MATCH (s:Entity)-[r]->(t:Entity)
RETURN r.id AS id, type(r) AS type, s.id AS source, t.id AS target, properties(r) AS properties`;
