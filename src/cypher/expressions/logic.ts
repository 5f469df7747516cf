// AND, OR, XOR and NOT over true, false and unknown.
import { typeError } from '../errors.ts';
import type { ExpressionOf } from '../parse/ast.ts';
import type { Scope } from '../plan/scope.ts';
import type { Evaluate } from '../run/context.ts';
import { typeName } from '../values/type-name.ts';
import type { Value } from '../values/value.ts';
import { type Compiler, requireType } from './compiler.ts';

/** @throws CypherError TypeError */
export function truth(value: Value): boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  throw typeError(`A BOOLEAN is needed, not a ${typeName(value)}.`);
}

export function compileLogical(expression: ExpressionOf<'logical'>, scope: Scope, compiler: Compiler): Evaluate {
  const { operator } = expression;
  for (const side of [expression.left, expression.right]) {
    requireType(compiler, side, scope, operator.toUpperCase(), ['boolean']);
  }
  const left = compiler.compile(expression.left, scope);
  const right = compiler.compile(expression.right, scope);
  if (operator === 'xor') {
    return (row, context) => {
      const first = truth(left(row, context));
      const second = truth(right(row, context));
      return first === null || second === null ? null : first !== second;
    };
  }
  // what decides alone: false for AND, true for OR
  const deciding = operator === 'or';
  return (row, context) => {
    const first = truth(left(row, context));
    if (first === deciding) return deciding;
    const second = truth(right(row, context));
    if (second === deciding) return deciding;
    return first === null || second === null ? null : !deciding;
  };
}

export function compileNot(expression: ExpressionOf<'not'>, scope: Scope, compiler: Compiler): Evaluate {
  requireType(compiler, expression.of, scope, 'NOT', ['boolean']);
  const of = compiler.compile(expression.of, scope);
  return (row, context) => {
    const value = truth(of(row, context));
    return value === null ? null : !value;
  };
}
