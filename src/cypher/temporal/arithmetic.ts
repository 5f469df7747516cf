// The arithmetic of instants and durations.
import { isNumber, toDouble } from '../values/number.ts';
import type { Value } from '../values/value.ts';
import { Duration } from './duration.ts';
import { Instant } from './instant.ts';

/** Undefined where the operator has no meaning for these operands. */
export function temporalArithmetic(operator: string, left: Value, right: Value): Value | undefined {
  switch (operator) {
    case '+':
      if (left instanceof Duration && right instanceof Instant) return right.plus(left, 1);
      return added(left, right, 1);
    case '-':
      return added(left, right, -1);
    case '*':
      if (left instanceof Duration && isNumber(right)) return left.times(toDouble(right));
      return right instanceof Duration && isNumber(left) ? right.times(toDouble(left)) : undefined;
    case '/':
      return left instanceof Duration && isNumber(right) ? left.times(1 / toDouble(right)) : undefined;
    default:
      return undefined;
  }
}

function added(left: Value, right: Value, sign: 1 | -1): Value | undefined {
  if (!(right instanceof Duration)) return undefined;
  return left instanceof Duration || left instanceof Instant ? left.plus(right, sign) : undefined;
}
