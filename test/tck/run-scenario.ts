// Runs one scenario and says how it ended.
import { CypherError, MemoryGraph } from '../../src/cypher/index.ts';
import type { ResultValue } from '../../src/cypher/result.ts';
import { parseQuery } from '../../src/cypher/parse/build-query.ts';
import { planQuery } from '../../src/cypher/plan/query.ts';
import type { ProcedureDefinition } from '../../src/cypher/procedures/definition.ts';
import { runPlan } from '../../src/cypher/run/run-query.ts';
import type { MapValue, Value } from '../../src/cypher/values/value.ts';
import { ENVIRONMENT } from '../cypher/support/environment.ts';
import { canonicalAnswer, canonicalExpected } from './expected-value.ts';
import type { Scenario, ScenarioStep } from './gherkin.ts';
import { readProcedure, valueOf } from './procedures.ts';
import { runSetup } from './setup-writer.ts';

export type Outcome =
  | { readonly kind: 'passed'; readonly expectsError: boolean; readonly rightClass?: boolean }
  | { readonly kind: 'failed'; readonly expectsError: boolean; readonly why: string };

const WRITES = /\b(?:CREATE|MERGE|SET|DELETE|REMOVE)\b/i;

/** The TCK tests writing too, which this interpreter has not. */
export function isReadOnly({ steps }: Scenario): boolean {
  const queries = steps.filter((step) => /^executing (?:control )?query/.test(step.text));
  return queries.every(({ docString = '' }) => !WRITES.test(docString.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '')));
}

export interface TckGraphs {
  /** The CREATE query of a named graph. */
  named(name: string): string;
}

export function runScenario(scenario: Scenario, graphs: TckGraphs): Outcome {
  const graph = new MemoryGraph();
  const procedures: ProcedureDefinition[] = [];
  let parameters: MapValue = new Map();
  let answer: Answer = { columns: [], rows: [], error: undefined };
  let outcome: Outcome | undefined;
  for (const step of scenario.steps) {
    const { text } = step;
    const named = /^the (.*) graph$/.exec(text);
    if (named) runSetup(graph, graphs.named(named[1]!));
    else if (text.startsWith('having executed')) runSetup(graph, step.docString!, parameters);
    else if (text.startsWith('parameters are')) parameters = readParameterTable(step);
    else if (text.startsWith('there exists a procedure')) procedures.push(readProcedure(step));
    else if (/^executing (?:control )?query/.test(text))
      answer = execute(graph, step.docString!, parameters, procedures);
    else if (/^(?:the result should|an? \w+ should be raised)/.test(text)) outcome = check(step, answer);
    if (outcome?.kind === 'failed') return outcome;
  }
  return outcome ?? { kind: 'failed', expectsError: false, why: 'The scenario checks nothing.' };
}

interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ResultValue[])[];
  readonly error: CypherError | undefined;
}

function execute(
  graph: MemoryGraph,
  text: string,
  parameters: MapValue,
  procedures: readonly ProcedureDefinition[],
): Answer {
  try {
    const plan = planQuery(parseQuery(text), graph, { procedures });
    const { columns, rows, stopped } = runPlan(
      { plan, mode: 'run' },
      graph,
      parameters,
      { timeoutMs: 20_000 },
      ENVIRONMENT,
    );
    if (stopped) throw new Error(stopped.message);
    return { columns, rows, error: undefined };
  } catch (error) {
    if (error instanceof CypherError) return { columns: [], rows: [], error };
    throw error;
  }
}

const readParameterTable = ({ table }: ScenarioStep): MapValue =>
  new Map(table.map(([name, held]): [string, Value] => [name!, valueOf(held!)]));

function check({ text, table }: ScenarioStep, { columns, rows, error }: Answer): Outcome {
  const raised = /^an? (\w+) should be raised/.exec(text);
  if (raised) return checkError(raised[1]!, error);
  const failed = (why: string): Outcome => ({ kind: 'failed', expectsError: false, why });
  if (error) return failed(`${error.kind} (${error.detail ?? ''}): ${error.message}`);
  if (text.startsWith('the result should be empty')) {
    return rows.length === 0 ? { kind: 'passed', expectsError: false } : failed(`${rows.length} rows instead of none`);
  }
  const [header = [], ...expectedRows] = table;
  if (header.join('|') !== columns.join('|')) return failed(`columns ${columns.join(', ')}, not ${header.join(', ')}`);
  const sorted = text.includes('ignoring element order');
  const expected = expectedRows.map((row) => row.map((cell) => canonicalExpected(cell, sorted)).join(' | '));
  const actual = rows.map((row) => row.map((value) => canonicalAnswer(value, sorted)).join(' | '));
  const isOrdered = text.includes('in order');
  const [left, right] = isOrdered ? [expected, actual] : [expected.toSorted(), actual.toSorted()];
  if (left.join('\n') === right.join('\n')) return { kind: 'passed', expectsError: false };
  return failed(`expected\n  ${left.join('\n  ')}\nbut found\n  ${right.join('\n  ')}`);
}

/** What the TCK calls by another name than Neo4j's codes. */
const CLASSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ProcedureError', ['ProcedureNotFound', 'ProcedureCallFailed']],
]);

function checkError(expected: string, error: CypherError | undefined): Outcome {
  if (!error) return { kind: 'failed', expectsError: true, why: `no ${expected} was raised` };
  const rightClass = (CLASSES.get(expected) ?? [expected]).includes(error.kind);
  return { kind: 'passed', expectsError: true, rightClass };
}
