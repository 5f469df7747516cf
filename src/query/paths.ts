// Look-ups of paths between two entities: the shortest ones, or all up to a length, in time order when asked.
import { factOf } from './cypher-parts.ts';
import { typePattern } from './fact-types.ts';
import { rowsOf, type Read, type Row } from './rows.ts';
import { entityRef, fact, list, type EntityRef, type Fact } from './shapes.ts';

const MEANT = `(size($modalities) = 0 OR all(r IN relationships(p) WHERE r.modality IN $modalities))`;
const NO_ENTITY_TWICE = `all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n))`;
/** Each step begins on or after the one before; a step without a full date cannot be placed. */
const IN_TIME_ORDER = `($inTimeOrder = false OR all(i IN range(0, length(p) - 1) WHERE
  NOT relationships(p)[i].startDate STARTS WITH '--'
  AND (i = 0 OR relationships(p)[i - 1].startDate <= relationships(p)[i].startDate)))`;

const AS_LISTS = `
RETURN [n IN nodes(p) | {id: n.id, name: n.name, kind: n.kind}] AS nodes, [r IN relationships(p) | ${factOf('r')}] AS facts`;

const ENDS = 'MATCH (a:Entity {id: $from}), (b:Entity {id: $to})';

export const shortestPaths = (types: readonly string[], maxHops: number): string => `
${ENDS}
MATCH p = allShortestPaths((a)-[:${typePattern(types)}*..${maxHops}]-(b))
WHERE ${MEANT} AND ${IN_TIME_ORDER}${AS_LISTS} LIMIT $limit`;

export const pathsOfLength = (types: readonly string[], hops: number): string => `
${ENDS}
MATCH p = (a)-[:${typePattern(types)}*${hops}..${hops}]-(b)
WHERE ${NO_ENTITY_TWICE} AND ${MEANT} AND ${IN_TIME_ORDER}${AS_LISTS} LIMIT $limit`;

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly mode: 'shortest' | 'all';
  readonly maxHops: number;
  readonly types: readonly string[];
  readonly modalities: readonly string[];
  readonly inTimeOrder: boolean;
  readonly limit: number;
}

export interface FactPath {
  readonly length: number;
  readonly nodes: readonly EntityRef[];
  readonly facts: readonly Fact[];
}

export interface FoundPaths {
  readonly paths: readonly FactPath[];
  /** True where there are more than were asked for. */
  readonly cut: boolean;
}

export async function findPaths(read: Read, question: PathQuestion): Promise<FoundPaths> {
  const { from, to, types, modalities, inTimeOrder, limit } = question;
  if (from === to) return { paths: [], cut: false };
  const parameters = { from, to, modalities, inTimeOrder };
  const found: Row[] = [];
  if (question.mode === 'shortest') {
    const result = await read(shortestPaths(types, question.maxHops), { ...parameters, limit: BigInt(limit + 1) });
    found.push(...rowsOf(result));
  } else {
    // Length by length, so that the limit keeps the short ones without sorting all.
    for (let hops = 1; hops <= question.maxHops && found.length <= limit; hops++) {
      const left = BigInt(limit + 1 - found.length);
      found.push(...rowsOf(await read(pathsOfLength(types, hops), { ...parameters, limit: left })));
    }
  }
  return { paths: found.slice(0, limit).map(pathOf), cut: found.length > limit };
}

function pathOf(each: Row): FactPath {
  const facts = list(each['facts']).map(fact);
  return { length: facts.length, nodes: list(each['nodes']).map(entityRef), facts };
}
