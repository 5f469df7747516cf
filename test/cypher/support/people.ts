// A small graph for tests: who met whom.
import { MemoryGraph, type QueryEnvironment, runQuery, type RunLimits } from '../../../src/cypher/index.ts';
import type { QueryResult } from '../../../src/cypher/result.ts';
import { ENVIRONMENT } from './environment.ts';

export function people(): MemoryGraph {
  const graph = new MemoryGraph();
  graph.createIndex('Person', 'name');
  graph.createIndex('Person', 'age');
  for (const [at, name] of ['Ada', 'Bob', 'Cyd', 'Dan'].entries()) {
    graph.addNode(name, at < 3 ? ['Person'] : ['Person', 'Official'], [
      ['name', name],
      ['age', 30 + at * 10],
    ]);
  }
  graph.addRelationship('ab', 'MET', 'Ada', 'Bob', [['year', 2018]]);
  graph.addRelationship('bc', 'MET', 'Bob', 'Cyd', []);
  graph.addRelationship('cd', 'KNOWS', 'Cyd', 'Dan', []);
  return graph;
}

export const ask = (
  graph: MemoryGraph,
  text: string,
  parameters: Record<string, unknown> = {},
  limits: RunLimits = {},
  environment: QueryEnvironment = ENVIRONMENT,
): QueryResult => runQuery(graph, text, parameters, limits, environment);
