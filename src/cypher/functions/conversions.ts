// Functions from one type to another.
import { typeError } from '../errors.ts';
import { Temporal } from '../temporal/temporal.ts';
import { float, formatFloat, integer, isInteger, isNumber, toDouble } from '../values/number.ts';
import { fullTypeName, typeName } from '../values/type-name.ts';
import type { ListValue, Value } from '../values/value.ts';
import type { FunctionEntry } from './signature.ts';

const MAX_INTEGER = 2n ** 63n - 1n;
const MIN_INTEGER = -(2n ** 63n);
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Undefined where a value of this type cannot be converted at all. */
type Conversion = (value: Value) => Value | undefined;

export const toText: Conversion = (value) => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || value instanceof Temporal) return value.toString();
  if (isInteger(value)) return String(value);
  return isNumber(value) ? formatFloat(toDouble(value)) : undefined;
};

const toInteger: Conversion = (value) => {
  if (isInteger(value)) return value;
  if (isNumber(value)) return truncated(toDouble(value));
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' ? parseInteger(value) : undefined;
};

/** More than 64 bits have. */
const SHOWN_DIGITS = 40;

/** @throws CypherError for what 64 bits cannot hold */
function integerOr(size: bigint, text: string): Value {
  if (size <= MAX_INTEGER && size >= MIN_INTEGER) return integer(size);
  throw typeError(`The integer '${text.slice(0, SHOWN_DIGITS)}${text.length > SHOWN_DIGITS ? '…' : ''}' is too large.`);
}

function parseInteger(text: string): Value {
  if (/^[+-]?\d+$/.test(text)) {
    // Reading digits takes the square of their number: of too many, only the first ones are read.
    const digits = text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
    return integerOr(BigInt(digits.slice(0, SHOWN_DIGITS)), text);
  }
  if (!DECIMAL.test(text)) return null;
  const size = Math.trunc(Number(text));
  return Number.isFinite(size) ? integerOr(BigInt(size), text) : integerOr(MAX_INTEGER + 1n, text);
}

/** As Java casts: what is too large becomes the largest, NaN becomes 0. */
function truncated(value: number): Value {
  if (Number.isNaN(value)) return 0;
  if (value >= Number(MAX_INTEGER)) return MAX_INTEGER;
  if (value <= Number(MIN_INTEGER)) return MIN_INTEGER;
  return integer(BigInt(Math.trunc(value)));
}

const toFloat: Conversion = (value) => {
  if (isNumber(value)) return float(toDouble(value));
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const digits = text.replace(/(?<=[\d.])[fFdD]$/, ''); // as Java reads them
  return DECIMAL.test(digits) || /^(?:NaN|[+-]?Infinity)$/.test(text) ? float(Number(digits)) : null;
};

const toBoolean: Conversion = (value) => {
  if (typeof value === 'boolean') return value;
  if (isInteger(value)) return Number(value) !== 0;
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
};

interface Target {
  readonly name: string;
  readonly convert: Conversion;
  readonly accepts: string;
  readonly returns: string;
}
const TARGETS: readonly Target[] = [
  { name: 'String', convert: toText, accepts: 'STRING | NUMBER | BOOLEAN | TEMPORAL', returns: 'STRING' },
  { name: 'Integer', convert: toInteger, accepts: 'STRING | NUMBER | BOOLEAN', returns: 'INTEGER' },
  { name: 'Float', convert: toFloat, accepts: 'STRING | NUMBER', returns: 'FLOAT' },
  { name: 'Boolean', convert: toBoolean, accepts: 'STRING | BOOLEAN | INTEGER', returns: 'BOOLEAN' },
];

/** toX() refuses what cannot be converted, toXOrNull() and toXList() answer null for it. */
const conversions = ({ name, convert, accepts, returns }: Target): readonly FunctionEntry[] => [
  {
    signature: `to${name}(input :: ${accepts}) :: ${returns}`,
    source: 'openCypher 9',
    run: ([input]) => {
      const converted = convert(input!);
      if (converted !== undefined) return converted;
      throw typeError(`to${name}() does not take a ${typeName(input!)}.`);
    },
  },
  {
    signature: `to${name}OrNull(input :: ANY) :: ${returns}`,
    source: 'Cypher manual 5',
    run: ([input]) => convert(input!) ?? null,
  },
  {
    signature: `to${name}List(input :: LIST) :: LIST`,
    source: 'Cypher manual 5',
    run: ([input]) => (input as ListValue).map((item) => (item === null ? null : (convert(item) ?? null))),
  },
];

const HEX = '0123456789abcdef';

export const CONVERSION_FUNCTIONS: readonly FunctionEntry[] = [
  ...TARGETS.flatMap(conversions),
  {
    signature: 'valueType(input :: ANY) :: STRING',
    source: 'Cypher manual 5',
    takesNull: true,
    run: ([input]) => fullTypeName(input!),
  },
  {
    signature: 'randomUUID() :: STRING',
    source: 'Cypher manual 5',
    volatile: true,
    run: (_args, { environment }) =>
      'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
        const digit = Math.floor(environment.random() * 16);
        return HEX.charAt(place === 'x' ? digit : (digit & 3) | 8);
      }),
  },
];
