// Every suite; those that need a server or a browser say so in their folder name.
import { configDefaults, defineConfig } from 'vitest/config';

/** Suites that hold CPU time to a budget: what runs beside them would be measured too, so they come last and alone. */
const budgets = ['test/layout/budgets.test.ts', 'test/security/time-limit.test.ts', 'test/web/e2e/large.test.ts'];

/** The browser draws and the operating system delivers input when they get to it, beside whatever else runs. */
const browser = 'test/web/e2e/*.test.ts';

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
          exclude: [...configDefaults.exclude, ...budgets, browser],
          globalSetup: 'test/neo4j/run.ts',
        },
      },
      {
        extends: true,
        // One more try, on a new page; the report says "retry x1" beside a test that needed it.
        test: { name: 'browser', include: [browser], exclude: [...configDefaults.exclude, ...budgets], retry: 1 },
      },
      {
        extends: true,
        test: { name: 'budgets', include: budgets, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
