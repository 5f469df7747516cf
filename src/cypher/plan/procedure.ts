// CALL procedure(…) YIELD …
import { CypherError, syntaxError } from '../errors.ts';
import { hasAggregate } from '../expressions/aggregates.ts';
import type { Expression, ProcedureClause } from '../parse/ast.ts';
import type { ProcedureDefinition, ProcedureParameter } from '../procedures/definition.ts';
import type { Step } from '../run/context.ts';
import { procedureStep } from '../steps/subquery.ts';
import { float, isInteger, isNumber, toDouble } from '../values/number.ts';
import { typeName } from '../values/type-name.ts';
import type { Value } from '../values/value.ts';
import type { Planning } from './planning.ts';
import type { Scope, StaticType } from './scope.ts';

export interface PlannedProcedure {
  readonly step: Step;
  readonly columns: readonly string[];
  readonly slots: readonly number[];
}

/** @throws CypherError */
export function planProcedure(clause: ProcedureClause, scope: Scope, planning: Planning): PlannedProcedure {
  const procedure = planning.findProcedure(clause.name);
  if (!procedure) {
    const message = `There is no procedure '${clause.name}' here.`;
    throw new CypherError('ProcedureNotFound', message, { detail: 'ProcedureNotFound' });
  }
  const args = argumentsOf(clause, procedure);
  for (const [at, argument] of args.entries()) checkStatically(argument, procedure, at, scope, planning);
  const compiled = args.map((argument) => planning.compiler.compile(argument, scope));
  const yields = yieldsOf(clause, procedure).map(({ column, variable }) => {
    const place = procedure.columns.indexOf(column);
    if (place < 0) throw syntaxError('UndefinedVariable', `${procedure.name} does not yield '${column}'.`);
    if (scope.has(variable)) {
      throw syntaxError('VariableAlreadyBound', `The variable '${variable}' is bound already; use YIELD … AS.`);
    }
    return { column: place, slot: scope.declare(variable, 'any'), variable };
  });
  const where = clause.where && planning.compiler.predicate(clause.where, scope);
  const checkArgument = (value: Value, at: number): Value => converted(value, procedure.parameters[at]!, procedure);
  const step = procedureStep({ procedure, args: compiled, yields, where, optional: clause.optional, checkArgument });
  return { step, columns: yields.map(({ variable }) => variable), slots: yields.map(({ slot }) => slot) };
}

function argumentsOf(clause: ProcedureClause, { name, parameters }: ProcedureDefinition): readonly Expression[] {
  if (clause.args) {
    const least = parameters.filter((parameter) => !parameter.optional).length;
    if (clause.args.length >= least && clause.args.length <= parameters.length) return clause.args;
    const names = parameters.map((parameter) => parameter.name).join(', ');
    throw syntaxError('InvalidNumberOfArguments', `${name} is called as ${name}(${names}).`);
  }
  if (!clause.standalone && parameters.length > 0) {
    throw syntaxError('InvalidArgumentPassingMode', `${name} needs its arguments in brackets inside a query.`);
  }
  return parameters.map((parameter) => ({ kind: 'parameter', name: parameter.name }));
}

function yieldsOf(
  { yields, standalone }: ProcedureClause,
  { columns }: ProcedureDefinition,
): readonly { readonly column: string; readonly variable: string }[] {
  if (yields === 'all' && !standalone) {
    throw syntaxError('UnexpectedSyntax', 'YIELD * can only stand in a CALL that is the whole query.');
  }
  if (yields !== undefined && yields !== 'all') return yields;
  return yields === 'all' || standalone ? columns.map((column) => ({ column, variable: column })) : [];
}

const STATIC_TYPES: ReadonlyMap<string, readonly StaticType[]> = new Map<string, readonly StaticType[]>([
  ['STRING', ['string']],
  ['INTEGER', ['integer']],
  ['FLOAT', ['float', 'integer']],
  ['NUMBER', ['float', 'integer']],
  ['BOOLEAN', ['boolean']],
  ['MAP', ['map']],
]);

function checkStatically(
  argument: Expression,
  { name, parameters }: ProcedureDefinition,
  at: number,
  scope: Scope,
  planning: Planning,
): void {
  if (hasAggregate(argument)) {
    throw syntaxError('InvalidAggregation', 'An aggregation cannot be the argument of a procedure.');
  }
  const type = planning.compiler.typeOf(argument, scope);
  const accepted = STATIC_TYPES.get(parameters[at]!.type);
  if (!accepted || type === 'any' || type === 'null' || accepted.includes(type)) return;
  throw syntaxError('InvalidArgumentType', `${name} takes a ${parameters[at]!.type} as ${parameters[at]!.name}.`);
}

function converted(value: Value, { name, type }: ProcedureParameter, procedure: ProcedureDefinition): Value {
  if (value === null || type === 'ANY') return value;
  if (isNumber(value) && (type === 'NUMBER' || type === 'FLOAT')) {
    return type === 'FLOAT' && isInteger(value) ? float(toDouble(value)) : value;
  }
  if (typeName(value) === type) return value;
  const message = `${procedure.name} takes a ${type} as ${name}, not a ${typeName(value)}.`;
  throw new CypherError('ProcedureCallFailed', message);
}
