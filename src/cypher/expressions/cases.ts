// CASE.
import { CASE_SUBJECT, type ExpressionOf } from '../parse/ast.ts';
import type { Scope } from '../plan/scope.ts';
import type { Evaluate } from '../run/context.ts';
import type { Compiler } from './compiler.ts';
import { truth } from './logic.ts';

export function compileCase(expression: ExpressionOf<'case'>, scope: Scope, compiler: Compiler): Evaluate {
  const inner = scope.child();
  const subject = expression.subject && compiler.compile(expression.subject, scope);
  const slot = subject ? inner.declare(CASE_SUBJECT, 'any') : -1;
  const branches = expression.branches.map(({ tests, then }) => ({
    tests: tests.map((test) => compiler.compile(test, inner)),
    then: compiler.compile(then, scope),
  }));
  const otherwise = expression.otherwise && compiler.compile(expression.otherwise, scope);
  return (row, context) => {
    if (subject) row[slot] = subject(row, context);
    for (const { tests, then } of branches) {
      if (tests.some((test) => truth(test(row, context)) === true)) return then(row, context);
    }
    return otherwise ? otherwise(row, context) : null;
  };
}
