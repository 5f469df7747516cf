// Expressions to closures over a row: the table of kinds, and the checks that Cypher makes before it runs.
import { syntaxError } from '../errors.ts';
import type { Expression, ExpressionOf } from '../parse/ast.ts';
import type { Scope } from '../plan/scope.ts';
import type { Evaluate } from '../run/context.ts';
import {
  compileIndex,
  compileMapProjection,
  compileParameter,
  compileProperty,
  compileSlice,
  compileVariable,
} from './access.ts';
import { hasAggregate } from './aggregates.ts';
import { compileArithmetic, compileSign } from './arithmetic.ts';
import { compileCall } from './calls.ts';
import { compileCase } from './cases.ts';
import { compileComprehension, compileList, compileMap, compileQuantifier, compileReduce } from './collections.ts';
import {
  compileComparison,
  compileLabelTest,
  compileMembership,
  compileNormalTest,
  compileNullTest,
  compileTextTest,
  compileTypeTest,
} from './comparisons.ts';
import { type Compiler, requireType, type SubqueryPlanner } from './compiler.ts';
import { compileLogical, compileNot, truth } from './logic.ts';
import { staticType } from './static-types.ts';
import { compilePatternComprehension, compileShortestPath, compileSubquery } from './subqueries.ts';

type Compile<K extends Expression['kind']> = (
  expression: ExpressionOf<K>,
  scope: Scope,
  compiler: Compiler,
) => Evaluate;

const TABLE: { readonly [K in Expression['kind']]: Compile<K> } = {
  literal:
    ({ value }) =>
    () =>
      value,
  parameter: compileParameter,
  variable: compileVariable,
  property: compileProperty,
  index: compileIndex,
  slice: compileSlice,
  call: compileCall,
  logical: compileLogical,
  not: compileNot,
  sign: compileSign,
  arithmetic: compileArithmetic,
  comparison: compileComparison,
  textTest: compileTextTest,
  membership: compileMembership,
  nullTest: compileNullTest,
  typeTest: compileTypeTest,
  normalTest: compileNormalTest,
  labelTest: compileLabelTest,
  list: compileList,
  map: compileMap,
  case: compileCase,
  listComprehension: compileComprehension,
  reduce: compileReduce,
  quantifier: compileQuantifier,
  patternComprehension: compilePatternComprehension,
  subquery: compileSubquery,
  shortestPath: compileShortestPath,
  mapProjection: compileMapProjection,
};

/** The entry of an expression's own kind takes that expression. */
const compileAny = (kind: Expression['kind']) =>
  TABLE[kind] as unknown as (expression: Expression, scope: Scope, compiler: Compiler) => Evaluate;

export function createCompiler(planner: SubqueryPlanner): Compiler {
  const compiler: Compiler = {
    planner,
    compile: (expression, scope) => compileAny(expression.kind)(expression, scope, compiler),
    predicate(expression, scope) {
      if (hasAggregate(expression)) {
        throw syntaxError('InvalidAggregation', 'An aggregation cannot stand in a predicate; use WITH before WHERE.');
      }
      requireType(compiler, expression, scope, 'WHERE', ['boolean']);
      const evaluate = compiler.compile(expression, scope);
      return (row, context) => truth(evaluate(row, context)) === true;
    },
    typeOf: staticType,
  };
  return compiler;
}
