// The openCypher TCK: every scenario that only reads must answer as it says, or fail as it says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeShared } from '../support/shared.ts';
import { readFeature, type Scenario } from './gherkin.ts';
import { isReadOnly, type Outcome, runScenario, type TckGraphs } from './run-scenario.ts';

function scenariosIn(folder: string): readonly Scenario[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.feature'));
  return files.sort().flatMap((file) => readFeature(readFileSync(join(folder, file), 'utf8')));
}

/** A scenario that does not end fails at its query's own time limit. */
function runAll(
  scenarios: readonly Scenario[],
  graphs: TckGraphs,
): readonly { scenario: Scenario; outcome: Outcome }[] {
  return scenarios.map((scenario) => ({ scenario, outcome: runScenario(scenario, graphs) }));
}

function expectAtLeast(share: number, results: ReturnType<typeof runAll>, isGood: (outcome: Outcome) => boolean): void {
  const bad = results.filter(({ outcome }) => !isGood(outcome));
  const report = bad.map(({ scenario, outcome }) => {
    const why = outcome.kind === 'failed' ? outcome.why : 'another class of error';
    return `${scenario.feature}: ${scenario.name}\n${why}`;
  });
  expect(1 - bad.length / results.length, report.slice(0, 20).join('\n\n')).toBeGreaterThanOrEqual(share);
}

const NO_GRAPHS: TckGraphs = {
  named: (name) => {
    throw new Error(`There is no graph ${name}.`);
  },
};

function suite(folder: string): void {
  const graphs = { named: (name: string) => readFileSync(join(folder, 'graphs', name, `${name}.cypher`), 'utf8') };
  const results = runAll(scenariosIn(join(folder, 'features')).filter(isReadOnly), graphs);
  const succeeding = results.filter(({ outcome }) => !outcome.expectsError);
  const failing = results.filter(({ outcome }) => outcome.expectsError);

  it('has the scenarios that it should have', () => {
    expect(succeeding.length).toBeGreaterThan(2800);
    expect(failing.length).toBeGreaterThan(600);
  });
  it('answers 99.5 % of the scenarios that should succeed as they say', () => {
    expectAtLeast(0.995, succeeding, ({ kind }) => kind === 'passed');
  });
  it('answers 99.5 % of the temporal scenarios as they say', () => {
    const temporal = succeeding.filter(({ scenario }) => scenario.feature.startsWith('Temporal'));
    expect(temporal.length).toBeGreaterThan(900);
    expectAtLeast(0.995, temporal, ({ kind }) => kind === 'passed');
  });
  it('refuses 99.5 % of the scenarios that must fail', () => {
    expectAtLeast(0.995, failing, ({ kind }) => kind === 'passed');
  });
  it('refuses 95 % of them with the right class of error', () => {
    expectAtLeast(0.95, failing, (outcome) => outcome.kind === 'passed' && outcome.rightClass === true);
  });
}

const fromEnvironment = process.env['TCK_DIR'];
if (fromEnvironment !== undefined) describe('openCypher TCK', () => suite(fromEnvironment));
else describeShared('openCypher TCK', 'tck', suite);

describe('our own scenarios', () => {
  const scenarios = scenariosIn(join(import.meta.dirname, 'features'));
  it('are at least 150', () => expect(scenarios.length).toBeGreaterThanOrEqual(150));
  it.each(scenarios.map((scenario) => [`${scenario.feature}: ${scenario.name}`, scenario] as const))(
    '%s',
    (_name, scenario) => {
      const outcome = runScenario(scenario, NO_GRAPHS);
      expect(outcome.kind === 'failed' ? outcome.why : outcome.kind).toBe('passed');
    },
  );
});
