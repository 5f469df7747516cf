// Parameters of a query: plain JSON as it is, typed JSON by its names.
import { AppError } from '../../domain/errors.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** Defined and never assigned: a parameter may be called `__proto__`. */
function copy(from: Parameters, each: (value: unknown) => unknown): Parameters {
  const to: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(from))
    Object.defineProperty(to, name, { value: each(value), enumerable: true });
  return to;
}

const isObject = (value: unknown): value is Parameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function plainParameters(parameters: Parameters): Parameters {
  return copy(parameters, plainValue);
}

function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  return isObject(value) ? copy(value, plainValue) : value;
}

/** @throws AppError InvalidInput for a type that is no parameter here */
export function typedParameters(parameters: Parameters): Parameters {
  return copy(parameters, typedValue);
}

function typedValue(value: unknown): unknown {
  if (!isObject(value) || typeof value['$type'] !== 'string' || !('_value' in value))
    throw new AppError('InvalidInput', 'Write each parameter as {"$type": …, "_value": …}, or send application/json.');
  const { $type: type, _value: given } = value;
  const read = READERS[type];
  const parsed = Object.hasOwn(READERS, type) ? read?.(given) : undefined;
  if (parsed === undefined)
    throw new AppError(
      'InvalidInput',
      `A parameter of type ${type.slice(0, 40)} cannot be read; dates are texts in this graph, send a String.`,
    );
  return parsed;
}

const READERS: Readonly<Record<string, (given: unknown) => unknown>> = {
  Null: () => null,
  Boolean: (given) => (typeof given === 'boolean' ? given : undefined),
  String: (given) => (typeof given === 'string' ? given : undefined),
  Integer: (given) =>
    typeof given === 'string' && /^-?\d{1,19}$/.test(given) ? BigInt.asIntN(64, BigInt(given)) : undefined,
  Float: (given) =>
    typeof given === 'string' && given.trim() !== '' && !Number.isNaN(Number(given)) ? Number(given) : undefined,
  List: (given) => (Array.isArray(given) ? given.map(typedValue) : undefined),
  Map: (given) => (isObject(given) ? copy(given, typedValue) : undefined),
};
