// Tenth stage: chains become the document's entities, each with a name for readers and a key that other documents share.
import type { AttributeValue, DocumentEntity } from '../../domain/claim.ts';
import { entityId } from '../../domain/ids.ts';
import type { QuotedSpan } from '../../domain/span.ts';
import { familyOf } from '../../schema/index.ts';
import type { Chain, CleanText, Mention, RelatedText } from '../types.ts';
import { canonicalKey } from './canonical-key.ts';
import { displayNames } from './display-name.ts';

export interface DocumentEntities {
  /** Sorted by id. */
  readonly entities: readonly DocumentEntity[];
  /** Undefined for a chain that is no entity. */
  entityOf(chain: number): string | undefined;
}

/** Serves the linking of references only; no reader asks for it. */
const INTERNAL = new Set(['acronymOf', 'count', 'counterpart', 'nameOrder']);

/** A chain is an entity when the text names it, or when a claim needs it. */
export function toEntities(text: RelatedText, used: ReadonlySet<number>): DocumentEntities {
  const idOf = new Map<number, string>();
  const byId = new Map<string, DocumentEntity>();
  for (const chain of text.chains) {
    const named = chain.mentions.map((id) => text.mentions[id]!).filter(({ form }) => form === 'name');
    const isNamed = named.length > 0 && !chain.inferred;
    if (!isNamed && !used.has(chain.id)) continue;
    const entity = toEntity(text, chain, isNamed);
    idOf.set(chain.id, entity.id);
    const known = byId.get(entity.id);
    byId.set(entity.id, known === undefined ? entity : joined(known, entity));
  }
  const entities = [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { entities, entityOf: (chain) => idOf.get(chain) };
}

function toEntity(text: RelatedText, chain: Chain, isNamed: boolean): DocumentEntity {
  const { name, aliases } = displayNames(chain, text);
  const shown = chain.mentions
    .map((id) => text.mentions[id]!)
    .filter(({ form }) => form === 'name' || (!isNamed && form === 'nominal'));
  const mentions = quotes(text.clean, shown);
  const attributes = shownAttributes(chain);
  const key = canonicalKey({
    kind: chain.kind,
    name,
    attributes,
    isUnnamed: !isNamed && !chain.inferred && isSituated(chain),
    document: text.clean.source.id,
    start: mentions[0]?.start ?? 0,
  });
  return { id: entityId(familyOf(chain.kind), key), kind: chain.kind, name, key, aliases, attributes, mentions };
}

const GENDERS: Readonly<Record<string, string>> = { m: 'male', f: 'female' };

function shownAttributes({ attributes }: Chain): Record<string, AttributeValue> {
  const shown = Object.fromEntries(Object.entries(attributes).filter(([key]) => !INTERNAL.has(key)));
  const gender = GENDERS[String(attributes['gender'])];
  if (gender !== undefined) shown['gender'] = gender;
  return shown;
}

/** Events, instruments and delegations without a name are of this document alone; topics and proposals meet by their words. */
const isSituated = (chain: Chain): boolean => {
  const family = familyOf(chain.kind);
  return family === 'Event' || family === 'Instrument' || chain.kind === 'Delegation';
};

function quotes(clean: CleanText, mentions: readonly Mention[]): readonly QuotedSpan[] {
  const spans = new Map<string, QuotedSpan>();
  for (const mention of mentions)
    for (const { start, end } of clean.rawSpans(mention))
      spans.set(`${start}:${end}`, { start, end, quote: clean.source.text.slice(start, end) });
  return [...spans.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}

function joined(one: DocumentEntity, other: DocumentEntity): DocumentEntity {
  const aliases = new Set([...one.aliases, ...other.aliases, other.name]);
  aliases.delete(one.name);
  const spans = new Map([...one.mentions, ...other.mentions].map((span) => [`${span.start}:${span.end}`, span]));
  const attributes: Record<string, AttributeValue> = { ...other.attributes, ...one.attributes };
  return {
    ...one,
    aliases: [...aliases].sort(),
    attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
    mentions: [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}
