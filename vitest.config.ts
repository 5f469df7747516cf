// One vitest project for every suite; suites that need a server or a browser say so in their folder name.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    // A loaded machine is slow to draw; a second, the default, would test the machine.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
    globalSetup: 'test/neo4j/run.ts',
    setupFiles: 'test/support/fast-check.ts',
    pool: 'forks',
    maxWorkers: 2,
  },
});
