// One vitest project for every suite; suites that need a server or a browser say so in their folder name.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: 'test/neo4j/run.ts',
    pool: 'forks',
    maxWorkers: 2,
  },
});
