// The procedures that both stores have.
import { CypherError } from '../errors.ts';
import type { GraphNode } from '../property-graph.ts';
import type { QueryContext } from '../run/context.ts';
import { float, isInteger } from '../values/number.ts';
import { isMap, type Value } from '../values/value.ts';
import type { ProcedureDefinition } from './definition.ts';
import { schemaGraph } from './schema-visualization.ts';

const names = (all: Iterable<string>): Iterable<readonly Value[]> => [...all].map((name) => [name]);

const PROCEDURES: readonly ProcedureDefinition[] = [
  {
    name: 'db.labels',
    parameters: [],
    columns: ['label'],
    run: (_args, { graph }) => names(graph.labels()),
  },
  {
    name: 'db.relationshipTypes',
    parameters: [],
    columns: ['relationshipType'],
    run: (_args, { graph }) => names(graph.relationshipTypes()),
  },
  {
    name: 'db.propertyKeys',
    parameters: [],
    columns: ['propertyKey'],
    run: (_args, { graph }) => names(graph.propertyKeys()),
  },
  {
    name: 'db.schema.visualization',
    parameters: [],
    columns: ['nodes', 'relationships'],
    run: (_args, context) => [schemaGraph(context)],
  },
  {
    name: 'db.index.fulltext.queryNodes',
    parameters: [
      { name: 'indexName', type: 'STRING' },
      { name: 'queryString', type: 'STRING' },
      { name: 'options', type: 'MAP', optional: true },
    ],
    columns: ['node', 'score'],
    run: ([index, query, options], context) => fullText(index as string, query as string, options ?? null, context),
  },
];

function* fullText(
  index: string,
  query: string,
  options: Value,
  { graph, budget }: QueryContext,
): Iterable<readonly [GraphNode, Value]> {
  const hits = graph.searchFullText(index, query);
  if (!hits) throw new CypherError('ProcedureCallFailed', `There is no full-text index '${index}'.`);
  const skip = option(options, 'skip', 0);
  const limit = option(options, 'limit', Infinity);
  let place = 0;
  for (const { node, score } of hits) {
    budget.tick();
    if (place >= skip + limit) return;
    if (place++ >= skip) yield [node, float(score)];
  }
}

function option(options: Value, name: string, fallback: number): number {
  const value = isMap(options) ? options.get(name) : undefined;
  return isInteger(value) ? Number(value) : fallback;
}

const TABLE: ReadonlyMap<string, ProcedureDefinition> = new Map(
  PROCEDURES.map((procedure) => [procedure.name.toLowerCase(), procedure]),
);

/** Names are the same in upper and lower case. */
export const findProcedure = (name: string): ProcedureDefinition | undefined => TABLE.get(name.toLowerCase());
