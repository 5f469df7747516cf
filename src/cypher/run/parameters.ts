// Parameters as JavaScript has them, to values.
import { argumentError } from '../errors.ts';
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { ResultTemporal, ResultValue } from '../result.ts';
import { makeDuration, makeInstant } from '../temporal/construct.ts';
import type { InstantKind } from '../temporal/instant.ts';
import { Temporal } from '../temporal/temporal.ts';
import { float, integer } from '../values/number.ts';
import { Float, type MapValue, type Value } from '../values/value.ts';

const MAX_DEPTH = 100;

/** Plain JavaScript values, or exact ones: a Map of values as answers have them, where 1n is an integer and 1 a float. */
export type Parameters = Readonly<Record<string, unknown>> | ReadonlyMap<string, ResultValue>;

/** @throws CypherError for what Cypher has no value for */
export function readParameters(parameters: Parameters): MapValue {
  if (parameters instanceof Map)
    return new Map([...(parameters as ReadonlyMap<string, ResultValue>)].map(([name, held]) => [name, exact(held)]));
  return new Map(Object.entries(parameters).map(([name, held]) => [name, read(held, name, 0)]));
}

/** A number without a fraction inside ±(2^53−1) is an integer, any other number a float. */
function read(held: unknown, name: string, depth: number): Value {
  if (depth > MAX_DEPTH) throw argumentError(`The parameter $${name} nests too deeply.`);
  if (held === null || held === undefined) return null;
  switch (typeof held) {
    case 'string':
    case 'boolean':
      return held;
    case 'bigint':
      return integer(held);
    case 'number':
      return readNumber(held);
    case 'object':
      return readObject(held, name, depth);
    default:
      throw argumentError(`The parameter $${name} holds a ${typeof held}, for which Cypher has no value.`);
  }
}

function readNumber(held: number): Value {
  if (Object.is(held, -0)) return 0;
  return Number.isSafeInteger(held) ? held : float(held);
}

function readObject(held: object, name: string, depth: number): Value {
  if (Array.isArray(held)) return held.map((item) => read(item, name, depth + 1));
  if (held instanceof Float || held instanceof Temporal) return held;
  if (held instanceof GraphNode || held instanceof GraphRelationship) return held;
  const entries: Iterable<readonly [unknown, unknown]> = held instanceof Map ? held : plainEntries(held, name);
  return new Map([...entries].map(([key, item]) => [String(key), read(item, name, depth + 1)]));
}

function plainEntries(held: object, name: string): Iterable<readonly [string, unknown]> {
  const prototype: unknown = Object.getPrototypeOf(held);
  if (prototype === Object.prototype || prototype === null) return Object.entries(held);
  throw argumentError(`The parameter $${name} holds an object that is no map; send dates as strings.`);
}

const INSTANTS: Readonly<Record<Exclude<ResultTemporal['type'], 'duration'>, InstantKind>> = {
  date: 'Date',
  time: 'Time',
  localtime: 'LocalTime',
  datetime: 'DateTime',
  localdatetime: 'LocalDateTime',
};

function exact(held: ResultValue): Value {
  if (typeof held === 'bigint') return integer(held);
  if (typeof held === 'number') return float(held);
  if (held === null || typeof held !== 'object') return held;
  if (!('type' in held)) return held.map(exact);
  switch (held.type) {
    case 'map':
      return new Map(held.entries.map(([key, inner]) => [key, exact(inner)]));
    case 'node':
    case 'relationship':
    case 'path':
      throw argumentError('Nodes, relationships and paths are no parameters; send their ids.');
    case 'duration':
      return makeDuration(held.iso);
    default:
      return makeInstant(INSTANTS[held.type], held.iso);
  }
}
