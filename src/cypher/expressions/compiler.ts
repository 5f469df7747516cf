// What the files of this folder need of each other: compile a part, check a type, plan a subquery.
import { syntaxError } from '../errors.ts';
import type { Expression, PathPattern, Query } from '../parse/ast.ts';
import type { Scope, StaticType } from '../plan/scope.ts';
import type { Evaluate, QueryContext, Row, Test } from '../run/context.ts';
import type { Value } from '../values/value.ts';

/** The planner's side: queries and patterns inside expressions. */
export interface SubqueryPlanner {
  subquery(query: Query, scope: Scope): (row: Row, context: QueryContext) => Iterable<readonly Value[]>;
  patternComprehension(path: PathPattern, where: Expression | undefined, map: Expression, scope: Scope): Evaluate;
  shortestPath(path: PathPattern, scope: Scope): Evaluate;
}

export interface Compiler {
  readonly planner: SubqueryPlanner;
  compile(expression: Expression, scope: Scope): Evaluate;
  /** For WHERE: null is not true. @throws CypherError where the expression cannot be a predicate */
  predicate(expression: Expression, scope: Scope): Test;
  typeOf(expression: Expression, scope: Scope): StaticType;
}

/** @throws CypherError where the expression's type is known and none of these */
export function requireType(
  compiler: Compiler,
  expression: Expression,
  scope: Scope,
  what: string,
  accepted: readonly StaticType[],
): void {
  const type = compiler.typeOf(expression, scope);
  if (type === 'any' || type === 'null' || accepted.includes(type)) return;
  throw syntaxError('InvalidArgumentType', `${what} takes ${accepted.join(' or ')}, not ${type}.`);
}
