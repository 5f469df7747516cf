// Variables, parameters, properties, list elements and slices, map projections.
import { CypherError, syntaxError, typeError } from '../errors.ts';
import { propertiesOf } from '../functions/entities.ts';
import type { ExpressionOf, MapProjectionItem } from '../parse/ast.ts';
import type { Scope, StaticType } from '../plan/scope.ts';
import { GraphEntity, type PropertyShape } from '../property-graph.ts';
import type { Evaluate } from '../run/context.ts';
import { Temporal } from '../temporal/temporal.ts';
import { integer, isInteger } from '../values/number.ts';
import { typeName } from '../values/type-name.ts';
import { isEntity, isList, isMap, type Value } from '../values/value.ts';
import { type Compiler, requireType } from './compiler.ts';
import { asList } from './comparisons.ts';

export function compileVariable(expression: ExpressionOf<'variable'>, scope: Scope): Evaluate {
  const variable = scope.variables.get(expression.name);
  if (!variable) {
    throw syntaxError('UndefinedVariable', `The variable '${expression.name}' is not defined.`, expression.at);
  }
  const { slot } = variable;
  return (row) => row[slot] ?? null;
}

export function compileParameter({ name }: ExpressionOf<'parameter'>): Evaluate {
  return (_row, { parameters }) => {
    const value = parameters.get(name);
    if (value !== undefined) return value;
    throw new CypherError('ParameterMissing', `The query needs a value for the parameter $${name}.`);
  };
}

const WITHOUT_PROPERTIES: readonly StaticType[] = [
  ...(['boolean', 'integer', 'float', 'string', 'list', 'relationships'] as const),
];

export function compileProperty(expression: ExpressionOf<'property'>, scope: Scope, compiler: Compiler): Evaluate {
  const type = compiler.typeOf(expression.of, scope);
  if (type === 'path')
    throw syntaxError('InvalidArgumentType', 'A path has no properties; use nodes() or relationships().');
  if (WITHOUT_PROPERTIES.includes(type)) throw typeError(`A value of type ${type} has no properties.`);
  const of = compiler.compile(expression.of, scope);
  const { key } = expression;
  // entities with the same properties share their shape: most look-ups find the place of the last one again
  let lastShape: PropertyShape | undefined;
  let slot = -1;
  return (row, context) => {
    const value = of(row, context);
    if (!(value instanceof GraphEntity)) return propertyOf(value, key);
    if (value.shape !== lastShape) {
      lastShape = value.shape;
      slot = lastShape.slot(key);
    }
    return slot < 0 ? null : value.values[slot]!;
  };
}

/** @throws CypherError TypeError */
export function propertyOf(value: Value, key: string): Value {
  if (value === null) return null;
  if (isEntity(value)) return value.get(key);
  if (isMap(value)) return value.get(key) ?? null;
  if (!(value instanceof Temporal)) throw typeError(`A ${typeName(value)} has no properties.`);
  const component = value.component(key);
  if (component === undefined) throw typeError(`A ${typeName(value)} has no component '${key}'.`);
  return typeof component === 'bigint' ? integer(component) : component;
}

export function compileIndex(expression: ExpressionOf<'index'>, scope: Scope, compiler: Compiler): Evaluate {
  const type = compiler.typeOf(expression.of, scope);
  const indexType = compiler.typeOf(expression.index, scope);
  const isWrongIndex = type === 'list' && !['integer', 'any', 'null'].includes(indexType);
  if (isWrongIndex || ['integer', 'float', 'boolean', 'string'].includes(type)) {
    throw typeError(`A value of type ${type} cannot be indexed by one of type ${indexType}.`);
  }
  const of = compiler.compile(expression.of, scope);
  const index = compiler.compile(expression.index, scope);
  return (row, context) => {
    const container = of(row, context);
    const at = index(row, context);
    if (container === null || at === null) return null;
    if (isList(container)) return elementAt(container, at);
    if (typeof at === 'string') return propertyOf(container, at);
    throw typeError(`A ${typeName(container)} cannot be indexed by a ${typeName(at)}.`);
  };
}

function elementAt(list: readonly Value[], at: Value): Value {
  if (!isInteger(at)) throw typeError(`A list is indexed by an INTEGER, not a ${typeName(at)}.`);
  const place = Number(at);
  return list[place < 0 ? place + list.length : place] ?? null;
}

export function compileSlice(expression: ExpressionOf<'slice'>, scope: Scope, compiler: Compiler): Evaluate {
  const of = compiler.compile(expression.of, scope);
  requireType(compiler, expression.of, scope, 'A slice', ['list', 'relationships']);
  const from = expression.from && compiler.compile(expression.from, scope);
  const to = expression.to && compiler.compile(expression.to, scope);
  return (row, context) => {
    const list = of(row, context);
    const start = from ? from(row, context) : 0;
    const end = to ? to(row, context) : Number.MAX_SAFE_INTEGER;
    if (list === null || start === null || end === null) return null;
    if (!isInteger(start) || !isInteger(end)) throw typeError('A slice goes from an INTEGER to an INTEGER.');
    return asList(list).slice(Number(start), Number(end));
  };
}

export function compileMapProjection(
  expression: ExpressionOf<'mapProjection'>,
  scope: Scope,
  compiler: Compiler,
): Evaluate {
  const of = compiler.compile({ kind: 'variable', name: expression.variable }, scope);
  const items = expression.items.map((item) => compileItem(item, scope, compiler));
  return (row, context) => {
    const value = of(row, context);
    if (value === null) return null;
    if (!isEntity(value) && !isMap(value)) throw typeError(`A ${typeName(value)} has no properties to project.`);
    const map = new Map<string, Value>();
    for (const fill of items) {
      for (const [key, held] of fill(value, (evaluate) => evaluate(row, context))) map.set(key, held);
    }
    return map;
  };
}

type Fill = (of: Value, evaluated: (evaluate: Evaluate) => Value) => Iterable<readonly [string, Value]>;

function compileItem(item: MapProjectionItem, scope: Scope, compiler: Compiler): Fill {
  if (item.kind === 'all') return (of) => propertiesOf(of);
  if (item.kind === 'property') return (of) => [[item.key, propertyOf(of, item.key)]];
  const value = compiler.compile(item.value, scope);
  return (_of, evaluated) => [[item.key, evaluated(value)]];
}
