// What all documents together say of one entity, kept current as documents come and go.
import type { LedgerEntity } from './ledger.ts';
import { Tally } from './tally.ts';

/** Event times are one value: a start of one document never stands beside an end of another. */
const TIME_KEYS = ['startDate', 'endDate', 'datePrecision'];

export class EntityTally {
  readonly id: string;
  readonly key: string;
  readonly kinds = new Tally();
  readonly names = new Tally();
  readonly aliases = new Tally();
  /** Each value as JSON, so that 12 and "12" stay apart. */
  readonly attributes = new Map<string, Tally>();
  readonly times = new Tally();
  /** `role|id of the body`, of posts that claims give it. */
  readonly posts = new Tally();
  /** By document. */
  readonly mentions = new Map<string, LedgerEntity>();
  mentionCount = 0;

  constructor({ id, key }: Pick<LedgerEntity, 'id' | 'key'>) {
    this.id = id;
    this.key = key;
  }

  add(document: string, entity: LedgerEntity): void {
    this.mentions.set(document, entity);
    this.count(entity, 1);
  }

  remove(document: string): void {
    const entity = this.mentions.get(document);
    if (entity === undefined) return;
    this.mentions.delete(document);
    this.count(entity, -1);
  }

  private count(entity: LedgerEntity, times: 1 | -1): void {
    this.mentionCount += times * entity.mentionCount;
    this.kinds.add(entity.kind, times);
    this.names.add(entity.name, times);
    for (const alias of entity.aliases) this.aliases.add(alias, times);
    for (const [name, value] of Object.entries(entity.attributes)) {
      if (TIME_KEYS.includes(name)) continue;
      this.attribute(name).add(JSON.stringify(value), times);
    }
    if (TIME_KEYS.some((name) => entity.attributes[name] !== undefined))
      this.times.add(JSON.stringify(TIME_KEYS.map((name) => entity.attributes[name] ?? null)), times);
  }

  private attribute(name: string): Tally {
    let tally = this.attributes.get(name);
    if (tally === undefined) this.attributes.set(name, (tally = new Tally()));
    return tally;
  }
}

/** The sum of several tallies, for entities that linking found to be one. */
export function mergedTally(tallies: readonly EntityTally[]): EntityTally {
  if (tallies.length === 1) return tallies[0]!;
  const merged = new EntityTally(tallies[0]!);
  for (const tally of tallies) {
    merged.mentionCount += tally.mentionCount;
    addAll(merged.kinds, tally.kinds);
    addAll(merged.names, tally.names);
    addAll(merged.aliases, tally.aliases);
    addAll(merged.times, tally.times);
    for (const [name, values] of tally.attributes) {
      const sum = merged.attributes.get(name) ?? new Tally();
      addAll(sum, values);
      merged.attributes.set(name, sum);
    }
  }
  return merged;
}

function addAll(sum: Tally, tally: Tally): void {
  for (const [value, count] of tally.entries()) sum.add(value, count);
}
