// Queries: clauses to one chain of steps; UNION; subqueries.
import { syntaxError } from '../errors.ts';
import type { SubqueryPlanner } from '../expressions/compiler.ts';
import { createCompiler } from '../expressions/index.ts';
import type { Clause, Expression, MatchClause, PathPattern, Query, SubqueryClause } from '../parse/ast.ts';
import { findProcedure } from '../procedures/index.ts';
import type { ProcedureDefinition } from '../procedures/definition.ts';
import type { PropertyGraph } from '../property-graph.ts';
import type { Evaluate, QueryContext, Row, Step } from '../run/context.ts';
import { runSteps } from '../run/run-steps.ts';
import { sizeOf } from '../run/size.ts';
import { FINISH_STEP, optionalStep, unwindStep } from '../steps/basic.ts';
import { subqueryStep } from '../steps/subquery.ts';
import type { PathValue, Value } from '../values/value.ts';
import { planMatch } from './match/index.ts';
import type { Plan } from './plan.ts';
import type { Planning } from './planning.ts';
import { planProcedure } from './procedure.ts';
import { planProjection } from './projection.ts';
import { hidden, Scope, type StaticType, type Variable } from './scope.ts';
import { planUnion } from './union.ts';

export interface PlanOptions {
  /** Beside the built-in ones. */
  readonly procedures?: readonly ProcedureDefinition[];
}

/** @throws CypherError for every mistake that shows before the query runs */
export function planQuery(query: Query, graph: PropertyGraph, options: PlanOptions = {}): Plan {
  return new QueryPlanner(graph, options).query(query, undefined, true);
}

class QueryPlanner implements SubqueryPlanner {
  private readonly planning: Planning;

  constructor(graph: PropertyGraph, { procedures = [] }: PlanOptions) {
    let names = 0;
    const extra = new Map(procedures.map((procedure) => [procedure.name.toLowerCase(), procedure]));
    this.planning = {
      graph,
      compiler: createCompiler(this),
      freshName: (stem) => hidden(`${stem}${names++}`),
      findProcedure: (name) => extra.get(name.toLowerCase()) ?? findProcedure(name),
    };
  }

  /** `scope` holds what a subquery sees; without one the query stands alone. */
  query({ parts, unionAll }: Query, scope: Scope | undefined, needsReturn: boolean): Plan {
    const plans = parts.map((part) => this.single(part, scope ? scope.sibling() : new Scope(), needsReturn));
    return plans.length === 1 ? plans[0]! : planUnion(plans, unionAll, scope !== undefined);
  }

  private single(clauses: readonly Clause[], start: Scope, needsReturn: boolean): Plan {
    const clausePlan = new ClausePlan(this, this.planning, start);
    for (const clause of clauses) clausePlan.add(clause);
    return clausePlan.planned(needsReturn);
  }

  subquery(query: Query, scope: Scope): Plan['run'] {
    const last = query.parts[0]!.at(-1)!;
    // EXISTS { MATCH … } needs no RETURN
    return this.query(query, scope.nested(), last.kind === 'return').run;
  }

  patternComprehension(path: PathPattern, where: Expression | undefined, map: Expression, scope: Scope): Evaluate {
    const inner = scope.child();
    const steps = planMatch([path], where, inner, this.planning);
    const item = this.planning.compiler.compile(map, inner);
    return (row, context) => {
      const values: Value[] = [];
      let held = 0;
      for (const found of runSteps(steps, [row], context, row)) {
        const value = item(found, context);
        held += sizeOf(value);
        context.budget.hold(sizeOf(value));
        values.push(value);
      }
      context.budget.letGo(held);
      context.budget.allocate(held);
      return values;
    };
  }

  shortestPath(path: PathPattern, scope: Scope): Evaluate {
    const unbound = path.nodes.some(({ variable }) => variable === undefined || !scope.has(variable));
    if (unbound) throw syntaxError('UndefinedVariable', 'shortestPath() in an expression needs bound end nodes.');
    const inner = scope.child();
    const variable = this.planning.freshName('path');
    const steps = planMatch([{ ...path, variable }], undefined, inner, this.planning);
    const { slot } = inner.variables.get(variable)!;
    return (row, context) => {
      const paths: PathValue[] = [];
      for (const found of runSteps(steps, [row], context, row)) {
        paths.push(found[slot] as PathValue);
        if (!path.shortest!.groups) break;
      }
      return path.shortest!.groups ? paths : (paths[0] ?? null);
    };
  }
}

class ClausePlan {
  private readonly planner: QueryPlanner;
  private readonly planning: Planning;
  private readonly steps: Step[] = [];
  private scope: Scope;
  private end: { readonly columns: readonly string[]; readonly slots: readonly number[] } | undefined;

  constructor(planner: QueryPlanner, planning: Planning, start: Scope) {
    this.planner = planner;
    this.planning = planning;
    this.scope = start;
  }

