// Parameters of a query as exact values: plain JSON by how its numbers are written, typed JSON by its names.
import type { ResultMap, ResultTemporal, ResultValue } from '../../cypher/result.ts';
import { AppError } from '../../domain/errors.ts';

/** By name; a Map, so that a parameter may be called `__proto__`. */
export type ExactParameters = ReadonlyMap<string, ResultValue>;

const isMap = (value: ResultValue | undefined): value is ResultMap =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'map';

const member = (map: ResultMap, name: string): ResultValue | undefined =>
  map.entries.find(([key]) => key === name)?.[1];

/**
 * @param body the request as exact JSON
 * @throws AppError InvalidInput for what is no parameter here
 */
export function parametersOf(body: ResultValue, isTyped: boolean): ExactParameters {
  const given = isMap(body) ? member(body, 'parameters') : undefined;
  if (!isMap(given)) return new Map();
  return new Map(given.entries.map(([name, value]) => [name, isTyped ? typedValue(value) : checkedPlain(value)]));
}

/** An integer of Cypher has 64 bits. */
function inRange(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new AppError('InvalidInput', 'An integer among the parameters has more than 64 bits; send it as a text.');
}

function checkedPlain(value: ResultValue): ResultValue {
  if (typeof value === 'bigint') return inRange(value);
  if (Array.isArray(value)) return (value as readonly ResultValue[]).map(checkedPlain);
  if (!isMap(value)) return value;
  return { type: 'map', entries: value.entries.map(([key, held]) => [key, checkedPlain(held)] as const) };
}

function typedValue(value: ResultValue): ResultValue {
  const type = isMap(value) ? member(value, '$type') : undefined;
  const given = isMap(value) ? member(value, '_value') : undefined;
  if (typeof type !== 'string' || given === undefined)
    throw new AppError('InvalidInput', 'Write each parameter as {"$type": …, "_value": …}, or send application/json.');
  const parsed = Object.hasOwn(READERS, type) ? READERS[type]?.(given) : undefined;
  if (parsed === undefined)
    throw new AppError(
      'InvalidInput',
      `A parameter of type ${type.slice(0, 40)} cannot be read; send one of ${Object.keys(READERS).join(', ')}.`,
    );
  return parsed;
}

type ReadTyped = (given: ResultValue) => ResultValue | undefined;

const temporal =
  (type: ResultTemporal['type'], form: RegExp): ReadTyped =>
  (given) =>
    typeof given === 'string' && form.test(given) ? { type, iso: given } : undefined;

const DAY = String.raw`[+-]?\d{4,9}-\d{2}-\d{2}`;
const CLOCK = String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?`;
const OFFSET = String.raw`(?:Z|[+-]\d{2}:\d{2}(?::\d{2})?)`;
const whole = (form: string): RegExp => new RegExp(`^${form}$`);
const datetime = temporal('datetime', whole(String.raw`${DAY}T${CLOCK}${OFFSET}(?:\[[\w/+-]{1,40}\])?`));

const READERS: Readonly<Record<string, ReadTyped>> = {
  Null: () => null,
  Boolean: (given) => (typeof given === 'boolean' ? given : undefined),
  String: (given) => (typeof given === 'string' ? given : undefined),
  Integer: (given) => (typeof given === 'string' && /^-?\d{1,19}$/.test(given) ? inRange(BigInt(given)) : undefined),
  Float: (given) =>
    typeof given === 'string' && given.trim() !== '' && (given === 'NaN' || !Number.isNaN(Number(given)))
      ? Number(given)
      : undefined,
  List: (given) => (Array.isArray(given) ? (given as readonly ResultValue[]).map(typedValue) : undefined),
  Map: (given) =>
    isMap(given)
      ? { type: 'map', entries: given.entries.map(([key, held]) => [key, typedValue(held)] as const) }
      : undefined,
  Date: temporal('date', whole(DAY)),
  Time: temporal('time', whole(CLOCK + OFFSET)),
  LocalTime: temporal('localtime', whole(CLOCK)),
  LocalDateTime: temporal('localdatetime', whole(`${DAY}T${CLOCK}`)),
  OffsetDateTime: datetime,
  ZonedDateTime: datetime,
  Duration: temporal('duration', /^-?P(?=.)(?:[-+\d.]+[YMWD])*(?:T(?:[-+\d.]+[HMS])+)?$/),
};
