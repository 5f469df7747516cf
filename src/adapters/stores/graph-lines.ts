// The graph as lines in canonical order: equal graphs give equal lines, from either store or from the projection.
import type { ResultMap, ResultValue } from '../../cypher/result.ts';
import type { GraphEdge, Properties, PropertyValue } from '../../projection/graph.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { FACTS_FROM, idsOf, nodesById } from '../../query/store.ts';
import { canonicalJson } from './claims-json.ts';

type Reader = Pick<GraphStore, 'read'>;

const BATCH = 1_000;

export async function allIds(store: Reader, label: 'Entity' | 'Claim' | 'Document'): Promise<readonly string[]> {
  const { rows } = await store.read(idsOf(label), {});
  return rows.map(([id]) => id as string).sort();
}

/** In id order. */
export async function* entityLines(store: Reader): AsyncIterable<string> {
  for (const ids of batches(await allIds(store, 'Entity'))) {
    const { rows } = await store.read(nodesById('Entity'), { ids });
    const lines = rows.map(
      ([id, labels, properties]) => [id as string, entityLine(labels as string[], entriesOf(properties!))] as const,
    );
    yield* sortedByKey(lines);
  }
}

/** In order of their sources' ids, then of their own. */
export async function* factLines(store: Reader): AsyncIterable<string> {
  for (const ids of batches(await allIds(store, 'Entity'))) {
    const { rows } = await store.read(FACTS_FROM, { ids });
    const lines = rows.map(([id, type, source, target, properties]) => {
      const fact = { type: type as string, source: source as string, target: target as string };
      return [`${fact.source} ${id as string}`, factLine(fact, entriesOf(properties!))] as const;
    });
    yield* sortedByKey(lines);
  }
}

function entityLine(labels: readonly string[], properties: Entries): string {
  return canonicalJson({ entity: { labels: [...labels].sort(), properties: plainProperties(properties) } });
}

function factLine(
  { type, source, target }: Pick<GraphEdge, 'type' | 'source' | 'target'>,
  properties: Entries,
): string {
  return canonicalJson({ fact: { type, source, target, properties: plainProperties(properties) } });
}

export type Entries = Properties | ResultMap['entries'];

export const entriesOf = (value: ResultValue): ResultMap['entries'] => (value as ResultMap).entries;

/** Integers and floats print alike: 1 and 1.0 are told apart by the schema, not by the line. */
export function plainProperties(entries: Entries): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.map(([name, value]) => [name, plainValue(value)]));
}

const plainValue = (value: PropertyValue | ResultValue): unknown => (typeof value === 'bigint' ? Number(value) : value);

export function* batches(ids: readonly string[]): Iterable<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}

function sortedByKey(lines: readonly (readonly [key: string, line: string])[]): readonly string[] {
  return [...lines].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).map(([, line]) => line);
}
