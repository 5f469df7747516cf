// MATCH: patterns to steps. Greedy: start where the fewest candidates are, follow what is connected, test every condition
// as soon as its variables are bound.
import type { Expression, GroupPattern, PathChoice, PathPattern } from '../../parse/ast.ts';
import { syntaxError } from '../../errors.ts';
import { GraphNode } from '../../property-graph.ts';
import type { Step, Test } from '../../run/context.ts';
import { filterStep } from '../../steps/basic.ts';
import { pathStep } from '../../steps/path.ts';
import { selectPathsStep } from '../../steps/select-paths.ts';
import type { Planning } from '../planning.ts';
import { isHidden, type Scope } from '../scope.ts';
import { followStep } from './follow.ts';
import { type Conjunct, type Link, type PatternGraph, type PatternNode, resolvePatterns } from './pattern.ts';
import { bestStart, nodeTest } from './start.ts';

/** Declares the pattern's variables in the scope. @throws CypherError */
export function planMatch(
  patterns: readonly PathPattern[],
  where: Expression | undefined,
  scope: Scope,
  planning: Planning,
): readonly Step[] {
  const [pattern] = patterns;
  const isSelective = patterns.some(({ shortest, selection }) => selection ?? shortest?.selector);
  if (isSelective && patterns.length > 1) {
    const message = 'A pattern with a path selector stands alone in its MATCH; write the others in a MATCH before it.';
    throw syntaxError('InvalidPathSelector', message);
  }
  if (pattern?.selection) {
    return planSelection({ ...pattern, selection: pattern.selection }, where, scope, planning);
  }
  const graph = resolvePatterns(patterns, where, scope, planning.freshName);
  // every mistake shows before anything is planned; compiled once only, because subqueries nest
  const tests = new Map(
    graph.conjuncts.map((conjunct) => [conjunct, planning.compiler.predicate(conjunct.expression, scope)]),
  );
  return new MatchPlan(graph, tests, scope, planning).steps();
}

/** All paths of the pattern, of which some are chosen for each pair of ends; the WHERE comes after the choice. */
function planSelection(
  { selection: choice, ...pattern }: PathPattern & { readonly selection: PathChoice },
  where: Expression | undefined,
  scope: Scope,
  planning: Planning,
): readonly Step[] {
  const variable = pattern.variable ?? planning.freshName('path');
  const inner = planMatch([{ ...pattern, variable }], undefined, scope, planning);
  const steps = [selectPathsStep({ ...choice, inner, pathSlot: scope.variables.get(variable)!.slot })];
  return where ? [...steps, filterStep(planning.compiler.predicate(where, scope), '')] : steps;
}

class MatchPlan {
  private readonly graph: PatternGraph;
  private readonly tests: ReadonlyMap<Conjunct, Test>;
  private readonly scope: Scope;
  private readonly planning: Planning;
  private readonly planned: Step[] = [];
  private readonly bound: Set<string>;
  /** Variables of this clause. */
  private readonly own: ReadonlySet<string>;
  private readonly todo: Set<Link>;
  private readonly waiting: Set<Conjunct>;
  private readonly used: number[] = [];
  private rows = 1;

  constructor(graph: PatternGraph, tests: ReadonlyMap<Conjunct, Test>, scope: Scope, planning: Planning) {
    this.graph = graph;
    this.tests = tests;
    this.scope = scope;
    this.planning = planning;
    this.bound = new Set(graph.before);
    this.own = new Set([...scope.variables.keys()].filter((name) => !graph.before.has(name)));
    this.todo = new Set(graph.links);
    this.waiting = new Set(graph.conjuncts);
  }

  steps(): readonly Step[] {
    for (const node of this.graph.nodes) if (this.isBound(node)) this.planned.push(boundNodeStep(node));
    this.settle();
    for (;;) {
      const link = this.nextLink();
      const open = this.graph.nodes.filter((node) => !this.isBound(node));
      if (link) this.follow(link);
      else if (open.length > 0) this.start(open);
      else break;
      this.settle();
    }
    return this.planned;
  }

  private readonly isBound = (node: PatternNode): boolean => this.bound.has(node.name);
  /** Names of other scopes (of a comprehension, of a subquery) do not wait for this clause. */
  private readonly isKnown = (name: string): boolean => !this.own.has(name) || this.bound.has(name);

