// Functions over numbers.
import { argumentError } from '../errors.ts';
import { float, integer, isInteger, toDouble } from '../values/number.ts';
import type { NumberValue, Value } from '../values/value.ts';
import { roundDecimal, ROUNDING_MODES, type RoundingMode } from './rounding.ts';
import type { FunctionEntry } from './signature.ts';

/** A function from float to float. */
const real = (name: string, compute: (value: number) => number): FunctionEntry => ({
  signature: `${name}(input :: FLOAT) :: FLOAT`,
  source: 'openCypher 9',
  run: ([input]) => float(compute(toDouble(input as NumberValue))),
});

const constant = (name: string, value: number): FunctionEntry => ({
  signature: `${name}() :: FLOAT`,
  source: 'openCypher 9',
  run: () => value,
});

function absolute(value: NumberValue): Value {
  if (!isInteger(value)) return float(Math.abs(toDouble(value)));
  return typeof value === 'bigint' ? integer(BigInt.asIntN(64, value < 0n ? -value : value)) : Math.abs(value);
}

function round([input, precision, mode]: readonly Value[]): Value {
  const value = toDouble(input as NumberValue);
  if (precision === undefined) return float(roundHalfTowardsPositive(value));
  if (Number(precision) < 0) throw argumentError('round() needs a precision of 0 or more.');
  const name = (mode as string | undefined)?.toUpperCase();
  // without a mode, whole numbers are rounded as without a precision
  if (name === undefined && precision === 0) return float(roundHalfTowardsPositive(value));
  if (name !== undefined && !(ROUNDING_MODES as readonly string[]).includes(name)) {
    throw argumentError(`round() knows the modes ${ROUNDING_MODES.join(', ')}.`);
  }
  return float(roundDecimal(value, Number(precision), (name ?? 'HALF_UP') as RoundingMode));
}

/** 0.5 up, -0.5 up, nothing past 64 bits: as Java's Math.round. */
const roundHalfTowardsPositive = (value: number): number => {
  const floor = Math.floor(value);
  return Math.max(-(2 ** 63), Math.min(2 ** 63, value - floor >= 0.5 ? floor + 1 : floor));
};

export const NUMBER_FUNCTIONS: readonly FunctionEntry[] = [
  real('ceil', Math.ceil),
  real('ceiling', Math.ceil),
  real('floor', Math.floor),
  real('sqrt', Math.sqrt),
  real('exp', Math.exp),
  real('log', Math.log),
  real('ln', Math.log),
  real('log10', Math.log10),
  real('sin', Math.sin),
  real('cos', Math.cos),
  real('tan', Math.tan),
  real('cot', (value) => 1 / Math.tan(value)),
  real('asin', Math.asin),
  real('acos', Math.acos),
  real('atan', Math.atan),
  real('degrees', (value) => (value * 180) / Math.PI),
  real('radians', (value) => (value * Math.PI) / 180),
  real('haversin', (value) => (1 - Math.cos(value)) / 2),
  constant('pi', Math.PI),
  constant('e', Math.E),
  {
    signature: 'atan2(y :: FLOAT, x :: FLOAT) :: FLOAT',
    source: 'openCypher 9',
    run: ([y, x]) => float(Math.atan2(toDouble(y as NumberValue), toDouble(x as NumberValue))),
  },
  {
    signature: 'abs(input :: NUMBER) :: NUMBER',
    source: 'openCypher 9',
    run: ([input]) => absolute(input as NumberValue),
  },
  {
    signature: 'sign(input :: NUMBER) :: INTEGER',
    source: 'openCypher 9',
    run: ([input]) => Math.sign(toDouble(input as NumberValue)) || 0,
  },
  {
    signature: 'round(value :: FLOAT, precision? :: INTEGER, mode? :: STRING) :: FLOAT',
    source: 'Cypher manual 5',
    run: round,
  },
  {
    signature: 'isNaN(input :: NUMBER) :: BOOLEAN',
    source: 'Cypher manual 5',
    run: ([input]) => Number.isNaN(input),
  },
  {
    signature: 'rand() :: FLOAT',
    source: 'openCypher 9',
    volatile: true,
    run: (_args, { environment }) => float(environment.random()),
  },
  {
    signature: 'timestamp() :: INTEGER',
    source: 'openCypher 9',
    run: (_args, { nowMs }) => nowMs,
  },
];
