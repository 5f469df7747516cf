// EXISTS { }, COUNT { }, COLLECT { }, patterns as predicates, pattern comprehensions, shortestPath().
import { syntaxError } from '../errors.ts';
import type { ExpressionOf, PathPattern } from '../parse/ast.ts';
import type { Scope } from '../plan/scope.ts';
import type { Evaluate } from '../run/context.ts';
import { sizeOf } from '../run/size.ts';
import type { Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';

export function compileSubquery(expression: ExpressionOf<'subquery'>, scope: Scope, compiler: Compiler): Evaluate {
  if (expression.bare) refuseNewVariables(expression, scope);
  const rows = compiler.planner.subquery(expression.query, scope);
  switch (expression.answer) {
    case 'exists':
      return (row, context) => !isEmpty(rows(row, context));
    case 'count':
      return (row, context) => {
        const found = rows(row, context)[Symbol.iterator]();
        let count = 0;
        while (!found.next().done) {
          context.budget.tick();
          count++;
        }
        return count;
      };
    case 'collect':
      return (row, context) => {
        const values: Value[] = [];
        for (const [value] of rows(row, context)) {
          context.budget.allocate(sizeOf(value!));
          values.push(value!);
        }
        return values;
      };
  }
}

function isEmpty(rows: Iterable<unknown>): boolean {
  const found = rows[Symbol.iterator]();
  const first = found.next();
  found.return?.(); // what the steps hold is let go
  return first.done === true;
}

function refuseNewVariables({ query }: ExpressionOf<'subquery'>, scope: Scope): void {
  const clause = query.parts[0]![0]!;
  const patterns: readonly PathPattern[] = clause.kind === 'match' ? clause.patterns : [];
  const parts = patterns.flatMap(({ nodes, links }) => [...nodes, ...links.filter((link) => link.kind !== 'group')]);
  for (const { variable } of parts) {
    if (variable === undefined || scope.has(variable)) continue;
    throw syntaxError('UndefinedVariable', `A pattern predicate cannot introduce the variable '${variable}'.`);
  }
}

export const compilePatternComprehension = (
  { path, where, map }: ExpressionOf<'patternComprehension'>,
  scope: Scope,
  compiler: Compiler,
): Evaluate => compiler.planner.patternComprehension(path, where, map, scope);

export const compileShortestPath = (
  { path }: ExpressionOf<'shortestPath'>,
  scope: Scope,
  compiler: Compiler,
): Evaluate => compiler.planner.shortestPath(path, scope);