  /** The cheapest link with a bound end: between two bound nodes it only filters; repeated ones grow the most. */
  private nextLink(): Link | undefined {
    const ready = [...this.todo].filter(({ from, to, shortest }) =>
      shortest ? this.isBound(from) && this.isBound(to) : this.isBound(from) || this.isBound(to),
    );
    const cost = ({ from, to, pattern, shortest }: Link): number =>
      (this.isBound(from) && this.isBound(to) ? 0 : 2) +
      (pattern.kind === 'group' || pattern.range ? 1 : 0) +
      (shortest ? 8 : 0);
    return ready.reduce<Link | undefined>((best, link) => (best && cost(best) <= cost(link) ? best : link), undefined);
  }

  private follow(link: Link): void {
    this.todo.delete(link);
    const conditions = link.shortest ? this.takeConditions(link) : [];
    const { graph } = this.planning;
    const isFree = !this.isBound(link.from) || !this.isBound(link.to);
    const degree = graph.relationshipCount / Math.max(1, graph.nodeCount);
    this.rows *= isFree ? degree : Math.min(1, degree);
    const matchInner = (group: GroupPattern, scope: Scope) =>
      planMatch([group.path], group.where, scope, this.planning);
    const following = { link, isBound: this.isBound, used: [...this.used], estimatedRows: this.rows };
    const { scope, planning } = this;
    this.planned.push(followStep({ ...following, scope, planning, matchInner }, conditions));
    this.bindLink(link);
  }

  private bindLink(link: Link): void {
    for (const name of [link.from.name, link.to.name, link.name]) this.bound.add(name);
    if (link.path) this.bound.add(link.path.name);
    if (link.pattern.kind === 'group') {
      const { nodes, links } = link.pattern.path;
      for (const part of [...nodes, ...links]) if ('variable' in part && part.variable) this.bound.add(part.variable);
    }
    this.used.push(link.slot);
  }

  /** Conditions on a shortest path choose among paths: they belong into the search. */
  private takeConditions(link: Link): readonly Test[] {
    const inside = new Set([link.name, link.path?.name]);
    const taken = [...this.waiting].filter(
      ({ needs, isInside }) =>
        (isInside || !link.shortest?.selector) &&
        [...needs].some((name) => inside.has(name)) &&
        [...needs].every((name) => inside.has(name) || this.isKnown(name)),
    );
    for (const conjunct of taken) this.waiting.delete(conjunct);
    return taken.map((conjunct) => this.tests.get(conjunct)!);
  }

  private start(open: readonly PatternNode[]): void {
    const { scope, planning, isKnown, isBound } = this;
    const conjuncts = [...this.waiting];
    const used = [...this.used];
    const start = bestStart({ open, links: [...this.todo], conjuncts, isKnown, isBound, used, scope, planning });
    this.planned.push(start.step);
    this.rows *= Math.max(1, start.rows);
    for (const node of start.nodes) this.bound.add(node.name);
    if (!start.link) return;
    this.todo.delete(start.link);
    this.bindLink(start.link);
  }

  /** Makes the paths and applies the conditions that have become possible. */
  private settle(): void {
    for (const { name, slot, first, links, isShortest } of this.graph.paths) {
      const isReady =
        !isShortest && !this.bound.has(name) && this.isBound(first) && !links.some((link) => this.todo.has(link));
      if (!isReady) continue;
      this.planned.push(
        pathStep(
          name,
          slot,
          first.slot,
          links.map((link) => link.slot),
        ),
      );
      this.bound.add(name);
    }
    for (const conjunct of this.waiting) {
      if (![...conjunct.needs].every(this.isKnown)) continue;
      this.waiting.delete(conjunct);
      this.planned.push(
        filterStep(this.tests.get(conjunct)!, [...conjunct.needs].filter((name) => !isHidden(name)).join(', ')),
      );
    }
  }
}

/** A variable from an earlier clause may be null, or lack the labels. */
function boundNodeStep(node: PatternNode): Step {
  const test = nodeTest(node);
  const { slot } = node;
  return filterStep((row) => {
    const held = row[slot];
    return held instanceof GraphNode && (test?.(held.labels) ?? true);
  }, node.name.trim());
}
