// Aggregation in a projection: which items are keys, and what may stand beside an aggregate.
import { syntaxError } from '../errors.ts';
import { asAggregate, hasAggregate } from '../expressions/aggregates.ts';
import { distinct, findAggregate, Tally } from '../functions/aggregates.ts';
import { findFunction } from '../functions/index.ts';
import type { CallExpression, Expression, ProjectionItem } from '../parse/ast.ts';
import { fingerprint, namesIn, rewrite, some, subexpressions } from '../parse/ast-walk.ts';
import type { CountedRows, Step } from '../run/context.ts';
import { aggregateStep, type PlannedAggregate } from '../steps/aggregate.ts';
import type { Planning } from './planning.ts';
import { hidden, isHidden, Scope } from './scope.ts';

export interface Grouping {
  readonly step: Step;
  /** After the grouping: keys and aggregates, under hidden names. */
  readonly scope: Scope;
  /** The step before, where it only has to count its rows. */
  readonly before: Step | undefined;
  /** The expression over keys and aggregates. @throws CypherError where it uses anything else */
  over(expression: Expression, also?: readonly string[]): Expression;
}

/** @param counted of the step before, where its rows may be counted instead of made */
export function planGrouping(
  items: readonly ProjectionItem[],
  scope: Scope,
  planning: Planning,
  counted: CountedRows | undefined,
): Grouping {
  return new GroupingPlan(items, scope, planning, counted);
}

class GroupingPlan implements Grouping {
  readonly scope: Scope;
  private readonly source: Scope;
  private readonly planning: Planning;
  /** By fingerprint, the hidden name of a grouping key. */
  private readonly keys = new Map<string, string>();
  private readonly aggregates = new Map<string, { readonly name: string; readonly call: CallExpression }>();
  private isClosed = false;
  readonly step: Step;
  readonly before: Step | undefined;

  constructor(items: readonly ProjectionItem[], source: Scope, planning: Planning, counted: CountedRows | undefined) {
    this.source = source;
    this.planning = planning;
    this.scope = source.afterProjection();
    const keyItems = items.filter((item) => !hasAggregate(item.expression));
    const keys = keyItems.map(({ expression }, at) => {
      const name = hidden(`key${at}`);
      this.keys.set(fingerprint(expression), name);
      const slot = this.scope.declare(name, planning.compiler.typeOf(expression, source));
      return { evaluate: planning.compiler.compile(expression, source), slot };
    });
    for (const { expression } of items) this.replace(expression);
    this.isClosed = true;
    const number = counted && this.canCount(counted, keyItems) ? source.reserve() : undefined;
    this.before = number === undefined ? undefined : counted!.into(number);
    const aggregates = [...this.aggregates.values()].map(({ name, call }) =>
      number === undefined ? this.planAggregate(name, call) : this.planSum(name, number),
    );
    const outer = [...source.outer.values()].map(({ slot }) => slot);
    const details = items.map(({ name }) => name).join(', ');
    this.step = aggregateStep({ details, keys, aggregates, outer });
  }

  over(expression: Expression, also: readonly string[] = []): Expression {
    const replaced = this.replace(expression);
    const isKey = this.keys.has(fingerprint(expression));
    if (!isKey && hasAggregate(expression)) this.checkNames(replaced, new Set(also));
    return replaced;
  }

  /** Keys and aggregates become variables; beside an aggregate only simple keys may stand. */
  private replace(expression: Expression): Expression {
    const besideAggregate = hasAggregate(expression);
    return rewrite(expression, (part) => {
      const key = this.keys.get(fingerprint(part));
      if (key !== undefined && (!besideAggregate || isSimple(part))) return { kind: 'variable', name: key };
      refuseInsideList(part);
      const call = asAggregate(part);
      return call && { kind: 'variable', name: this.nameOf(call) };
    });
  }

