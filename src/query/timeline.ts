// Look-ups over time: what happened in order, and who sat with whom how often.
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
import { count, entityRef, fact, list, type EntityRef, type Fact } from './shapes.ts';

const IN_ORDER = `ORDER BY ${timeKey('r.startDate')}, type(r), r.id
SKIP $offset LIMIT $limit`;

export const TIMELINE = `
MATCH (:Entity)-[r]->(:Entity)
WHERE r.startDate IS NOT NULL AND ${TYPE_AND_MODALITY} AND ${IN_PERIOD}
RETURN ${FACT} AS fact ${IN_ORDER}`;

export const TIMELINE_OF = `
MATCH (:Entity {id: $entity})-[r]-(:Entity)
WHERE r.startDate IS NOT NULL AND ${TYPE_AND_MODALITY} AND ${IN_PERIOD}
RETURN ${FACT} AS fact ${IN_ORDER}`;

const TOGETHER_TAIL = `
WITH a, b, collect(DISTINCT m) AS events
WITH a, b, events, size(events) AS together WHERE together >= $least
ORDER BY together DESC, a.name, b.name, a.id, b.id SKIP $offset LIMIT $limit
RETURN {id: a.id, name: a.name, kind: a.kind} AS one, {id: b.id, name: b.name, kind: b.kind} AS other, together,
  [m IN events | {id: m.id, name: m.name, kind: m.kind}] AS events`;

const HAPPENED = `r.modality = 'occurred' AND q.modality = 'occurred' AND ${IN_PERIOD.replaceAll('r.', 'm.')}`;

export const CO_ATTENDANCE = `
MATCH (a:Entity)-[r:ATTENDED]->(m:Event)<-[q:ATTENDED]-(b:Entity)
WHERE a.id < b.id AND ${HAPPENED} AND $kind IN labels(a) AND $kind IN labels(b)${TOGETHER_TAIL}`;

export const CO_ATTENDANCE_OF = `
MATCH (a:Entity {id: $entity})-[r:ATTENDED]->(m:Event)<-[q:ATTENDED]-(b:Entity)
WHERE a <> b AND ${HAPPENED} AND $kind IN labels(b)${TOGETHER_TAIL}`;

export interface TimelineFilter extends FactFilter {
  readonly entity?: string | undefined;
}

export async function timeline(read: Read, filter: TimelineFilter, page: PageRequest): Promise<Page<Fact>> {
  const parameters = { ...filterParameters(filter), ...pageParameters(page) };
  const result =
    filter.entity === undefined
      ? await read(TIMELINE, parameters)
      : await read(TIMELINE_OF, { ...parameters, entity: filter.entity });
  return pageOf(
    rowsOf(result).map((each) => fact(each['fact'])),
    page,
  );
}

export interface Togetherness {
  readonly one: EntityRef;
  readonly other: EntityRef;
  readonly together: number;
  readonly events: readonly EntityRef[];
}

export interface CoAttendanceFilter {
  readonly entity?: string | undefined;
  readonly kind: string;
  readonly least: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export async function coAttendance(
  read: Read,
  filter: CoAttendanceFilter,
  page: PageRequest,
): Promise<Page<Togetherness>> {
  const parameters = {
    kind: filter.kind,
    least: BigInt(filter.least),
    from: filter.from ?? null,
    to: filter.to ?? null,
    ...pageParameters(page),
  };
  const result =
    filter.entity === undefined
      ? await read(CO_ATTENDANCE, parameters)
      : await read(CO_ATTENDANCE_OF, { ...parameters, entity: filter.entity });
  const entries = rowsOf(result).map((each) => ({
    one: entityRef(each['one']),
    other: entityRef(each['other']),
    together: count(each['together']),
    events: list(each['events']).map(entityRef),
  }));
  return pageOf(entries, page);
}
