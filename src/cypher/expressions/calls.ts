// Function calls: checked against the signature once, evaluated with as little as the number of arguments needs.
import { argumentError, notSupported, syntaxError } from '../errors.ts';
import { findFunction, isKnownElsewhere } from '../functions/index.ts';
import { checkArgument, type FunctionDefinition, mayAccept } from '../functions/signature.ts';
import type { ExpressionOf } from '../parse/ast.ts';
import type { Scope } from '../plan/scope.ts';
import type { Evaluate } from '../run/context.ts';
import { searchTurns } from '../values/text.ts';
import type { Value } from '../values/value.ts';
import { asAggregate } from './aggregates.ts';
import type { Compiler } from './compiler.ts';

export function compileCall(expression: ExpressionOf<'call'>, scope: Scope, compiler: Compiler): Evaluate {
  if (asAggregate(expression)) {
    const message = `The aggregation ${expression.name}() cannot stand here; use it in WITH or RETURN.`;
    throw syntaxError('InvalidAggregation', message, expression.at);
  }
  const definition = find(expression);
  checkCall(expression, definition, scope, compiler);
  return evaluator(
    definition,
    expression.args.map((argument) => compiler.compile(argument, scope)),
  );
}

function find({ name, at }: ExpressionOf<'call'>): FunctionDefinition {
  const definition = findFunction(name);
  if (definition) return definition;
  if (isKnownElsewhere(name)) throw notSupported(`The function ${name}()`);
  throw syntaxError('UnknownFunction', `There is no function '${name}'.`, at);
}

function checkCall(
  { name, args, at }: ExpressionOf<'call'>,
  { parsed, signature, mismatch }: FunctionDefinition,
  scope: Scope,
  compiler: Compiler,
): void {
  const { parameters, variadic } = parsed;
  const least = parameters.filter((parameter) => !parameter.optional).length;
  if (args.length < least || (!variadic && args.length > parameters.length)) {
    throw syntaxError('InvalidNumberOfArguments', `${name}() is called as ${signature}.`, at);
  }
  for (const [place, argument] of args.entries()) {
    const parameter = parameters[Math.min(place, parameters.length - 1)]!;
    const type = compiler.typeOf(argument, scope);
    if (mayAccept(parameter, type)) continue;
    const message = `${name}() does not take ${type}; it is called as ${signature}.`;
    throw mismatch ? argumentError(message) : syntaxError('InvalidArgumentType', message, at);
  }
}

/** A function over one long value runs to its end, whatever the clock says. */
const TURNS_A_CHARACTER = 2;

const turnsOf = (value: Value): number => (typeof value === 'string' ? value.length * TURNS_A_CHARACTER : 0);

function turnsOfAll(values: readonly Value[]): number {
  let turns = 0;
  for (const value of values) turns += turnsOf(value);
  const [text, sought] = values;
  return typeof text === 'string' && typeof sought === 'string' ? turns + searchTurns(text, sought) : turns;
}

function evaluator(definition: FunctionDefinition, args: readonly Evaluate[]): Evaluate {
  const { run, takesNull = false } = definition;
  if (args.length === 1) {
    const only = args[0]!;
    return (row, context) => {
      const value = only(row, context);
      if (value === null && !takesNull) return null;
      checkArgument(definition, 0, value);
      context.budget.claim(turnsOf(value));
      return run([value], context);
    };
  }
  return (row, context) => {
    const values: Value[] = [];
    for (const [place, argument] of args.entries()) {
      const value = argument(row, context);
      if (value === null && !takesNull) return null;
      checkArgument(definition, place, value);
      values.push(value);
    }
    context.budget.claim(turnsOfAll(values));
    return run(values, context);
  };
}
