// WITH and RETURN.
import { syntaxError } from '../errors.ts';
import { hasAggregate } from '../expressions/aggregates.ts';
import type { Expression, Projection, ProjectionItem } from '../parse/ast.ts';
import { fingerprint, namesIn, rewrite } from '../parse/ast-walk.ts';
import type { CountedRows, Step, Test } from '../run/context.ts';
import { filterStep } from '../steps/basic.ts';
import {
  distinctStep,
  limitStep,
  narrowStep,
  type ProjectedItem,
  type RowCount,
  skipStep,
  type SortOrder,
  sortStep,
  widenStep,
} from '../steps/project.ts';
import { isInteger } from '../values/number.ts';
import { compareStrings } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import { type Grouping, planGrouping } from './grouping.ts';
import type { Planning } from './planning.ts';
import { Scope } from './scope.ts';

export interface PlannedProjection {
  readonly steps: readonly Step[];
  readonly scope: Scope;
  readonly columns: readonly string[];
  readonly slots: readonly number[];
  /** Takes the place of the step before. */
  readonly before: Step | undefined;
}

/**
 * @param counted of the step before, where its rows may be counted instead of made
 * @throws CypherError
 */
export function planProjection(
  projection: Projection,
  scope: Scope,
  planning: Planning,
  isReturn: boolean,
  counted: CountedRows | undefined,
): PlannedProjection {
  const items = itemsOf(projection, scope, isReturn);
  const plan = new ProjectionPlan(projection, items, scope, planning, counted);
  return plan.planned();
}

function itemsOf({ star, items }: Projection, scope: Scope, isReturn: boolean): readonly ProjectionItem[] {
  const visible = scope.visible();
  if (star && isReturn && visible.length === 0) {
    throw syntaxError('NoVariablesInScope', 'RETURN * needs a variable in scope.');
  }
  if (!isReturn) {
    const unnamed = items.find((item) => !item.aliased && item.expression.kind !== 'variable');
    if (unnamed) throw syntaxError('NoExpressionAlias', `Name '${unnamed.name}' with AS; WITH needs names.`);
  }
  const bare = items.find(({ expression }) => expression.kind === 'subquery' && expression.bare && !expression.named);
  if (bare) throw syntaxError('UnexpectedSyntax', 'A pattern can only be a predicate; write EXISTS { … } instead.');
  // the columns of RETURN * are in alphabetical order, as on the server
  const starred = isReturn ? visible.filter((name) => !scope.outer.has(name)).sort(compareStrings) : visible;
  const all = [...(star ? starred : []).map(variableItem), ...items];
  if (new Set(all.map(({ name }) => name)).size < all.length) {
    throw syntaxError('ColumnNameConflict', 'Two columns have the same name; give one another name with AS.');
  }
  return all;
}

const variableItem = (name: string): ProjectionItem => ({
  expression: { kind: 'variable', name },
  name,
  aliased: true,
});

class ProjectionPlan {
  private readonly projection: Projection;
  private readonly items: readonly ProjectionItem[];
  private readonly source: Scope;
  private readonly planning: Planning;
  private readonly grouping: Grouping | undefined;
  /** What the items are evaluated in: the source, or what the grouping leaves. */
  private readonly inner: Scope;
  private readonly aliasOf: ReadonlyMap<string, string>;

  constructor(
    projection: Projection,
    items: readonly ProjectionItem[],
    source: Scope,
    planning: Planning,
    counted: CountedRows | undefined,
  ) {
    this.projection = projection;
    this.items = items;
    this.source = source;
    this.planning = planning;
    const isGrouped = items.some(({ expression }) => hasAggregate(expression));
    this.grouping = isGrouped ? planGrouping(items, source, planning, counted) : undefined;
    this.inner = this.grouping?.scope ?? source;
    this.aliasOf = new Map(items.map(({ expression, name }) => [fingerprint(expression), name]));
  }

  planned(): PlannedProjection {
    const { order, where, distinct } = this.projection;
    const steps: Step[] = this.grouping ? [this.grouping.step] : [];
    const after = this.source.afterProjection();
    const details = this.items.map(({ name }) => name).join(', ');
    const outer = [...this.source.outer.values()].map(({ slot }) => slot);
    const evaluated = this.items.map(({ expression }) => {
      const over = this.grouping ? this.grouping.over(expression) : expression;
      return this.planning.compiler.compile(over, this.inner);
    });
    const typed = this.items.map(({ expression }) => this.planning.compiler.typeOf(expression, this.source));
    const slots = this.items.map(({ name }, at) => after.declare(name, typed[at] === 'null' ? 'any' : typed[at]!));
    const skip = this.count(this.projection.skip, 'SKIP');
    const limit = this.count(this.projection.limit, 'LIMIT');
    if (order.length === 0 && !where) {
      const items = evaluated.map((evaluate, at) => ({ evaluate, slot: slots[at]! }));
      steps.push(narrowStep(items, outer, details), ...(distinct ? [distinctStep(slots)] : []));
      steps.push(...(skip ? [skipStep(skip)] : []), ...(limit ? [limitStep(limit)] : []));
    } else {
      steps.push(...this.wideSteps(evaluated, skip, limit, { slots, outer, details }));
    }
    return { steps, scope: after, columns: this.items.map(({ name }) => name), slots, before: this.grouping?.before };
  }

