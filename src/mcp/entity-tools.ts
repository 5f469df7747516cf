// Tools that look at entities: search by name, one with its posts, the meetings.
import { z } from 'zod';
import { entityDetails } from '../query/entities.ts';
import { listMeetings } from '../query/meetings.ts';
import { searchEntities } from '../query/name-search.ts';
import { answer, fit, refusal } from './answer.ts';
import { day, ends, entity, fact, id, kind, limit, words } from './shapes.ts';
import { tool } from './tool.ts';

const found = entity.extend({ aliases: z.array(z.string()), attributes: z.record(z.string(), z.unknown()) });

export const searchEntitiesTool = tool({
  name: 'search-entities',
  title: 'Search entities by name',
  description:
    'Finds people, bodies, meetings, places and texts by name or alias; accents, case and word order do not matter. Gives the ids that the other tools ask for.',
  input: z.object({ name: words, kind: kind.optional(), country: words.optional(), limit: limit(50, 10) }),
  output: z.object({ entities: z.array(found.extend({ relationships: z.int() })), ...ends }),
  async call({ name, limit: most, ...filter }, { store, read }) {
    const all = await searchEntities(store.searchText.bind(store), read, name, filter);
    const kept = fit({ entries: all.slice(0, most), hasMore: all.length > most }, 'Add words, a kind or a country.');
    const entities = kept.entries.map((each) => ({
      id: each.id,
      name: each.name,
      kind: each.kind,
      aliases: each.aliases,
      attributes: each.attributes,
      relationships: each.degree,
    }));
    return answer({ entities, cut: kept.cut, advice: kept.advice });
  },
});

export const getEntity = tool({
  name: 'get-entity',
  title: 'One entity',
  description: 'Names, attributes and posts over time of one entity, and how many relationships of each type it has.',
  input: z.object({ id, asOf: day.optional().describe('Only posts held on this day') }),
  output: found.extend({
    posts: z.array(fact),
    counts: z.object({
      documents: z.int(),
      mentions: z.int(),
      relationships: z.int(),
      byType: z.record(z.string(), z.int()),
    }),
    ...ends,
  }),
  async call({ id: asked, asOf }, { read }) {
    const details = await entityDetails(read, asked, asOf);
    if (details === undefined) return refusal('No entity has this id; search-entities finds ids by name.');
    const posts = fit(
      { entries: details.posts, hasMore: false },
      'Ask find-relationships for the type HOLDS_POSITION.',
    );
    const { id: own, name, kind: type, aliases, attributes, counts } = details;
    const rest = { id: own, name, kind: type, aliases, attributes, counts };
    return answer({ ...rest, posts: posts.entries, cut: posts.cut, advice: posts.advice });
  },
});

export const listMeetingsTool = tool({
  name: 'list-meetings',
  title: 'Meetings and other events',
  description: 'Events in time order with places and the number of participants; by period, participant or place.',
  input: z.object({
    kind: kind.default('Meeting').describe('`Event` is all kinds of events'),
    participant: id.optional(),
    place: id.optional(),
    from: day.optional(),
    to: day.optional(),
    limit: limit(100, 25),
  }),
  output: z.object({
    meetings: z.array(
      entity.extend({
        startDate: z.string().nullable(),
        endDate: z.string().nullable(),
        participantCount: z.int(),
        places: z.array(entity),
      }),
    ),
    ...ends,
  }),
  async call({ limit: most, ...filter }, { read }) {
    const kept = fit(
      await listMeetings(read, filter, { offset: 0, limit: most }),
      'Narrow the period or name a participant.',
    );
    const meetings = kept.entries.map(
      ({ id: own, name, kind: type, startDate, endDate, participantCount, places }) => ({
        ...{ id: own, name, kind: type, startDate, endDate },
        ...{ participantCount, places },
      }),
    );
    return answer({ meetings, cut: kept.cut, advice: kept.advice });
  },
});
