// Tools that look at facts: relationships, the evidence behind one, the paths they make.
import { z } from 'zod';
import { claimsOfFact } from '../query/evidence.ts';
import { findPaths } from '../query/paths.ts';
import { relationships } from '../query/relationships.ts';
import { answer, fit, refusal } from './answer.ts';
import { DATES_NOTE, day, ends, entity, fact, id, includeUnreal, limit, meant, types } from './shapes.ts';
import { tool } from './tool.ts';

export const findRelationships = tool({
  name: 'find-relationships',
  title: 'Relationships',
  description: `Facts of one entity, or between two, in time order. Each has an id that get-evidence takes. ${DATES_NOTE}`,
  input: z.object({
    entity: id,
    other: id.optional(),
    types,
    from: day.optional(),
    to: day.optional(),
    includeUnreal,
    limit: limit(100, 25),
  }),
  output: z.object({ relationships: z.array(fact), ...ends }),
  async call({ limit: most, includeUnreal: all, ...filter }, { read }) {
    const page = await relationships(read, { ...filter, modalities: meant(all) }, { offset: 0, limit: most });
    const kept = fit(page, 'Name types, the other entity or a period.');
    return answer({ relationships: kept.entries, cut: kept.cut, advice: kept.advice });
  },
});

export const getEvidence = tool({
  name: 'get-evidence',
  title: 'Evidence of a relationship',
  description:
    'The passages that state a fact, and those that deny it: quotation, document, who said so, how it is meant. Cite these when you report the fact.',
  input: z.object({ relationship: id, limit: limit(50, 10) }),
  output: z.object({
    claims: z.array(
      z.object({
        quotation: z.string(),
        document: z.looseObject({ id: z.string() }),
        modality: z.string(),
        polarity: z.string(),
        attributedTo: z.string().nullable(),
        rule: z.string(),
        confidence: z.number(),
        start: z.int(),
        end: z.int(),
      }),
    ),
    ...ends,
  }),
  async call({ relationship, limit: most }, { read }) {
    const page = await claimsOfFact(read, relationship, { offset: 0, limit: most });
    if (page.entries.length === 0) return refusal('No relationship has this id; find-relationships gives ids.');
    const kept = fit(page, 'Ask with a higher limit.');
    const claims = kept.entries.map(
      ({ quote, document, modality, polarity, attributedTo, rule, confidence, start, end }) => ({
        quotation: quote,
        ...{ document, modality, polarity, attributedTo, rule, confidence, start, end },
      }),
    );
    return answer({ claims, cut: kept.cut, advice: kept.advice });
  },
});

export const findPathsTool = tool({
  name: 'find-paths',
  title: 'Paths between two entities',
  description: 'How two entities are connected: the shortest paths, or all up to a length; in time order when asked.',
  input: z.object({
    from: id,
    to: id,
    mode: z.enum(['shortest', 'all']).default('shortest'),
    maxHops: z.int().min(1).max(6).default(4),
    types,
    inTimeOrder: z.boolean().default(false),
    includeUnreal,
    limit: limit(50, 10),
  }),
  output: z.object({
    paths: z.array(z.object({ length: z.int(), nodes: z.array(entity), facts: z.array(fact) })),
    ...ends,
  }),
  async call({ includeUnreal: all, ...question }, { read }) {
    const found = await findPaths(read, { ...question, modalities: meant(all) });
    const kept = fit({ entries: found.paths, hasMore: found.cut }, 'Name types or fewer hops.');
    return answer({ paths: kept.entries, cut: kept.cut, advice: kept.advice });
  },
});
