// Look-ups of entities: one with its posts and counts, lists by kind and country, and names that a search found.
import { FACT, pageOf, pageParameters, type Page, type PageRequest } from './cypher-parts.ts';
import { rowsOf, type Plain, type Read, type Row } from './rows.ts';
import { count, entitySummary, fact, list, strings, type EntitySummary, type Fact } from './shapes.ts';

/** Known or happened by `$asOf`: a document of that day or before names it, or a fact of it began. */
const KNOWN_BY = `($asOf IS NULL
  OR EXISTS { MATCH (e)-[:MENTIONED_IN]->(d:Document) WHERE d.publishedOn <= $asOf + '~' }
  OR EXISTS { MATCH (e)-[f]-(:Entity) WHERE NOT f.startDate STARTS WITH '--' AND f.startDate <= $asOf + '~' })`;

const FILTER = `($kind IS NULL OR $kind IN labels(e)) AND ($country IS NULL OR toLower(e.country) = toLower($country)) AND ${KNOWN_BY}`;

const DETAILS = `RETURN e AS entity, e.documentCount AS documents, e.mentionCount AS mentions,
  [(e)-[r]-(:Entity) | type(r)] AS types,
  [(e)-[r:HOLDS_POSITION]->(:Entity) | ${FACT}] AS posts`;

export const ENTITY = `
MATCH (e:Entity {id: $id})
${DETAILS}`;

/** An id that linking merged into another entity still finds it. */
export const ENTITY_BY_REFERENT = `
MATCH (e:Entity) WHERE $id IN e.referents
${DETAILS}`;

export const ENTITIES = `
MATCH (e:Entity) WHERE ${FILTER}
WITH e ORDER BY e.name, e.id SKIP $offset LIMIT $limit
RETURN e AS entity`;

export const ENTITIES_BY_IDS = `
UNWIND $ids AS id
MATCH (e:Entity {id: id}) WHERE ${FILTER}
RETURN e AS entity, COUNT { (e)-[]-(:Entity) } AS degree`;

export interface EntityFilter {
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  readonly asOf?: string | undefined;
}

export interface EntityDetails extends EntitySummary {
  /** Posts in time order, unknown dates last. */
  readonly posts: readonly Fact[];
  readonly counts: {
    readonly documents: number;
    readonly mentions: number;
    readonly relationships: number;
    readonly byType: Readonly<Record<string, number>>;
  };
}

const filterOf = (filter: EntityFilter): Record<string, unknown> => ({
  kind: filter.kind ?? null,
  country: filter.country ?? null,
  asOf: filter.asOf ?? null,
});

export async function entityDetails(read: Read, id: string, asOf?: string): Promise<EntityDetails | undefined> {
  const [found] = rowsOf(await read(ENTITY, { id }));
  const details = found ?? rowsOf(await read(ENTITY_BY_REFERENT, { id }))[0];
  return details === undefined ? undefined : detailsOf(details, asOf);
}

function detailsOf(found: Row, asOf: string | undefined): EntityDetails {
  const types = strings(found['types']);
  const byType: Record<string, number> = {};
  for (const type of [...types].sort()) byType[type] = (byType[type] ?? 0) + 1;
  return {
    ...entitySummary(found['entity']),
    posts: postsOf(found['posts'], asOf),
    counts: {
      documents: count(found['documents']),
      mentions: count(found['mentions']),
      relationships: types.length,
      byType,
    },
  };
}

function postsOf(value: Plain | undefined, asOf: string | undefined): readonly Fact[] {
  const posts = list(value).map(fact);
  const held = asOf === undefined ? posts : posts.filter((post) => isHeldOn(post, asOf));
  return held.sort((a, b) => order(a).localeCompare(order(b)) || (a.id < b.id ? -1 : 1));
}

const order = (post: Fact): string => post.startDate ?? '~';

/** An unknown beginning or end does not rule a post out. */
function isHeldOn(post: Fact, day: string): boolean {
  const begun = post.startDate === null || post.startDate.startsWith('--') || post.startDate <= `${day}~`;
  const ended = post.endDate !== null && !post.endDate.startsWith('--') && `${post.endDate}~` < day;
  return begun && !ended;
}

export async function listEntities(read: Read, filter: EntityFilter, page: PageRequest): Promise<Page<EntitySummary>> {
  const found = rowsOf(await read(ENTITIES, { ...filterOf(filter), ...pageParameters(page) }));
  return pageOf(
    found.map((each) => entitySummary(each['entity'])),
    page,
  );
}

export interface RankedEntity extends EntitySummary {
  readonly degree: number;
}

/** The entities of the ids that pass the filter, in no order. */
export async function entitiesByIds(
  read: Read,
  ids: readonly string[],
  filter: EntityFilter,
): Promise<readonly RankedEntity[]> {
  const found: readonly Row[] = rowsOf(await read(ENTITIES_BY_IDS, { ids, ...filterOf(filter) }));
  return found.map((each) => ({ ...entitySummary(each['entity']), degree: count(each['degree']) }));
}
