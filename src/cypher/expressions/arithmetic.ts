// + - * / % ^ over numbers, strings, lists and temporal values, with Cypher's rules for integers and floats.
import { arithmeticError, syntaxError, typeError } from '../errors.ts';
import { toText } from '../functions/conversions.ts';
import type { ArithmeticOperator, ExpressionOf } from '../parse/ast.ts';
import type { Scope, StaticType } from '../plan/scope.ts';
import type { Budget } from '../run/budget.ts';
import type { Evaluate } from '../run/context.ts';
import { BYTES_A_VALUE } from '../run/size.ts';
import { temporalArithmetic } from '../temporal/arithmetic.ts';
import { Temporal } from '../temporal/temporal.ts';
import { float, integer, isInteger, isNumber, toDouble } from '../values/number.ts';
import { typeName } from '../values/type-name.ts';
import { isList, type NumberValue, type Value } from '../values/value.ts';
import { type Compiler, requireType } from './compiler.ts';

const FLOATS: Readonly<Record<ArithmeticOperator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': (left, right) => (right === 2 ? left * left : left ** right), // a square is exact, a power may not be
};
const INTEGERS: Readonly<Record<Exclude<ArithmeticOperator, '^'>, (left: bigint, right: bigint) => bigint>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

/** Types that no arithmetic takes; + joins strings and lists besides. */
const NEVER: readonly StaticType[] = ['boolean', 'map', 'node', 'relationship', 'path'];
const ONLY_JOINED: readonly StaticType[] = ['string', 'list'];

export function compileArithmetic(expression: ExpressionOf<'arithmetic'>, scope: Scope, compiler: Compiler): Evaluate {
  const { operator, joining = false } = expression;
  const types = [compiler.typeOf(expression.left, scope), compiler.typeOf(expression.right, scope)];
  const refused = operator === '+' ? NEVER : [...NEVER, ...ONLY_JOINED];
  // anything may be added to a list, and whether an operand is one may not be known yet
  const mayBeList = operator === '+' && types.some((type) => type === 'list' || type === 'any' || type === 'null');
  const isTextAndTime = types.includes('string') && types.includes('temporal');
  if (isTextAndTime || (!mayBeList && types.some((type) => refused.includes(type)))) {
    throw syntaxError('InvalidArgumentType', `${operator} does not take ${types.join(' and ')}.`);
  }
  const left = compiler.compile(expression.left, scope);
  const right = compiler.compile(expression.right, scope);
  return (row, context) => {
    const first = left(row, context);
    const second = right(row, context);
    if (joining && (isNumber(first) || isNumber(second))) {
      throw typeError('|| joins two strings or two lists.');
    }
    return calculate(operator, first, second, context.budget);
  };
}

export function calculate(operator: ArithmeticOperator, left: Value, right: Value, budget: Budget): Value {
  if (left === null || right === null) return null;
  if (isNumber(left) && isNumber(right)) return calculateNumbers(operator, left, right);
  const joined = operator === '+' ? join(left, right, budget) : undefined;
  const answer = joined ?? temporalArithmetic(operator, left, right);
  if (answer !== undefined) return answer;
  throw typeError(`${operator} does not take a ${typeName(left)} and a ${typeName(right)}.`);
}

function calculateNumbers(operator: ArithmeticOperator, left: NumberValue, right: NumberValue): Value {
  if (operator === '^' || !isInteger(left) || !isInteger(right)) {
    return float(FLOATS[operator](toDouble(left), toDouble(right)));
  }
  if ((operator === '/' || operator === '%') && Number(right) === 0) {
    throw arithmeticError('/ by zero: an integer cannot be divided by 0.');
  }
  if (typeof left === 'number' && typeof right === 'number') {
    const result = FLOATS[operator](left, right);
    const whole = operator === '/' ? Math.trunc(result) : result;
    if (Number.isSafeInteger(whole)) return whole === 0 ? 0 : whole; // among integers there is no -0
  }
  return integer(INTEGERS[operator](BigInt(left), BigInt(right)));
}

function join(left: Value, right: Value, budget: Budget): Value | undefined {
  if (isList(left) || isList(right)) {
    const [first, second] = [left, right].map((side): readonly Value[] => (isList(side) ? side : [side]));
    // Before the copy: a list that doubles must not be made once more to be found too large.
    budget.allocate(BYTES_A_VALUE * (first!.length + second!.length));
    return first!.concat(second!);
  }
  const isText = typeof left === 'string' ? isJoinable(right) : typeof right === 'string' && isJoinable(left);
  if (!isText) return undefined;
  const text = `${toText(left) as string}${toText(right) as string}`;
  budget.allocate(2 * text.length);
  return text;
}
const isJoinable = (value: Value): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || isNumber(value) || value instanceof Temporal;

export function compileSign(expression: ExpressionOf<'sign'>, scope: Scope, compiler: Compiler): Evaluate {
  requireType(compiler, expression.of, scope, 'A sign', ['integer', 'float', 'temporal']);
  const of = compiler.compile(expression.of, scope);
  if (!expression.negative) return of;
  return (row, context) => {
    const value = of(row, context);
    if (value === null) return null;
    if (isNumber(value) && !isInteger(value)) return float(-toDouble(value));
    return calculate('-', 0, value, context.budget);
  };
}
