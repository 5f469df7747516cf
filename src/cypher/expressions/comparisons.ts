// =, <> and the orderings; IN; string tests; IS NULL; IS :: TYPE; label tests.
import { typeError } from '../errors.ts';
import type { ComparisonOperator, ExpressionOf, TextOperator, TypeAlternative, TypePattern } from '../parse/ast.ts';
import type { Scope } from '../plan/scope.ts';
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { Budget } from '../run/budget.ts';
import type { Evaluate } from '../run/context.ts';
import { equals } from '../values/equality.ts';
import { compare } from '../values/order.ts';
import { normalizingTurns, searchTurns } from '../values/text.ts';
import { typeName } from '../values/type-name.ts';
import { isList, type Value } from '../values/value.ts';
import { type Compiler, requireType } from './compiler.ts';
import { labelTest } from './labels.ts';
import { matchesWhole } from './regular-expressions.ts';

const ORDERINGS: Readonly<Record<'<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function comparator(operator: ComparisonOperator): (left: Value, right: Value) => boolean | null {
  if (operator === '=') return equals;
  if (operator === '<>') {
    return (left, right) => {
      const equal = equals(left, right);
      return equal === null ? null : !equal;
    };
  }
  const holds = ORDERINGS[operator];
  return (left, right) => {
    const order = compare(left, right);
    return order === null ? null : holds(order);
  };
}

export function compileComparison(expression: ExpressionOf<'comparison'>, scope: Scope, compiler: Compiler): Evaluate {
  const operands = expression.operands.map((operand) => compiler.compile(operand, scope));
  const tests = expression.operators.map(comparator);
  if (tests.length === 1) {
    const [left, right] = operands as [Evaluate, Evaluate];
    const test = tests[0]!;
    return (row, context) => test(left(row, context), right(row, context));
  }
  // a < b < c is a < b AND b < c
  return (row, context) => {
    const values = operands.map((operand) => operand(row, context));
    let answer: boolean | null = true;
    for (const [at, test] of tests.entries()) {
      const holds = test(values[at]!, values[at + 1]!);
      if (holds === false) return false;
      if (holds === null) answer = null;
    }
    return answer;
  };
}

export function compileMembership(expression: ExpressionOf<'membership'>, scope: Scope, compiler: Compiler): Evaluate {
  requireType(compiler, expression.list, scope, 'IN', ['list', 'relationships']);
  const item = compiler.compile(expression.item, scope);
  const list = compiler.compile(expression.list, scope);
  return (row, context) => {
    const sought = item(row, context);
    const values = list(row, context);
    if (values === null) return null;
    let unknown = false;
    for (const value of asList(values)) {
      context.budget.tick();
      const equal = equals(sought, value);
      if (equal === true) return true;
      if (equal === null) unknown = true;
    }
    return unknown ? null : false;
  };
}

/** What turns out to be no list is taken for a list of one, as in Neo4j; what is known to be none is refused before. */
export const asList = (value: Value): readonly Value[] => (isList(value) ? value : [value]);

const TEXT_TESTS: Readonly<Record<TextOperator, (left: string, right: string, budget: Budget) => boolean>> = {
  'starts with': (left, right) => left.startsWith(right),
  'ends with': (left, right) => left.endsWith(right),
  contains(left, right, budget) {
    budget.claim(searchTurns(left, right));
    return left.includes(right);
  },
  '=~': matchesWhole,
};

/** What is no string is not compared: the answer is unknown. */
export function compileTextTest(expression: ExpressionOf<'textTest'>, scope: Scope, compiler: Compiler): Evaluate {
  const left = compiler.compile(expression.left, scope);
  const right = compiler.compile(expression.right, scope);
  const test = TEXT_TESTS[expression.operator];
  return (row, context) => {
    const text = left(row, context);
    const sought = right(row, context);
    if (typeof text !== 'string' || typeof sought !== 'string') return null;
    context.budget.work(text.length >> 6);
    return test(text, sought, context.budget);
  };
}

export function compileNullTest(expression: ExpressionOf<'nullTest'>, scope: Scope, compiler: Compiler): Evaluate {
  const of = compiler.compile(expression.of, scope);
  const { negated } = expression;
  return (row, context) => (of(row, context) === null) !== negated;
}

export function compileNormalTest(expression: ExpressionOf<'normalTest'>, scope: Scope, compiler: Compiler): Evaluate {
  const of = compiler.compile(expression.of, scope);
  const { form, negated } = expression;
  return (row, context) => {
    const value = of(row, context);
    if (typeof value !== 'string') return null;
    context.budget.claim(normalizingTurns(value));
    return (value.normalize(form) === value) !== negated;
  };
}

export function compileTypeTest(expression: ExpressionOf<'typeTest'>, scope: Scope, compiler: Compiler): Evaluate {
  const of = compiler.compile(expression.of, scope);
  const { type, negated } = expression;
  return (row, context) => isOfType(of(row, context), type) !== negated;
}

const isOfType = (value: Value, type: TypePattern): boolean => type.alternatives.some((each) => fits(value, each));

function fits(value: Value, { name, notNull, of }: TypeAlternative): boolean {
  if (name === 'NOTHING') return false;
  if (value === null) return !notNull;
  if (name === 'ANY') return true;
  if (of) return isList(value) && value.every((item) => isOfType(item, of));
  if (name === 'PROPERTY VALUE') return !['NODE', 'RELATIONSHIP', 'PATH', 'MAP'].includes(typeName(value));
  return typeName(value) === name;
}

export function compileLabelTest(expression: ExpressionOf<'labelTest'>, scope: Scope, compiler: Compiler): Evaluate {
  requireType(compiler, expression.of, scope, 'A label test', ['node', 'relationship']);
  const of = compiler.compile(expression.of, scope);
  const test = labelTest(expression.label);
  const { negated } = expression;
  return (row, context) => {
    const entity = of(row, context);
    if (entity === null) return null;
    if (entity instanceof GraphNode) return test(entity.labels) !== negated;
    if (entity instanceof GraphRelationship) return test([entity.type]) !== negated;
    throw typeError(`A label test takes a NODE or a RELATIONSHIP, not a ${typeName(entity)}.`);
  };
}
