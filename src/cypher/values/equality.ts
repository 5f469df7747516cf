// The = of Cypher: true, false, or null when unknown.
import { Temporal } from '../temporal/temporal.ts';
import { isNumber, plain } from './number.ts';
import { isEntity, isList, isMap, type ListValue, type MapValue, PathValue, type Value } from './value.ts';

export function equals(left: Value, right: Value): boolean | null {
  if (left === null || right === null) return null;
  if (typeof left === 'string' || typeof left === 'boolean') return left === right;
  if (isNumber(left)) return isNumber(right) && numbersEqual(plain(left), plain(right));
  if (isList(left)) return isList(right) ? listsEqual(left, right) : false;
  if (isEntity(left)) return left === right;
  if (left instanceof PathValue) return right instanceof PathValue && pathsEqual(left, right);
  if (left instanceof Temporal) return right instanceof Temporal && temporalsEqual(left, right);
  return isMap(right) ? mapsEqual(left, right) : false;
}

/** An integer past 2^53 and a float are compared as floats, as Neo4j does: 2^53+1 = 2^53.0. */
const numbersEqual = (left: number | bigint, right: number | bigint): boolean =>
  typeof left === typeof right ? left === right : Number(left) === Number(right);

function listsEqual(left: ListValue, right: ListValue): boolean | null {
  if (left.length !== right.length) return false;
  let unknown = false;
  for (let at = 0; at < left.length; at++) {
    const equal = equals(left[at]!, right[at]!);
    if (equal === false) return false;
    if (equal === null) unknown = true;
  }
  return unknown ? null : true;
}

function mapsEqual(left: MapValue, right: MapValue): boolean | null {
  if (left.size !== right.size) return false;
  let unknown = false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined) return false;
    const equal = equals(value, other);
    if (equal === false) return false;
    if (equal === null) unknown = true;
  }
  return unknown ? null : true;
}

const pathsEqual = (left: PathValue, right: PathValue): boolean =>
  left.nodes[0] === right.nodes[0] &&
  left.relationships.length === right.relationships.length &&
  left.relationships.every((relationship, at) => relationship === right.relationships[at]);

/** The text of a temporal value says all of it, zone included. */
const temporalsEqual = (left: Temporal, right: Temporal): boolean =>
  left.kind === right.kind && left.toString() === right.toString();