  private nameOf(call: CallExpression): string {
    const id = fingerprint(call);
    const known = this.aggregates.get(id);
    if (known) return known.name;
    if (this.isClosed) {
      throw syntaxError('UndefinedVariable', 'ORDER BY can only use aggregations that are also returned.', call.at);
    }
    const name = hidden(`aggregate${this.aggregates.size}`);
    this.aggregates.set(id, { name, call });
    this.scope.declare(name, this.planning.compiler.typeOf(call, this.source));
    return name;
  }

  /** Whether nothing but the number of the rows is asked of what the step before adds. */
  private canCount({ names }: CountedRows, keys: readonly ProjectionItem[]): boolean {
    const isAdded = (name: string): boolean => names.includes(name);
    if (keys.some(({ expression }) => [...namesIn(expression)].some(isAdded))) return false;
    return [...this.aggregates.values()].every(({ call: { name, star, distinct: isDistinct, args } }) => {
      const [only] = args;
      const countsAdded = args.length === 1 && only!.kind === 'variable' && isAdded(only.name) && !isDistinct;
      return name.toLowerCase() === 'count' && (star === true || countsAdded);
    });
  }

  private planSum(name: string, number: number): PlannedAggregate {
    const { slot } = this.scope.variables.get(name)!;
    return { slot, start: () => new Tally(), input: (row) => row[number]!, second: undefined };
  }

  private planAggregate(name: string, call: CallExpression): PlannedAggregate {
    const definition = findAggregate(call.name)!;
    if (!call.star && call.args.length !== definition.arguments) {
      throw syntaxError('InvalidNumberOfArguments', `${call.name}() is called as ${definition.signature}.`, call.at);
    }
    if (call.args.some(hasAggregate)) {
      throw syntaxError('NestedAggregation', 'An aggregation cannot stand inside another.', call.at);
    }
    if (call.args.some((argument) => some(argument, isVolatile))) {
      throw syntaxError('NonConstantExpression', 'A random value cannot be aggregated.', call.at);
    }
    const [input, second] = call.args.map((argument) => this.planning.compiler.compile(argument, this.source));
    const { slot } = this.scope.variables.get(name)!;
    const start: PlannedAggregate['start'] = call.distinct
      ? (hold) => distinct(definition.start(hold), hold)
      : definition.start;
    return { slot, start, input, second };
  }

  private checkNames(expression: Expression, known: ReadonlySet<string>): void {
    if (expression.kind === 'variable') {
      const { name } = expression;
      if (isHidden(name) || this.scope.has(name) || known.has(name)) return;
      const message = `'${name}' stands beside an aggregation, but is no grouping key; add it to the WITH or RETURN.`;
      throw syntaxError('AmbiguousAggregationExpression', message, expression.at);
    }
    const inside = new Set([...known, ...localNames(expression)]);
    for (const part of subexpressions(expression)) this.checkNames(part, inside);
  }
}

const isVolatile = (part: Expression): boolean => part.kind === 'call' && findFunction(part.name)?.volatile === true;

const isSimple = (expression: Expression): boolean =>
  expression.kind === 'variable' ||
  expression.kind === 'literal' ||
  expression.kind === 'parameter' ||
  (expression.kind === 'property' && isSimple(expression.of));

/** Variables that an expression introduces for its parts. */
function localNames(expression: Expression): Iterable<string> {
  switch (expression.kind) {
    case 'listComprehension':
    case 'quantifier':
      return [expression.variable];
    case 'reduce':
      return [expression.variable, expression.accumulator];
    case 'patternComprehension':
      return namesIn(expression.path);
    default:
      return [];
  }
}

function refuseInsideList(part: Expression): void {
  const inside =
    part.kind === 'listComprehension'
      ? [part.where, part.map]
      : part.kind === 'quantifier'
        ? [part.where]
        : part.kind === 'reduce'
          ? [part.body]
          : [];
  if (!inside.some((each) => each && hasAggregate(each))) return;
  throw syntaxError('InvalidAggregation', 'An aggregation cannot stand inside a list expression.');
}
