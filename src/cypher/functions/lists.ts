// Functions that make and take apart lists, and those that choose among their arguments.
import { argumentError } from '../errors.ts';
import type { Budget } from '../run/budget.ts';
import { BYTES_A_VALUE } from '../run/size.ts';
import { equals } from '../values/equality.ts';
import { integer } from '../values/number.ts';
import type { ListValue, Value } from '../values/value.ts';
import type { FunctionEntry } from './signature.ts';

/** The arguments may be bigints as well; a list within 2^53 is made of plain numbers without a detour. */
function range(start: number | bigint, end: number | bigint, step: number | bigint, budget: Budget): ListValue {
  const by = BigInt(step);
  if (by === 0n) throw argumentError('range() cannot have a step of 0.');
  const first = BigInt(start);
  const distance = BigInt(end) - first;
  const count = distance !== 0n && distance > 0n !== by > 0n ? 0n : distance / by + 1n;
  const isSmall = typeof start === 'number' && typeof end === 'number';
  const numbers: Value[] = [];
  for (let at = 0; at < count; at++) {
    budget.allocate(BYTES_A_VALUE);
    numbers.push(isSmall ? start + at * Number(by) : integer(first + BigInt(at) * by));
  }
  return numbers;
}

export const LIST_FUNCTIONS: readonly FunctionEntry[] = [
  {
    signature: 'coalesce(values… :: ANY) :: ANY',
    source: 'openCypher 9',
    takesNull: true,
    run: (values) => values.find((value) => value !== null) ?? null,
  },
  {
    signature: 'nullIf(value :: ANY, other :: ANY) :: ANY',
    source: 'Cypher manual 5',
    takesNull: true,
    run: ([value, other]) => (equals(value!, other!) === true ? null : value!),
  },
  {
    signature: 'head(list :: LIST) :: ANY',
    source: 'openCypher 9',
    run: ([list]) => (list as ListValue)[0] ?? null,
  },
  {
    signature: 'last(list :: LIST) :: ANY',
    source: 'openCypher 9',
    run: ([list]) => (list as ListValue).at(-1) ?? null,
  },
  {
    signature: 'tail(list :: LIST) :: LIST',
    source: 'openCypher 9',
    run: ([list], { budget }) => {
      budget.allocate(BYTES_A_VALUE * (list as ListValue).length);
      return (list as ListValue).slice(1);
    },
  },
  {
    signature: 'reverse(of :: STRING | LIST) :: ANY',
    source: 'openCypher 9',
    run: ([of]) => (typeof of === 'string' ? Array.from(of).reverse().join('') : (of as ListValue).toReversed()),
  },
  {
    signature: 'range(start :: INTEGER, end :: INTEGER, step? :: INTEGER) :: LIST',
    source: 'openCypher 9',
    mismatch: 'ArgumentError',
    run: ([start, end, step = 1], { budget }) => range(start as number, end as number, step as number, budget),
  },
];
