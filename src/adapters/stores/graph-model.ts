// What both stores promise about the graph beyond its nodes and edges: which look-ups have an index, and the store's own node.
import { CLAIM_LABEL, DOCUMENT_LABEL, ENTITY_LABEL } from '../../projection/graph.ts';

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
