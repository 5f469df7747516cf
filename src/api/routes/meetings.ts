// Routes over time: meetings, the timeline, and who sat with whom.
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { listMeetings, meetingDetails } from '../../query/meetings.ts';
import { coAttendance, timeline } from '../../query/timeline.ts';
import { factFilter } from '../fact-filter.ts';
import { pagedAnswer } from '../paged.ts';
import { route } from '../route.ts';
import {
  BY_ID,
  count,
  entityRef,
  entitySummary,
  fact,
  id,
  kind,
  modalities,
  NONE,
  pageOf,
  paging,
  period,
  types,
} from '../schemas.ts';

const date = z.string().nullable();
const section = z.array(fact);

export const meetingRoutes = [
  route({
    method: 'get',
    path: '/api/v1/meetings',
    operationId: 'listMeetings',
    tag: 'Meetings',
    summary: 'Meetings and other events in time order',
    scope: 'read',
    ofGraph: true,
    params: NONE,
    query: z.strictObject({
      kind: kind.default('Meeting').meta({ description: '`Event` lists all kinds of events' }),
      participant: id.optional().meta({ description: 'Only where this entity attended, hosted or chaired' }),
      place: id.optional().meta({ description: 'Only where the place is this entity' }),
      ...period,
      ...paging,
    }),
    answers: {
      200: {
        description: 'A page of meetings',
        content: {
          'application/json': pageOf(
            entitySummary.extend({
              startDate: date,
              endDate: date,
              participantCount: z.int(),
              places: z.array(entityRef),
            }),
          ),
        },
      },
    },
    refusals: ['Gone'],
    answer: (call) => pagedAnswer(call, (question, page) => listMeetings(call.service.read, question, page)),
  }),

  route({
    method: 'get',
    path: '/api/v1/meetings/{id}',
    operationId: 'getMeeting',
    tag: 'Meetings',
    summary: 'One meeting: participants with roles, venue, days, agenda and outcome',
    scope: 'read',
    ofGraph: true,
    params: BY_ID,
    query: NONE,
    answers: {
      200: {
        description: 'The meeting; facts under the heading where a reader looks for them',
        content: {
          'application/json': entitySummary.extend({
            startDate: date,
            endDate: date,
            datePrecision: date,
            participants: section,
            hosts: section,
            chairs: section,
            invited: section,
            venue: section,
            agenda: section,
            outcome: section,
            other: section,
          }),
        },
      },
    },
    refusals: ['NotFound'],
    async answer({ params, service }) {
      const found = await meetingDetails(service.read, params.id);
      if (found === undefined) throw new AppError('NotFound', 'No meeting has this id; list them at /api/v1/meetings.');
      return { body: found };
    },
  }),

  route({
    method: 'get',
    path: '/api/v1/timeline',
    operationId: 'getTimeline',
    tag: 'Meetings',
    summary: 'Dated facts in time order, of one entity or of all; dates without a year come last',
    scope: 'read',
    ofGraph: true,
    params: NONE,
    query: z.strictObject({
      entity: id.optional().meta({ description: 'Only facts of this entity' }),
      type: types,
      modality: modalities,
      ...period,
      ...paging,
    }),
    answers: { 200: { description: 'A page of facts', content: { 'application/json': pageOf(fact) } } },
    refusals: ['Gone'],
    answer: (call) => pagedAnswer(call, (question, page) => timeline(call.service.read, factFilter(question), page)),
  }),

  route({
    method: 'get',
    path: '/api/v1/co-attendance',
    operationId: 'listCoAttendance',
    tag: 'Meetings',
    summary: 'Who attended the same events, and how often; most often first',
    scope: 'read',
    ofGraph: true,
    weight: 'heavy',
    params: NONE,
    query: z.strictObject({
      entity: id.optional().meta({ description: 'Only pairs with this entity' }),
      kind: kind.default('Person').meta({ description: 'Kind of the attendants' }),
      least: count(1, 1000, 1, 'Events together at least'),
      ...period,
      ...paging,
    }),
    answers: {
      200: {
        description: 'A page of pairs',
        content: {
          'application/json': pageOf(
            z.strictObject({ one: entityRef, other: entityRef, together: z.int(), events: z.array(entityRef) }),
          ),
        },
      },
    },
    refusals: ['Gone'],
    answer: (call) => pagedAnswer(call, (question, page) => coAttendance(call.service.read, question, page)),
  }),
];
