// The parts of the builder know each other through this: expressions hold queries, and queries hold expressions.
import type * as Tree from '../generated/CypherQueryParser.ts';
import type { Expression, LabelExpression, MapExpression, PathPattern, Query } from './ast.ts';

export interface Build {
  query(tree: Tree.QueryWithLocalDefinitionsContext): Query;
  expression(tree: Tree.ExpressionContext): Expression;
  atom(tree: Tree.Expression1Context): Expression;
  map(tree: Tree.MapContext): MapExpression;
  patterns(tree: Tree.PatternListContext): readonly PathPattern[];
  shortestPath(tree: Tree.ShortestPathPatternContext): PathPattern;
  pathElements(tree: Tree.PatternElementContext | Tree.PathPatternNonEmptyContext): PathPattern;
  label(tree: Tree.LabelExpression4Context): LabelExpression;
}

/** For exactOptionalPropertyTypes: a key with a value, or no key. */
export function optional<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