  /** ORDER BY and WHERE see old variables and new names: rows stay wide until the end. */
  private wideSteps(
    evaluated: readonly ProjectedItem['evaluate'][],
    skip: RowCount | undefined,
    limit: RowCount | undefined,
    end: { readonly slots: readonly number[]; readonly outer: readonly number[]; readonly details: string },
  ): readonly Step[] {
    const { distinct } = this.projection;
    const wide = this.wideScope();
    const aliases = this.items.map(({ expression, name }) =>
      wide.declare(name, this.planning.compiler.typeOf(expression, this.source)),
    );
    const steps = [
      widenStep(
        evaluated.map((evaluate, at) => ({ evaluate, slot: aliases[at]! })),
        end.details,
      ),
    ];
    if (distinct) steps.push(distinctStep(aliases));
    const where = this.whereTest(wide);
    const isPaged = skip !== undefined || limit !== undefined;
    if (where && !isPaged) steps.push(filterStep(where, 'WHERE'));
    const orders = this.orders(wide);
    const needed: RowCount = (context) => {
      const most = limit?.(context);
      return most === undefined ? undefined : most + (skip?.(context) ?? 0);
    };
    if (orders.length > 0) steps.push(sortStep(orders, needed, this.orderText()));
    if (skip) steps.push(skipStep(skip));
    if (limit) steps.push(limitStep(limit));
    if (where && isPaged) steps.push(filterStep(where, 'WHERE'));
    const taken = aliases.map((slot, at) => ({
      evaluate: (row: readonly Value[]) => row[slot]!,
      slot: end.slots[at]!,
    }));
    return [...steps, narrowStep(taken, end.outer, end.details)];
  }

  /** After DISTINCT or an aggregation the old variables are gone. */
  private get isClosed(): boolean {
    return this.grouping !== undefined || this.projection.distinct;
  }

  private wideScope(): Scope {
    if (this.grouping) return this.grouping.scope.child();
    if (!this.projection.distinct) return this.source.child();
    return this.source.onlyOuter();
  }

  private orders(wide: Scope): readonly SortOrder[] {
    return this.projection.order.map(({ expression, descending }) => {
      if (!this.grouping && hasAggregate(expression)) {
        throw syntaxError('InvalidAggregation', 'ORDER BY cannot aggregate unless WITH or RETURN does.');
      }
      const columns = this.items.map(({ name }) => name);
      const over = this.grouping ? this.grouping.over(expression, columns) : expression;
      const aliased = rewrite(over, (part) => this.alias(part, wide));
      return { evaluate: this.planning.compiler.compile(aliased, wide), descending };
    });
  }

  /** An expression that is also an item is that item's column. */
  private alias(part: Expression, wide: Scope): Expression | undefined {
    if (part.kind === 'variable' && (wide.has(part.name) || !this.isClosed)) return undefined;
    const name = this.aliasOf.get(fingerprint(part));
    return name === undefined ? undefined : { kind: 'variable', name };
  }

  private whereTest(wide: Scope): Test | undefined {
    const { where } = this.projection;
    if (!where) return undefined;
    const aliased = this.isClosed
      ? rewrite(where, (part) => (part.kind === 'variable' ? undefined : this.alias(part, wide)))
      : where;
    return this.planning.compiler.predicate(aliased, wide);
  }

  private orderText(): string {
    return this.projection.order.map(({ descending }, at) => `${at + 1}${descending ? ' DESC' : ''}`).join(', ');
  }

  private count(expression: Expression | undefined, what: string): RowCount | undefined {
    if (!expression) return undefined;
    if (namesIn(expression).size > 0) {
      throw syntaxError('NonConstantExpression', `${what} cannot use variables.`);
    }
    const evaluate = this.planning.compiler.compile(expression, new Scope());
    // a literal is checked at once, a parameter when it is there
    if (expression.kind === 'literal') checkedCount(expression.value, what);
    if (expression.kind === 'sign' && expression.negative) checkedCount(-1, what);
    return (context) => checkedCount(evaluate([], context), what);
  }
}

function checkedCount(value: Value, what: string): number {
  if (!isInteger(value)) throw syntaxError('InvalidArgumentType', `${what} needs an integer.`);
  if (value < 0) throw syntaxError('NegativeIntegerArgument', `${what} cannot be negative.`);
  return Number(value);
}
