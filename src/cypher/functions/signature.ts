// Signatures of functions: written once as text, they give the number of arguments, their types and the answer's type.
import { argumentError, typeError } from '../errors.ts';
import type { StaticType } from '../plan/scope.ts';
import type { QueryContext } from '../run/context.ts';
import { typeName } from '../values/type-name.ts';
import type { Value } from '../values/value.ts';

export interface FunctionParameter {
  readonly name: string;
  readonly optional: boolean;
  /** Type names; empty for ANY. */
  readonly types: ReadonlySet<string>;
}

export interface Signature {
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  /** The last parameter may repeat. */
  readonly variadic: boolean;
  readonly returns: StaticType;
}

export interface FunctionEntry {
  /** `left(original :: STRING, length :: INTEGER) :: STRING`; `?` after a name: optional; `…`: repeats; `A | B`: either. */
  readonly signature: string;
  /** The chapter that says what it does. */
  readonly source: 'openCypher 9' | 'Cypher manual 5';
  /** Called with nulls too; otherwise any null argument gives null. */
  readonly takesNull?: boolean;
  /** What an argument of a wrong type is answered with; a TypeError where nothing is said. */
  readonly mismatch?: 'ArgumentError';
  /** Different at each call: not allowed inside an aggregation. */
  readonly volatile?: boolean;
  readonly run: (args: readonly Value[], context: QueryContext) => Value;
}

export interface FunctionDefinition extends FunctionEntry {
  readonly parsed: Signature;
}

const TEMPORAL = ['DATE', 'LOCAL TIME', 'ZONED TIME', 'LOCAL DATETIME', 'ZONED DATETIME', 'DURATION'];
/** Names that stand for several types. */
const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ANY', []],
  ['NUMBER', ['INTEGER', 'FLOAT']],
  ['TEMPORAL', TEMPORAL],
]);
const STATIC: ReadonlyMap<string, StaticType> = new Map<string, StaticType>([
  ['BOOLEAN', 'boolean'],
  ['INTEGER', 'integer'],
  ['FLOAT', 'float'],
  ['STRING', 'string'],
  ['LIST', 'list'],
  ['MAP', 'map'],
  ['NODE', 'node'],
  ['RELATIONSHIP', 'relationship'],
  ['PATH', 'path'],
  ...TEMPORAL.map((name) => [name, 'temporal'] as const),
  ['TEMPORAL', 'temporal'],
]);

export function parseSignature(text: string): Signature {
  const [, name, list, returns] = /^([\w.]+)\((.*)\) :: (\w[\w ]*)$/.exec(text) ?? [];
  if (name === undefined || list === undefined || returns === undefined) throw new TypeError(`Bad signature: ${text}`);
  const parameters = list === '' ? [] : list.split(', ').map(parseParameter);
  return { name, parameters, variadic: list.includes('…'), returns: STATIC.get(returns) ?? 'any' };
}

function parseParameter(text: string): FunctionParameter {
  const [name = '', types = ''] = text.split(' :: ');
  const names = types.split(' | ').flatMap((type) => GROUPS.get(type) ?? [type]);
  return { name: name.replace(/[?…]/g, ''), optional: name.includes('?'), types: new Set(names) };
}

/** Whether an argument of this static type can ever fit. */
export function mayAccept(parameter: FunctionParameter, type: StaticType): boolean {
  if (parameter.types.size === 0 || type === 'any' || type === 'null') return true;
  const wanted = type === 'relationships' ? 'list' : type;
  for (const name of parameter.types) {
    if (STATIC.get(name) === wanted || (name === 'FLOAT' && wanted === 'integer')) return true;
  }
  return false;
}

/** @throws CypherError TypeError */
export function checkArgument({ parsed: signature, mismatch }: FunctionDefinition, at: number, value: Value): void {
  const parameter = signature.parameters[Math.min(at, signature.parameters.length - 1)]!;
  if (parameter.types.size === 0 || value === null) return;
  const name = typeName(value);
  if (parameter.types.has(name) || (name === 'INTEGER' && parameter.types.has('FLOAT'))) return;
  const wanted = [...parameter.types].join(' or ');
  const message = `${signature.name}() takes a ${wanted} as ${parameter.name}, not a ${name}.`;
  throw mismatch ? argumentError(message) : typeError(message);
}
