// Look-ups of facts: an entity's neighbours, the facts between two, and a fact with the claims behind it.
import {
  FACT,
  filterParameters,
  IN_PERIOD,
  pageOf,
  pageParameters,
  timeKey,
  TYPE_AND_MODALITY,
  type FactFilter,
  type Page,
  type PageRequest,
} from './cypher-parts.ts';
import { rowsOf, type Read } from './rows.ts';
import { count, entitySummary, fact, text, type EntitySummary, type Fact } from './shapes.ts';

export type Direction = 'out' | 'in' | 'both';

const DIRECTED = `($direction = 'both' OR $direction = 'out' AND startNode(r).id = $id OR $direction = 'in' AND endNode(r).id = $id)`;
const NEIGHBOUR_FACTS = `
MATCH (e:Entity {id: $id})-[r]-(n:Entity)
WHERE ${DIRECTED} AND ${TYPE_AND_MODALITY} AND ${IN_PERIOD}`;

export const NEIGHBOURS = `${NEIGHBOUR_FACTS}
RETURN n AS entity, ${FACT} AS fact
ORDER BY ${timeKey('r.startDate')}, type(r), n.name, r.id SKIP $offset LIMIT $limit`;

export const NEIGHBOUR_COUNTS = `${NEIGHBOUR_FACTS}
RETURN type(r) AS type, count(r) AS count ORDER BY type`;

const FROM_PUBLISHER = `($publisher IS NULL OR EXISTS {
  MATCH (s)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(t)
  MATCH (c)-[:IN]->(d:Document)
  WHERE c.predicate = type(r) AND d.publisher = $publisher })`;

const FACTS_TAIL = `
RETURN ${FACT} AS fact ORDER BY ${timeKey('r.startDate')}, type(r), r.id SKIP $offset LIMIT $limit`;

/** Both ends given. */
export const FACTS_BETWEEN = `
MATCH (a:Entity {id: $entity})-[r]-(b:Entity {id: $other})
WITH r, startNode(r) AS s, endNode(r) AS t
WHERE ${TYPE_AND_MODALITY} AND ${IN_PERIOD} AND ${FROM_PUBLISHER}${FACTS_TAIL}`;

/** One end given. */
export const FACTS_OF = `
MATCH (a:Entity {id: $entity})-[r]-(:Entity)
WITH r, startNode(r) AS s, endNode(r) AS t
WHERE ${TYPE_AND_MODALITY} AND ${IN_PERIOD} AND ${FROM_PUBLISHER}${FACTS_TAIL}`;

export const FACTS = `
MATCH (s:Entity)-[r]->(t:Entity)
WHERE ${TYPE_AND_MODALITY} AND ${IN_PERIOD} AND ${FROM_PUBLISHER}${FACTS_TAIL}`;

export interface Neighbour {
  readonly entity: EntitySummary;
  readonly fact: Fact;
}

export interface Neighbours extends Page<Neighbour> {
  readonly countsByType: Readonly<Record<string, number>>;
}

export async function neighbours(
  read: Read,
  id: string,
  direction: Direction,
  filter: FactFilter,
  page: PageRequest,
): Promise<Neighbours> {
  const parameters = { id, direction, ...filterParameters(filter) };
  const [found, counts] = await Promise.all([
    read(NEIGHBOURS, { ...parameters, ...pageParameters(page) }),
    read(NEIGHBOUR_COUNTS, parameters),
  ]);
  const entries = rowsOf(found).map((each) => ({ entity: entitySummary(each['entity']), fact: fact(each['fact']) }));
  return { ...pageOf(entries, page), countsByType: countsByType(rowsOf(counts)) };
}

const countsByType = (rows: ReturnType<typeof rowsOf>): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.map((each) => [text(each['type']) ?? '', count(each['count'])]));

export interface RelationshipFilter extends FactFilter {
  readonly entity?: string | undefined;
  readonly other?: string | undefined;
  readonly publisher?: string | undefined;
}

export async function relationships(read: Read, filter: RelationshipFilter, page: PageRequest): Promise<Page<Fact>> {
  const [one, two] = filter.entity === undefined ? [filter.other, undefined] : [filter.entity, filter.other];
  const statement = one === undefined ? FACTS : two === undefined ? FACTS_OF : FACTS_BETWEEN;
  const result = await read(statement, {
    ...filterParameters(filter),
    ...pageParameters(page),
    ...(one === undefined ? {} : { entity: one }),
    ...(two === undefined ? {} : { other: two }),
    publisher: filter.publisher ?? null,
  });
  return pageOf(
    rowsOf(result).map((each) => fact(each['fact'])),
    page,
  );
}
