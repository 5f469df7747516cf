// Completion from the graph schema: labels after a colon, relation types in brackets, properties after a dot, else keywords.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { GraphSchema } from '../api/types.ts';

export const KEYWORDS = [
  ...['MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'UNWIND', 'ORDER BY', 'SKIP', 'LIMIT', 'DISTINCT', 'AS'],
  ...['AND', 'OR', 'NOT', 'IN', 'IS NULL', 'IS NOT NULL', 'STARTS WITH', 'ENDS WITH', 'CONTAINS', 'EXISTS', 'CASE'],
  ...['WHEN', 'THEN', 'ELSE', 'END', 'UNION', 'ASC', 'DESC', 'TRUE', 'FALSE', 'NULL'],
];
const FUNCTIONS = [
  'count',
  'collect',
  'size',
  'type',
  'labels',
  'nodes',
  'relationships',
  'length',
  'min',
  'max',
  'toLower',
  'coalesce',
  'shortestPath',
];
const FACT_PROPERTIES = [
  'id',
  'date',
  'startDate',
  'endDate',
  'role',
  'modality',
  'claimCount',
  'documentCount',
  'independentSources',
  'confidence',
];

const options = (labels: readonly string[], type: string): readonly Completion[] =>
  labels.map((label) => ({ label, type }));

export function completionFrom(schema: GraphSchema): (context: CompletionContext) => CompletionResult | null {
  const labels = schema.entities.map(({ kind, definition }) => ({ label: kind, type: 'class', info: definition }));
  const relations = schema.relations.map(({ type, definition }) => ({ label: type, type: 'type', info: definition }));
  const attributes = new Set(['id', 'name', 'kind', 'aliases', ...FACT_PROPERTIES]);
  for (const entity of schema.entities) for (const name of Object.keys(entity.attributes)) attributes.add(name);
  const properties = options([...attributes].sort(), 'property');
  const words = [...options(KEYWORDS, 'keyword'), ...options(FUNCTIONS, 'function')];
  return (context) => {
    const before = context.matchBefore(/[:.]?\w*$/);
    if (before === null) return null;
    const mark = before.text[0];
    if (mark === ':') {
      const line = context.state.doc.sliceString(Math.max(0, before.from - 200), before.from);
      const isRelation = line.lastIndexOf('[') > line.lastIndexOf(']') && line.lastIndexOf('[') > line.lastIndexOf('(');
      return { from: before.from + 1, options: isRelation ? relations : labels, validFor: /^\w*$/ };
    }
    if (mark === '.') return { from: before.from + 1, options: properties, validFor: /^\w*$/ };
    if (before.text === '' && !context.explicit) return null;
    return { from: before.from, options: words, validFor: /^\w*$/ };
  };
}
