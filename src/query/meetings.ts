// Look-ups of meetings and other events: lists by period and participant, and one with all that is known of it.
import { FACT, IN_PERIOD, pageOf, pageParameters, timeKey, type Page, type PageRequest } from './cypher-parts.ts';
import { rowsOf, type Read, type Row } from './rows.ts';
import {
  count,
  entityRef,
  entitySummary,
  fact,
  list,
  text,
  type EntityRef,
  type EntitySummary,
  type Fact,
} from './shapes.ts';
import { TAKING_PART } from './taking-part.ts';

const TOOK_PART = TAKING_PART.join('|');
/** The period filter of facts reads the event's own dates here. */
const HELD_IN_PERIOD = IN_PERIOD.replaceAll('r.', 'm.');

const IN_ORDER = `${timeKey('m.startDate')}, m.name, m.id`;

export const MEETINGS = `
MATCH (m:Event)
WHERE $kind IN labels(m) AND ${HELD_IN_PERIOD}
  AND ($participant IS NULL OR EXISTS { MATCH (:Entity {id: $participant})-[:${TOOK_PART}]->(m) })
  AND ($place IS NULL OR EXISTS { MATCH (m)-[:TOOK_PLACE_IN]->(v:Entity {id: $place}) })
WITH m ORDER BY ${IN_ORDER} SKIP $offset LIMIT $limit
OPTIONAL MATCH (m)<-[:${TOOK_PART}]-(p:Entity)
WITH m, count(DISTINCT p) AS participants ORDER BY ${IN_ORDER}
RETURN m AS entity, participants,
  [(m)-[:TOOK_PLACE_IN]->(v:Entity) | {id: v.id, name: v.name, kind: v.kind}] AS places`;

export const MEETING = `
MATCH (m:Event {id: $id})
RETURN m AS entity,
  [(m)-[r]-(:Entity) | ${FACT}] AS facts`;

export interface MeetingSummary extends EntitySummary {
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly participantCount: number;
  readonly places: readonly EntityRef[];
}

export interface MeetingDetails extends EntitySummary {
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly datePrecision: string | null;
  readonly participants: readonly Fact[];
  readonly hosts: readonly Fact[];
  readonly chairs: readonly Fact[];
  readonly invited: readonly Fact[];
  readonly venue: readonly Fact[];
  readonly agenda: readonly Fact[];
  readonly outcome: readonly Fact[];
  readonly other: readonly Fact[];
}

export interface MeetingFilter {
  readonly kind: string;
  readonly participant?: string | undefined;
  readonly place?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export async function listMeetings(
  read: Read,
  filter: MeetingFilter,
  page: PageRequest,
): Promise<Page<MeetingSummary>> {
  const found = rowsOf(
    await read(MEETINGS, {
      kind: filter.kind,
      participant: filter.participant ?? null,
      place: filter.place ?? null,
      from: filter.from ?? null,
      to: filter.to ?? null,
      ...pageParameters(page),
    }),
  );
  return pageOf(found.map(meetingSummary), page);
}

function meetingSummary(each: Row): MeetingSummary {
  const entity = entitySummary(each['entity']);
  return {
    ...entity,
    startDate: text(entity.attributes['startDate']),
    endDate: text(entity.attributes['endDate']),
    participantCount: count(each['participants']),
    // Facts of several days may name one place.
    places: [
      ...new Map(
        list(each['places'])
          .map(entityRef)
          .map((place) => [place.id, place]),
      ).values(),
    ],
  };
}

type Section = 'participants' | 'hosts' | 'chairs' | 'invited' | 'venue' | 'agenda' | 'outcome';

/** Where a reader looks for a relation of a meeting; what is not named here stands under `other`. */
const SECTIONS: Readonly<Record<string, Section>> = {
  ATTENDED: 'participants',
  HOSTED: 'hosts',
  CHAIRED: 'chairs',
  INVITED: 'invited',
  TOOK_PLACE_IN: 'venue',
  DISCUSSED: 'agenda',
  ADOPTED: 'outcome',
  ISSUED: 'outcome',
};

export async function meetingDetails(read: Read, id: string): Promise<MeetingDetails | undefined> {
  const [found] = rowsOf(await read(MEETING, { id }));
  if (found === undefined) return undefined;
  const entity = entitySummary(found['entity']);
  const sections: Record<Section | 'other', Fact[]> = {
    ...{ participants: [], hosts: [], chairs: [], invited: [] },
    ...{ venue: [], agenda: [], outcome: [], other: [] },
  };
  for (const each of list(found['facts']).map(fact).sort(byNames)) sections[sectionOf(each, id)].push(each);
  return {
    ...entity,
    startDate: text(entity.attributes['startDate']),
    endDate: text(entity.attributes['endDate']),
    datePrecision: text(entity.attributes['datePrecision']),
    ...sections,
  };
}

/** That another meeting discussed this one is no agenda of this one. */
function sectionOf(each: Fact, meeting: string): Section | 'other' {
  const section = SECTIONS[each.type] ?? 'other';
  return section === 'agenda' && each.source.id !== meeting ? 'other' : section;
}

const byNames = (a: Fact, b: Fact): number =>
  a.source.name.localeCompare(b.source.name, 'en') ||
  a.target.name.localeCompare(b.target.name, 'en') ||
  (a.id < b.id ? -1 : 1);
