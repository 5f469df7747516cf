// Lists and maps, and what walks over lists: comprehensions, quantifiers, reduce.
import type { Expression, ExpressionOf, Quantifier } from '../parse/ast.ts';
import { syntaxError } from '../errors.ts';
import type { Scope, StaticType } from '../plan/scope.ts';
import type { Evaluate } from '../run/context.ts';
import { BYTES_A_VALUE } from '../run/size.ts';
import type { Value } from '../values/value.ts';
import { hasAggregate } from './aggregates.ts';
import { asList } from './comparisons.ts';
import { type Compiler, requireType } from './compiler.ts';
import { truth } from './logic.ts';
import { elementType } from './static-types.ts';

export function compileList(expression: ExpressionOf<'list'>, scope: Scope, compiler: Compiler): Evaluate {
  const items = expression.items.map((item) => compiler.compile(item, scope));
  return (row, context) => {
    context.budget.allocate(BYTES_A_VALUE * items.length);
    return items.map((item) => item(row, context));
  };
}

export function compileMap(expression: ExpressionOf<'map'>, scope: Scope, compiler: Compiler): Evaluate {
  const entries = expression.entries.map(([key, value]) => [key, compiler.compile(value, scope)] as const);
  return (row, context) => new Map(entries.map(([key, value]) => [key, value(row, context)]));
}

const LISTS: readonly StaticType[] = ['list', 'relationships'];

function refuseAggregates(...parts: readonly (Expression | undefined)[]): void {
  if (!parts.some((part) => part && hasAggregate(part))) return;
  throw syntaxError('InvalidAggregation', 'An aggregation cannot stand inside a list expression.');
}

export function compileComprehension(
  expression: ExpressionOf<'listComprehension'>,
  scope: Scope,
  compiler: Compiler,
): Evaluate {
  refuseAggregates(expression.where, expression.map);
  requireType(compiler, expression.list, scope, 'A walk over a list', LISTS);
  const list = compiler.compile(expression.list, scope);
  const inner = scope.child();
  const slot = inner.declare(expression.variable, elementType(expression.list, scope));
  const where = expression.where && compiler.predicate(expression.where, inner);
  const map = expression.map && compiler.compile(expression.map, inner);
  return (row, context) => {
    const values = list(row, context);
    if (values === null) return null;
    const kept: Value[] = [];
    for (const value of asList(values)) {
      context.budget.allocate(BYTES_A_VALUE);
      row[slot] = value;
      if (!where || where(row, context)) kept.push(map ? map(row, context) : value);
    }
    return kept;
  };
}

export function compileReduce(expression: ExpressionOf<'reduce'>, scope: Scope, compiler: Compiler): Evaluate {
  refuseAggregates(expression.body);
  requireType(compiler, expression.list, scope, 'A walk over a list', LISTS);
  const list = compiler.compile(expression.list, scope);
  const initial = compiler.compile(expression.initial, scope);
  const inner = scope.child();
  const accumulator = inner.declare(expression.accumulator, 'any');
  const slot = inner.declare(expression.variable, elementType(expression.list, scope));
  const body = compiler.compile(expression.body, inner);
  return (row, context) => {
    const values = list(row, context);
    let result = initial(row, context);
    if (values === null) return null;
    for (const value of asList(values)) {
      context.budget.tick();
      row[accumulator] = result;
      row[slot] = value;
      result = body(row, context);
    }
    return result;
  };
}

export function compileQuantifier(expression: ExpressionOf<'quantifier'>, scope: Scope, compiler: Compiler): Evaluate {
  refuseAggregates(expression.where);
  requireType(compiler, expression.list, scope, 'A walk over a list', LISTS);
  const list = compiler.compile(expression.list, scope);
  const inner = scope.child();
  const slot = inner.declare(expression.variable, elementType(expression.list, scope));
  const where = compiler.compile(expression.where ?? { kind: 'variable', name: expression.variable }, inner);
  const { quantifier } = expression;
  return (row, context) => {
    const values = list(row, context);
    if (values === null) return null;
    const seen = { holds: 0, fails: 0, unknown: 0 };
    for (const value of asList(values)) {
      context.budget.tick();
      row[slot] = value;
      const holds = truth(where(row, context));
      seen[holds === null ? 'unknown' : holds ? 'holds' : 'fails']++;
      if (isDecided(quantifier, seen)) break;
    }
    return answer(quantifier, seen);
  };
}

interface Seen {
  readonly holds: number;
  readonly fails: number;
  readonly unknown: number;
}

/** Whether no further element can change the answer. */
function isDecided(quantifier: Quantifier, { holds, fails }: Seen): boolean {
  if (quantifier === 'all') return fails > 0;
  return quantifier === 'single' ? holds > 1 : holds > 0;
}

function answer(quantifier: Quantifier, { holds, fails, unknown }: Seen): boolean | null {
  switch (quantifier) {
    case 'any':
      return holds > 0 ? true : unknown > 0 ? null : false;
    case 'none':
      return holds > 0 ? false : unknown > 0 ? null : true;
    case 'all':
      return fails > 0 ? false : unknown > 0 ? null : true;
    case 'single':
      return holds > 1 ? false : unknown > 0 ? null : holds === 1;
  }
}
