// What both stores promise about the graph beyond its nodes and edges: which look-ups have an index, and the store's own node.
import { createHash } from 'node:crypto';
import { CLAIM_LABEL, DOCUMENT_LABEL, ENTITY_LABEL, type GraphNode, properties } from '../../projection/graph.ts';
import { SCHEMA } from '../../schema/index.ts';

/** `id` is unique in each of these labels. */
export const UNIQUE_LABELS = [ENTITY_LABEL, CLAIM_LABEL, DOCUMENT_LABEL] as const;

export const INDEXED: readonly { readonly label: string; readonly property: string }[] = [
  ...UNIQUE_LABELS.map((label) => ({ label, property: 'id' })),
  { label: ENTITY_LABEL, property: 'name' },
  { label: ENTITY_LABEL, property: 'kind' },
  { label: ENTITY_LABEL, property: 'startDate' },
  { label: CLAIM_LABEL, property: 'fact' },
  { label: DOCUMENT_LABEL, property: 'publishedOn' },
];

/** Names of the full-text indexes, for `db.index.fulltext.queryNodes`. */
export const FULL_TEXT = { names: 'entity_names', texts: 'document_texts' } as const;

export const STORE_LABEL = 'Store';
export const STORE_ID = 'plenary';

/** Raised when an older Plenary could not read the store any more. */
export const FORMAT = 1;

/** Says in the graph itself which schema it follows. */
export const STORE_NODE: GraphNode = {
  key: STORE_ID,
  labels: [STORE_LABEL],
  properties: properties({
    id: STORE_ID,
    format: BigInt(FORMAT),
    schema: createHash('sha256').update(JSON.stringify(SCHEMA)).digest('hex'),
  }),
};
