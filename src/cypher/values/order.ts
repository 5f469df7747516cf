// Two orders: comparability (<, which may be unknown) and orderability (ORDER BY, min and max, which is total).
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import { Duration } from '../temporal/duration.ts';
import { Temporal } from '../temporal/temporal.ts';
import { isNumber, plain } from './number.ts';
import { isList, isMap, type ListValue, type MapValue, type NumberValue, PathValue, type Value } from './value.ts';

/** Negative, 0, positive; NaN where both are numbers and one is NaN (no comparison holds); null where not comparable. */
export function compare(left: Value, right: Value): number | null {
  if (left === null || right === null) return null;
  if (isNumber(left)) return isNumber(right) ? compareNumbers(left, right) : null;
  if (typeof left === 'string') return typeof right === 'string' ? compareStrings(left, right) : null;
  if (typeof left === 'boolean') return typeof right === 'boolean' ? Number(left) - Number(right) : null;
  if (isList(left)) return isList(right) ? compareLists(left, right) : null;
  if (left instanceof Temporal && right instanceof Temporal) return compareTemporals(left, right);
  if (isMap(left)) return isMap(right) ? compareMaps(left, right) : null;
  if (left instanceof GraphNode) return right instanceof GraphNode ? left.order - right.order : null;
  if (left instanceof GraphRelationship) return right instanceof GraphRelationship ? left.order - right.order : null;
  return null;
}

function compareNumbers(left: NumberValue, right: NumberValue): number {
  let a = plain(left);
  let b = plain(right);
  // an integer past 2^53 and a float are compared as floats, as Neo4j does
  if (typeof a !== typeof b) [a, b] = [Number(a), Number(b)];
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(a) || Number.isNaN(b) ? NaN : 0;
}

/** By code point, as Neo4j does: a surrogate pair comes after every other character. */
export function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return left.length - right.length;
}
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

function compareLists(left: ListValue, right: ListValue): number | null {
  for (let at = 0; at < left.length && at < right.length; at++) {
    const order = compare(left[at]!, right[at]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Smaller maps first, then by their keys, then by the values of the keys in order, which may be unknown. */
function compareMaps(left: MapValue, right: MapValue): number | null {
  if (left.size !== right.size) return left.size - right.size;
  const keys = [...left.keys()].sort(compareStrings);
  const byKeys = orderLists(keys, [...right.keys()].sort(compareStrings));
  if (byKeys !== 0) return byKeys;
  for (const key of keys) {
    const order = compare(left.get(key)!, right.get(key)!);
    if (order !== 0) return order;
  }
  return 0;
}

/** Durations have no order: a month has no fixed length. */
function compareTemporals(left: Temporal, right: Temporal): number | null {
  return left.kind === right.kind && left.kind !== 'Duration' ? compareKeys(left, right) : null;
}

function compareKeys(left: Temporal, right: Temporal): number {
  const a = left.sortKey();
  const b = right.sortKey();
  return a < b ? -1 : a > b ? 1 : 0;
}

/** openCypher's order of types, ascending. */
const RANK = {
  map: 1,
  node: 2,
  relationship: 3,
  list: 4,
  path: 5,
  temporal: 6,
  string: 7,
  boolean: 8,
  number: 9,
  null: 10,
};
const TEMPORAL_KINDS = ['DateTime', 'LocalDateTime', 'Date', 'Time', 'LocalTime', 'Duration'];

function rank(value: Value): number {
  if (value === null) return RANK.null;
  if (isNumber(value)) return RANK.number;
  if (typeof value === 'string') return RANK.string;
  if (typeof value === 'boolean') return RANK.boolean;
  if (value instanceof GraphNode) return RANK.node;
  if (value instanceof GraphRelationship) return RANK.relationship;
  if (value instanceof Temporal) return RANK.temporal;
  if (value instanceof PathValue) return RANK.path;
  return isMap(value) ? RANK.map : RANK.list;
}

/** A total order: types in openCypher's order, NaN after all numbers, null last. */
export function compareTotally(left: Value, right: Value): number {
  const rankLeft = rank(left);
  const byRank = rankLeft - rank(right);
  if (byRank !== 0) return byRank;
  switch (rankLeft) {
    case RANK.number:
      return orderNumbers(left as NumberValue, right as NumberValue);
    case RANK.string:
      return compareStrings(left as string, right as string);
    case RANK.boolean:
      return Number(left) - Number(right);
    case RANK.node:
    case RANK.relationship:
      return (left as GraphNode).order - (right as GraphNode).order;
    case RANK.temporal:
      return orderTemporals(left as Temporal, right as Temporal);
    case RANK.list:
      return orderLists(left as ListValue, right as ListValue);
    case RANK.path:
      return orderPaths(left as PathValue, right as PathValue);
    case RANK.map:
      return orderMaps(left as MapValue, right as MapValue);
    default:
      return 0;
  }
}

function orderNumbers(left: NumberValue, right: NumberValue): number {
  const order = compareNumbers(left, right);
  return Number.isNaN(order) ? Number(Number.isNaN(plain(left))) - Number(Number.isNaN(plain(right))) : order;
}

function orderTemporals(left: Temporal, right: Temporal): number {
  const byKind = TEMPORAL_KINDS.indexOf(left.kind) - TEMPORAL_KINDS.indexOf(right.kind);
  if (byKind !== 0) return byKind;
  if (left instanceof Duration && right instanceof Duration) {
    return compareKeys(left, right) || left.months - right.months || left.days - right.days;
  }
  return compareKeys(left, right) || compareStrings(left.toString(), right.toString());
}

function orderLists(left: ListValue, right: ListValue): number {
  for (let at = 0; at < left.length && at < right.length; at++) {
    const order = compareTotally(left[at]!, right[at]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

const orderPaths = (left: PathValue, right: PathValue): number =>
  orderLists([left.nodes[0]!, ...left.relationships], [right.nodes[0]!, ...right.relationships]);

function orderMaps(left: MapValue, right: MapValue): number {
  const keysLeft = [...left.keys()].sort(compareStrings);
  const keysRight = [...right.keys()].sort(compareStrings);
  return (
    left.size - right.size ||
    orderLists(keysLeft, keysRight) ||
    orderLists(
      keysLeft.map((key) => left.get(key)!),
      keysRight.map((key) => right.get(key)!),
    )
  );
}