  planned(needsReturn: boolean): Plan {
    if (!this.end && needsReturn) {
      throw syntaxError('InvalidClauseComposition', 'The query cannot end here; end it with RETURN.');
    }
    const { columns, slots } = this.end ?? { columns: [], slots: [] };
    const { steps } = this;
    return {
      columns,
      steps,
      *run(row, context) {
        for (const found of runSteps(steps, [row], context, row)) yield slots.map((slot) => found[slot] ?? null);
      },
    };
  }

  add(clause: Clause): void {
    if (this.end) {
      throw syntaxError('InvalidClauseComposition', 'Nothing can follow RETURN; use WITH to go on with a query.');
    }
    const { compiler } = this.planning;
    switch (clause.kind) {
      case 'match':
        this.steps.push(...this.match(clause));
        break;
      case 'with':
      case 'return':
        this.project(clause);
        break;
      case 'unwind': {
        const list = compiler.compile(clause.list, this.scope);
        this.steps.push(unwindStep(list, this.declare(clause.variable, 'any'), clause.variable));
        break;
      }
      case 'subquery':
        this.steps.push(this.subquery(clause));
        break;
      case 'procedure': {
        const planned = planProcedure(clause, this.scope, this.planning);
        this.steps.push(planned.step);
        if (clause.standalone) this.end = planned;
        // a procedure without columns is run and answers no row
        if (clause.standalone && planned.columns.length === 0) this.steps.push(FINISH_STEP);
        break;
      }
      case 'finish':
        this.steps.push(FINISH_STEP);
        this.end = { columns: [], slots: [] };
    }
  }

  private declare(name: string, type: StaticType): number {
    if (!this.scope.has(name)) return this.scope.declare(name, type);
    throw syntaxError('VariableAlreadyBound', `The variable '${name}' is bound already.`);
  }

  private project(clause: Extract<Clause, { kind: 'with' | 'return' }>): void {
    const isReturn = clause.kind === 'return';
    const { counted } = this.steps.at(-1) ?? {};
    const planned = planProjection(clause.projection, this.scope, this.planning, isReturn, counted);
    const { steps, scope, columns, slots, before } = planned;
    if (before) this.steps.splice(-1, 1, before);
    this.steps.push(...steps);
    this.scope = scope;
    if (isReturn) this.end = { columns, slots };
  }

  private match({ patterns, where, optional }: MatchClause): readonly Step[] {
    const before = new Set(this.scope.variables.keys());
    const steps = planMatch(patterns, where, this.scope, this.planning);
    if (!optional) return steps;
    const added = [...this.scope.variables].filter(([name]) => !before.has(name));
    const run = (rows: Iterable<Row>, context: QueryContext) => runSteps(steps, rows, context, []);
    return [
      optionalStep(
        run,
        added.map(([, { slot }]) => slot),
        steps,
      ),
    ];
  }

  private subquery(clause: SubqueryClause): Step {
    const { query, imports } = importsOf(clause, this.scope);
    const inner = this.scope.nested(imports);
    const plan = this.planner.query(query, inner, false);
    const isUnit = query.parts[0]!.at(-1)!.kind !== 'return';
    const slots = plan.columns.map((name) => this.declare(name, 'any'));
    return subqueryStep({ details: '', inner: plan.steps, run: plan.run, slots, optional: clause.optional, isUnit });
  }
}

/** What a CALL { } sees: what its brackets name, or what a leading WITH of its parts imports. */
function importsOf(
  { imports, query }: SubqueryClause,
  scope: Scope,
): { readonly query: Query; readonly imports: ReadonlyMap<string, Variable> } {
  if (imports !== 'with') {
    const names = imports === 'all' ? scope.visible() : imports;
    return { query, imports: pick(names, scope) };
  }
  const names = new Set<string>();
  const parts = query.parts.map((part) => {
    const imported = importingWith(part[0], scope);
    for (const name of imported ?? []) names.add(name);
    return imported ? part.slice(1) : part;
  });
  return { query: { ...query, parts }, imports: pick([...names], scope) };
}

function importingWith(clause: Clause | undefined, scope: Scope): readonly string[] | undefined {
  if (clause?.kind !== 'with') return undefined;
  const { items, star } = clause.projection;
  const isPlain = items.every(({ expression, name }) => expression.kind === 'variable' && expression.name === name);
  if (!isPlain) return undefined;
  return star ? scope.visible() : items.map(({ name }) => name);
}

function pick(names: readonly string[], scope: Scope): ReadonlyMap<string, Variable> {
  return new Map(
    names.map((name) => {
      const variable = scope.variables.get(name);
      if (!variable) throw syntaxError('UndefinedVariable', `The variable '${name}' is not defined.`);
      return [name, variable];
    }),
  );
}
