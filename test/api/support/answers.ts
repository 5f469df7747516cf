// What the suites look at in answers; the whole shapes are checked against the routes' own schemas elsewhere.
import { z } from 'zod';
import { claim, documentRef, entityRef, entitySummary, fact, pageOf } from '../../../src/api/schemas.ts';

const date = z.string().nullable();

export const entityPage = pageOf(entitySummary);
export const entity = entitySummary.extend({ posts: z.array(fact), counts: z.unknown() });
export const neighbourPage = pageOf(z.strictObject({ entity: entitySummary, fact })).extend({
  countsByType: z.record(z.string(), z.int()),
});
export const factPage = pageOf(fact);
export const oneFact = fact;
export const evidencePage = pageOf(
  claim.extend({
    context: z.strictObject({ before: z.string(), quote: z.string(), after: z.string() }).nullable(),
    page: z.int().nullable(),
  }),
);
export const paths = z.strictObject({
  data: z.array(z.strictObject({ length: z.int(), nodes: z.array(entityRef), facts: z.array(fact) })),
  cut: z.boolean(),
});
export const meetingPage = pageOf(
  entitySummary.extend({ startDate: date, endDate: date, participantCount: z.int(), places: z.array(entityRef) }),
);
const section = z.array(fact);
export const meeting = z.looseObject({
  startDate: date,
  endDate: date,
  participants: section,
  chairs: section,
  venue: section,
  agenda: section,
  outcome: section,
});
export const pairPage = pageOf(
  z.strictObject({ one: entityRef, other: entityRef, together: z.int(), events: z.array(entityRef) }),
);
export const documentPage = pageOf(documentRef.extend({ claimCount: z.int(), entityCount: z.int(), mediaType: date }));
const unread = z.array(z.object({ start: z.int(), end: z.int(), reason: z.string(), text: z.string() }));
export const document = documentRef.loose().extend({
  text: z.string(),
  sources: z.array(z.string()),
  claims: z.array(claim.extend({ source: entityRef, target: entityRef })),
  unread,
});
export const unreadPage = pageOf(z.object({ document: documentRef, unread }));
export const graph = z.object({
  nodes: z.array(
    z.object({ id: z.string(), name: z.string(), x: z.number(), y: z.number(), community: z.int(), degree: z.int() }),
  ),
  edges: z.array(z.object({ source: z.string(), target: z.string() })),
  cut: z.boolean(),
});
export const stats = z.object({ documents: z.int(), claims: z.int(), relations: z.record(z.string(), z.int()) });
export const job = z.object({ id: z.string(), state: z.string(), message: z.string(), documentId: date });
export const problem = z.looseObject({
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  faults: z.array(z.object({ in: z.string(), field: z.string(), problem: z.string() })).optional(),
});
export const queryAnswer = z.looseObject({
  data: z.object({ fields: z.array(z.string()), values: z.array(z.array(z.unknown())) }),
  bookmarks: z.array(z.string()),
  notifications: z.array(z.object({ code: z.string(), description: z.string() })).optional(),
});
export const neo4jErrors = z.object({ errors: z.array(z.object({ code: z.string(), message: z.string() })) });
