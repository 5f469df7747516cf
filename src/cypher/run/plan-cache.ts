// Plans by query text, for one graph; a plan is made for the counts and indexes that were there, so it goes with their epoch.
import type { Plan } from '../plan/plan.ts';
import { planQuery } from '../plan/query.ts';
import { checkTree, type GateReport } from '../parse/gate.ts';
import { buildTree } from '../parse/build-query.ts';
import { readTree } from '../parse/read-tree.ts';
import { checkNesting } from '../parse/text-rules.ts';
import type { PropertyGraph } from '../property-graph.ts';

export interface CachedPlan {
  readonly plan: Plan;
  readonly mode: GateReport['mode'];
}

const MAX_PLANS = 500;

class PlanCache {
  private readonly plans = new Map<string, CachedPlan>();
  private epoch = -1;

  /** @throws CypherError */
  find(graph: PropertyGraph, text: string): CachedPlan {
    if (graph.epoch !== this.epoch) {
      this.plans.clear();
      this.epoch = graph.epoch;
    }
    const known = this.plans.get(text);
    if (known) {
      // the most recently used comes last, so that the first is the one to go
      this.plans.delete(text);
      this.plans.set(text, known);
      return known;
    }
    const made = makePlan(graph, text);
    this.plans.set(text, made);
    if (this.plans.size > MAX_PLANS) this.plans.delete(this.plans.keys().next().value!);
    return made;
  }
}

/** @throws CypherError */
export function makePlan(graph: PropertyGraph, text: string): CachedPlan {
  checkNesting(text);
  const tree = readTree(text);
  const { mode } = checkTree(tree);
  return { plan: planQuery(buildTree(tree), graph), mode };
}

const caches = new WeakMap<PropertyGraph, PlanCache>();

/** @throws CypherError */
export function cachedPlan(graph: PropertyGraph, text: string): CachedPlan {
  let cache = caches.get(graph);
  if (!cache) caches.set(graph, (cache = new PlanCache()));
  return cache.find(graph, text);
}
