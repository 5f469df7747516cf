// Every suite; those that need a server or a browser say so in their folder name.
import { configDefaults, defineConfig } from 'vitest/config';

/** Suites that hold CPU time to a budget: what runs beside them would be measured too, so they come last and alone. */
const budgets = ['test/layout/budgets.test.ts', 'test/security/time-limit.test.ts', 'test/web/e2e/large.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    // A loaded machine is slow to draw; a second, the default, would test the machine.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
    setupFiles: 'test/support/fast-check.ts',
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'suites',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...budgets],
          globalSetup: 'test/neo4j/run.ts',
        },
      },
      {
        extends: true,
        test: { name: 'budgets', include: budgets, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
