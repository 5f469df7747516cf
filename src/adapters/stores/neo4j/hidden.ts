// What the Neo4j store keeps beside the graph that users query: properties with reserved names, on nodes they know.
import type { QueryResult, ResultMap, ResultNode, ResultRelationship, ResultValue } from '../../../cypher/result.ts';

/** Node counts stay those of the embedded store, since nothing hidden is a node of its own. */
export const HIDDEN = {
  bytes: '__bytes',
  claims: '__claims',
  digest: '__digest',
  judgements: '__judgements',
  lock: '__lock',
  sequence: '__sequence',
  sources: '__sources',
  text: '__text',
  words: '__words',
} as const;

const LAYOUT_PREFIX = '__layout_';

/** Layout names are ours; anything but letters, digits and _ would not be a property name. */
export function layoutProperty(name: string): string {
  return `${LAYOUT_PREFIX}${Buffer.from(name).toString('hex')}`;
}

const HIDDEN_NAMES: ReadonlySet<string> = new Set(Object.values(HIDDEN));
const isHidden = (name: unknown): boolean =>
  typeof name === 'string' && name.startsWith('__') && (HIDDEN_NAMES.has(name) || name.startsWith(LAYOUT_PREFIX));

type Entries = readonly (readonly [string, ResultValue])[];

/** `keys(n)`, `properties(n)` and `db.propertyKeys()` answer as if the hidden properties were not there. */
export function withoutHidden(result: QueryResult): QueryResult {
  const rows = result.rows.filter((row) => !row.some(isHidden)).map((row) => row.map(shown));
  return { ...result, rows };
}

export const shownEntries = (entries: Entries): Entries =>
  entries.filter(([name]) => !isHidden(name)).map(([name, value]) => [name, shown(value)] as const);

function shown(value: ResultValue): ResultValue {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.filter((element) => !isHidden(element)).map(shown);
  switch (value.type) {
    case 'map':
      return { ...value, entries: shownEntries(value.entries) } satisfies ResultMap;
    case 'node':
      return { ...value, properties: shownEntries(value.properties) } satisfies ResultNode;
    case 'relationship':
      return { ...value, properties: shownEntries(value.properties) } satisfies ResultRelationship;
    case 'path':
      return { ...value, nodes: value.nodes.map((node) => shown(node) as ResultNode) };
    default:
      return value;
  }
}

function isList(value: ResultValue): value is readonly ResultValue[] {
  return Array.isArray(value);
}
