// The Neo4j store's own statements, beside those that write the graph and those that look it up.
import { STORE_ID, STORE_LABEL } from '../graph-model.ts';
import { FULL_TEXT } from '../graph-model.ts';
import { HIDDEN } from './hidden.ts';

const store = `(s:${STORE_LABEL} {id: '${STORE_ID}'})`;

/** Takes the write lock of the one store node: writers go one after the other, whatever process they are in. */
export const LOCK = `MERGE ${store} ON CREATE SET s += $properties, s.${HIDDEN.sequence} = 0
SET s.${HIDDEN.lock} = true REMOVE s.${HIDDEN.lock}
RETURN s.${HIDDEN.sequence} AS sequence`;

export const ADVANCE = `MATCH ${store} SET s.${HIDDEN.sequence} = $sequence`;

export const STORE = `MATCH ${store}
RETURN s.format AS format, s.schema AS schema, s.${HIDDEN.sequence} AS sequence, s.${HIDDEN.judgements} AS judgements`;

export const JUDGE = `MATCH ${store} SET s.${HIDDEN.judgements} = $judgements`;

/** In id order, a page at a time: a large ledger does not fit into one answer. */
export const LEDGER_PAGE = `MATCH (d:Document) WHERE d.id > $after
RETURN d.id AS id, d.${HIDDEN.digest} AS digest, d.${HIDDEN.claims} AS claims, d.${HIDDEN.text} AS text,
  d.${HIDDEN.sources} AS sources
ORDER BY d.id LIMIT $limit`;

export const SOURCES = `MATCH (d:Document) UNWIND d.${HIDDEN.sources} AS source
RETURN source, d.id AS documentId, d.extractor AS extractor ORDER BY source`;

export const SET_SOURCES = `UNWIND $rows AS row MATCH (d:Document {id: row.id}) SET d.${HIDDEN.sources} = row.sources`;

export const DIGESTS = `MATCH (d:Document) RETURN d.id AS id, d.${HIDDEN.digest} AS digest`;

export const DOCUMENT = `MATCH (d:Document {id: $id})
RETURN d.${HIDDEN.claims} AS claims, d.${HIDDEN.text} AS text, d.${HIDDEN.bytes} AS bytes, d.${HIDDEN.sources} AS sources`;

export const NEXT_DOCUMENT = `MATCH (d:Document) WHERE d.id > $after RETURN d.id AS id ORDER BY d.id LIMIT 1`;

/** Property names of layouts are made by us from letters and digits. */
export const readLayout = (property: string): string => `MATCH ${store} RETURN s.${property} AS bytes`;
export const writeLayout = (
  property: string,
): string => `MERGE ${store} ON CREATE SET s += $properties, s.${HIDDEN.sequence} = 0
SET s.${property} = $bytes`;

export const ENTITY_WORDS = `CALL db.index.fulltext.queryNodes('${FULL_TEXT.names}', $query) YIELD node, score
RETURN node.id AS id ORDER BY score DESC, id LIMIT $limit`;

export const DOCUMENT_WORDS = `CALL db.index.fulltext.queryNodes('${FULL_TEXT.texts}', $query) YIELD node, score
RETURN node.id AS id ORDER BY score DESC, id LIMIT $limit`;
