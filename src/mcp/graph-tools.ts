// Tools that look at the graph as a whole: what it can hold, and any question in Cypher.
import { z } from 'zod';
import { checkQuery, CypherError } from '../cypher/index.ts';
import { plain } from '../query/rows.ts';
import { answer, fit, refusal } from './answer.ts';
import { DATES_NOTE, ends, limit } from './shapes.ts';
import { tool } from './tool.ts';

export const getSchema = tool({
  name: 'get-schema',
  title: 'Graph schema',
  description:
    'Kinds of entities and types of relationships with their meaning, how claims and documents hang on them, and how many of each the store holds. Call this before read-cypher.',
  input: z.object({}),
  output: z.object({
    entities: z.array(z.object({ kind: z.string(), labels: z.array(z.string()), count: z.int(), meaning: z.string() })),
    relations: z.array(
      z.object({
        type: z.string(),
        count: z.int(),
        source: z.array(z.string()),
        target: z.array(z.string()),
        meaning: z.string(),
      }),
    ),
    model: z.array(z.string()),
    documents: z.int(),
    notice: z.string(),
  }),
  async call(_input, { schema, store }) {
    const stats = await store.stats();
    return answer({
      documents: stats.documents,
      entities: schema.entities.map((each) => ({
        kind: each.kind,
        labels: ['Entity', ...[...each.lineage].reverse()],
        count: stats.entities[each.kind] ?? 0,
        meaning: each.definition,
      })),
      relations: schema.relations.map((each) => ({
        type: each.type,
        count: stats.relations[each.type] ?? 0,
        source: each.source,
        target: each.target,
        meaning: each.definition,
      })),
      model: [
        'Entity nodes: id, name, kind, aliases, country and more by kind.',
        'Fact edges between entities: id, role, modality (occurred, planned, proposed, demanded, conditional), startDate, endDate, claimCount.',
        '(:Claim {quote, start, end, rule, modality, polarity, attributedTo, fact})-[:SUBJECT|OBJECT]->(entity), (:Claim)-[:IN]->(:Document {title, publisher, publishedOn}).',
        'A symmetric fact (MET_WITH, SPOKE_WITH) is stored once: match it without a direction.',
        DATES_NOTE,
      ],
    });
  },
});

export const readCypher = tool({
  name: 'read-cypher',
  title: 'Read-only Cypher',
  description:
    'Runs one read-only Cypher query with parameters and returns its rows. What writes, calls files or addresses is refused. Prefer parameters to texts inside the query, and LIMIT.',
  input: z.object({
    query: z.string().min(1).max(10_000),
    parameters: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
      .default({}),
    maxRows: limit(1000, 100),
  }),
  output: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())), ...ends }),
  async call({ query, parameters, maxRows }, { ask }) {
    try {
      checkQuery(query);
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      const { position } = error;
      return refusal(
        position === undefined ? error.message : `${error.message} (line ${position.line}, column ${position.column})`,
      );
    }
    const result = await ask(query, parameters, { maxRows });
    const { stopped } = result;
    if (stopped !== undefined && stopped.reason !== 'rows' && stopped.reason !== 'size')
      return refusal(stopped.message);
    const rows = result.rows.map((cells) => cells.map(plain));
    const kept = fit(
      { entries: rows, hasMore: stopped !== undefined },
      'Narrow the query, aggregate, or page with SKIP and LIMIT.',
    );
    return answer({ columns: result.columns, rows: kept.entries, cut: kept.cut, advice: kept.advice });
  },
});
