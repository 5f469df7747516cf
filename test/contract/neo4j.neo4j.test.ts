// The contract on a real Neo4j.
import { afterAll, beforeAll, describe } from 'vitest';
import { graphStoreContract } from './graph-store.contract.ts';
import { neo4jHarness } from './harness-neo4j.ts';

describe('the Neo4j store keeps the contract', () => {
  let harness: Awaited<ReturnType<typeof neo4jHarness>>;
  beforeAll(async () => {
    harness = await neo4jHarness();
  }, 300_000);
  graphStoreContract({ open: () => harness.open(), reopen: () => harness.reopen() });
  afterAll(() => harness.cleanUp());
});
