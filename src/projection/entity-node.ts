// The node of an entity: what its documents together say of it.
import type { AttributeValue } from '../domain/claim.ts';
import { type EntityKind, entitySchema, labelsOf } from '../schema/index.ts';
import { OFFICIAL } from './derived-kinds.ts';
import type { EntityTally } from './entity-tally.ts';
import { ENTITY_LABEL, type GraphNode, properties, type PropertyValue } from './graph.ts';
import { propertyValue } from './ledger.ts';
import type { Tally } from './tally.ts';

export interface EntityView {
  readonly key: string;
  /** Ids that linking merged into this one; look-ups by them still find it. */
  readonly referents: readonly string[];
  readonly tally: EntityTally;
  /** Over all members: documents are counted once. */
  readonly documentCount: number;
  readonly isOfficial: boolean;
}

export function entityNode({ key, referents, tally, documentCount, isOfficial }: EntityView): GraphNode {
  const given = kindOf(tally);
  const kind = isOfficial && given === OFFICIAL.of ? OFFICIAL.kind : given;
  const name = bestName(tally);
  const values: Record<string, PropertyValue | undefined> = {};
  for (const [attribute, tallied] of tally.attributes) {
    const value = attributeValue(tallied);
    if (value !== undefined) values[attribute] = propertyValue(value);
  }
  Object.assign(values, timeOf(tally.times), {
    id: key,
    kind,
    name,
    aliases: aliasesOf(tally, name),
    referents: referents.length === 0 ? undefined : referents,
    documentCount: BigInt(documentCount),
    mentionCount: BigInt(tally.mentionCount),
  });
  return { key, labels: [ENTITY_LABEL, ...labelsOf(kind)], properties: properties(values) };
}

/** The kind with the most support; a document that gives a parent kind supports its narrower kinds too. */
export function kindOf(tally: EntityTally): EntityKind {
  const ranked = [...tally.kinds.values()].map((name) => {
    const kind = name as EntityKind;
    const { lineage } = entitySchema(kind);
    let support = 0;
    for (const [other, count] of tally.kinds.entries()) if (lineage.includes(other)) support += count;
    return { kind, support, depth: lineage.length };
  });
  ranked.sort((left, right) => {
    const bySupport = right.support - left.support || right.depth - left.depth;
    return bySupport !== 0 ? bySupport : left.kind < right.kind ? -1 : 1;
  });
  return ranked[0]!.kind;
}

export const bestName = (tally: EntityTally): string => tally.names.best(byLength) ?? '';

/** The value that most documents give of an attribute, for linking and for derived kinds. */
export function attributeOf(tally: EntityTally, name: string): AttributeValue | undefined {
  const tallied = tally.attributes.get(name);
  return tallied === undefined ? undefined : attributeValue(tallied);
}

/** A list is the union of all documents' lists; of other values one is chosen. */
function attributeValue(tally: Tally): AttributeValue | undefined {
  const values = [...tally.values()].map((json) => JSON.parse(json) as AttributeValue);
  const lists = values.filter((value): value is readonly string[] => Array.isArray(value));
  if (lists.length > 0) return [...new Set(lists.flat())].sort();
  const best = tally.best();
  return best === undefined ? undefined : (JSON.parse(best) as AttributeValue);
}

function aliasesOf(tally: EntityTally, name: string): readonly string[] {
  const aliases = new Set([...tally.names.values(), ...tally.aliases.values()]);
  aliases.delete(name);
  return [...aliases].sort();
}

/** A date with its year says more than one without; only then does the number of documents decide. */
function timeOf(times: Tally): Readonly<Record<string, string | undefined>> {
  const dated = [...times.entries()].filter(([json]) => !json.startsWith('["--'));
  const best = (dated.length > 0 ? dated : [...times.entries()]).sort(
    ([left, count], [right, otherCount]) => otherCount - count || (left < right ? -1 : 1),
  )[0];
  if (best === undefined) return {};
  const [startDate, endDate, datePrecision] = JSON.parse(best[0]) as (string | null)[];
  return {
    startDate: startDate ?? undefined,
    endDate: endDate ?? undefined,
    datePrecision: datePrecision ?? undefined,
  };
}

/** The fuller form of a name is the better one to show. */
const byLength = (left: string, right: string): number => right.length - left.length;
