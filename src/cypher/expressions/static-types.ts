// The type of an expression as far as it is known before any row is.
import { findFunction } from '../functions/index.ts';
import type { ArithmeticExpression, Expression } from '../parse/ast.ts';
import type { Scope, StaticType } from '../plan/scope.ts';
import { isInteger } from '../values/number.ts';
import type { Value } from '../values/value.ts';

const FIXED: Partial<Record<Expression['kind'], StaticType>> = {
  list: 'list',
  listComprehension: 'list',
  patternComprehension: 'list',
  map: 'map',
  mapProjection: 'map',
  logical: 'boolean',
  not: 'boolean',
  comparison: 'boolean',
  textTest: 'boolean',
  membership: 'boolean',
  nullTest: 'boolean',
  typeTest: 'boolean',
  normalTest: 'boolean',
  labelTest: 'boolean',
  quantifier: 'boolean',
};
const ANSWERS = { exists: 'boolean', count: 'integer', collect: 'list' } as const;
const NUMERIC: readonly StaticType[] = ['integer', 'float'];

export function staticType(expression: Expression, scope: Scope): StaticType {
  const fixed = FIXED[expression.kind];
  if (fixed) return fixed;
  switch (expression.kind) {
    case 'literal':
      return literalType(expression.value);
    case 'variable':
      return scope.variables.get(expression.name)?.type ?? 'any';
    case 'subquery':
      return ANSWERS[expression.answer];
    case 'sign':
      return staticType(expression.of, scope);
    case 'slice':
      return 'list';
    case 'arithmetic':
      return arithmeticType(expression, scope);
    case 'call':
      return callType(expression.name);
    default:
      return 'any';
  }
}

/** Of the elements of a list that is written out with one type only. */
export function elementType(list: Expression, scope: Scope): StaticType {
  if (list.kind !== 'list') return 'any';
  const types = new Set(list.items.map((item) => staticType(item, scope)));
  const [only = 'any'] = types;
  return types.size === 1 && only !== 'null' ? only : 'any';
}

function literalType(value: Value): StaticType {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return isInteger(value) ? 'integer' : 'float';
}

function arithmeticType({ operator, left, right }: ArithmeticExpression, scope: Scope): StaticType {
  const types = [staticType(left, scope), staticType(right, scope)];
  if (operator === '^') return 'float';
  if (types.every((type) => type === 'integer')) return 'integer';
  if (types.every((type) => NUMERIC.includes(type))) return 'float';
  return operator === '+' && types.includes('list') ? 'list' : 'any';
}

function callType(name: string): StaticType {
  const lower = name.toLowerCase();
  if (lower === 'count') return 'integer';
  return lower === 'collect' ? 'list' : (findFunction(lower)?.parsed.returns ?? 'any');
}
