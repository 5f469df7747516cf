// The edge from an entity to a document that names it.
import type { LedgerEntity } from './ledger.ts';
import { type GraphEdge, properties } from './graph.ts';

export const MENTIONED_IN = 'MENTIONED_IN';

export const mentionKey = (entity: string, document: string): string => `mention:${entity}:${document}`;

/** @param members the document's entities that linking made into this one; at least one */
export function mentionEdge(
  entity: string,
  document: string,
  members: readonly LedgerEntity[],
  created: boolean,
): GraphEdge {
  const first = members
    .flatMap(({ firstMention }) => firstMention ?? [])
    .sort((left, right) => left.start - right.start || left.end - right.end)[0];
  const count = members.reduce((sum, { mentionCount }) => sum + mentionCount, 0);
  return {
    key: mentionKey(entity, document),
    type: MENTIONED_IN,
    source: entity,
    target: document,
    properties: properties({
      count: BigInt(count),
      quote: first?.quote,
      start: first && BigInt(first.start),
      end: first && BigInt(first.end),
    }),
    created,
  };
}
