// Integers and floats: which representation a number has, and back.
import { arithmeticError } from '../errors.ts';
import { Float, type NumberValue } from './value.ts';

const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 63n - 1n;

export const isInteger = (value: unknown): value is number | bigint =>
  typeof value === 'number' ? Number.isInteger(value) : typeof value === 'bigint';

export const isNumber = (value: unknown): value is NumberValue =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;

/** A float result as a value. */
export const float = (value: number): number | Float => (Number.isInteger(value) ? new Float(value) : value);

/** An integer result as a value; past 64 bits it is an error, as in Neo4j. */
export function integer(value: bigint): number | bigint {
  if (value < MIN_INTEGER || value > MAX_INTEGER) {
    throw arithmeticError('The result does not fit into a 64-bit integer; use toFloat() on an operand.');
  }
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/** What to compare with: JavaScript compares a bigint with a number exactly. */
export const plain = (value: NumberValue): number | bigint => (value instanceof Float ? value.value : value);

export const toDouble = (value: NumberValue): number =>
  typeof value === 'number' ? value : value instanceof Float ? value.value : Number(value);

/** As Java prints a double, which is what Neo4j answers: 1.0, 1.0E10, 1.5E-5, NaN. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) === Number.MIN_VALUE) return value < 0 ? '-4.9E-324' : '4.9E-324';
  const magnitude = Math.abs(value);
  if (value !== 0 && (magnitude < 1e-3 || magnitude >= 1e7)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
  if (!Number.isInteger(value)) return String(value);
  return Object.is(value, -0) ? '-0.0' : `${value}.0`;
}
