// One query from text to answer.
import { tooDeep } from '../parse/read-tree.ts';
import type { Plan } from '../plan/plan.ts';
import type { PropertyGraph } from '../property-graph.ts';
import type { QueryResult, ResultValue } from '../result.ts';
import type { MapValue } from '../values/value.ts';
import { AnswerWriter } from './answer.ts';
import { Budget, QueryStopped } from './budget.ts';
import type { QueryContext } from './context.ts';
import type { QueryEnvironment, RunLimits } from './limits.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { cachedPlan, type CachedPlan } from './plan-cache.ts';
import { describePlan, Profile } from './profile.ts';

/**
 * Parameters are plain JavaScript: a number without a fraction inside ±(2^53−1) is an integer, any other number a float,
 * a bigint an integer, an object or Map a map. A stopped query answers with `stopped` and the rows it has; a wrong query throws.
 * The text is not put through the gate (`checkQuery`): what this interpreter lacks it refuses, and it cannot write.
 * @throws CypherError
 */
export function runQuery(
  graph: PropertyGraph,
  text: string,
  parameters: Parameters,
  limits: RunLimits,
  environment: QueryEnvironment,
): QueryResult {
  const { plan, mode } = guarded(() => cachedPlan(graph, text));
  return runPlan({ plan, mode }, graph, readParameters(parameters), limits, environment);
}

/** @throws CypherError */
export function runPlan(
  { plan, mode }: CachedPlan,
  graph: PropertyGraph,
  parameters: MapValue,
  limits: RunLimits,
  environment: QueryEnvironment,
): QueryResult {
  const { columns, steps } = plan;
  if (mode === 'explain') return { columns, rows: [], plan: describePlan(steps, undefined) };
  const profile = mode === 'profile' ? new Profile(environment.elapsedMs) : undefined;
  const context: QueryContext = {
    graph,
    parameters,
    environment,
    budget: new Budget(limits, environment),
    nowMs: environment.epochMs(),
    ...(profile ? { profile } : {}),
  };
  const answer = collectRows(plan, context, limits);
  return { columns, ...answer, ...(profile ? { plan: describePlan(steps, profile) } : {}) };
}

function collectRows(plan: Plan, context: QueryContext, limits: RunLimits): Pick<QueryResult, 'rows' | 'stopped'> {
  const rows: (readonly ResultValue[])[] = [];
  const writer = new AnswerWriter();
  const { maxRows = Infinity, maxBytes = Infinity } = limits;
  try {
    guarded(() => {
      for (const values of plan.run([], context)) {
        if (rows.length >= maxRows) throw new QueryStopped('rows', `Only the first ${maxRows} rows are shown.`);
        const row = values.map((value) => writer.write(value));
        if (writer.bytes > maxBytes) throw new QueryStopped('size', `The answer is larger than ${maxBytes} bytes.`);
        rows.push(row);
      }
    });
  } catch (error) {
    if (!(error instanceof QueryStopped)) throw error;
    const message = `${error.message} ${rows.length} ${rows.length === 1 ? 'row was' : 'rows were'} found until then.`;
    return { rows, stopped: { reason: error.reason, message: error.reason === 'rows' ? error.message : message } };
  }
  return { rows };
}

/** What JavaScript itself refuses: a stack that overflows, a string or list that is too long. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (error.message.startsWith('Maximum call stack')) throw tooDeep(error);
    if (/^Invalid (?:string|array) length/.test(error.message)) {
      throw new QueryStopped('memory', 'The query was stopped: a value in it became too large.');
    }
    throw error;
  }
}
