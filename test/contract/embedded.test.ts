// The contract on the embedded store.
import { afterAll, describe } from 'vitest';
import { graphStoreContract } from './graph-store.contract.ts';
import { embeddedHarness } from './harness-embedded.ts';

describe('the embedded store keeps the contract', () => {
  const harness = embeddedHarness();
  graphStoreContract(harness);
  afterAll(harness.cleanUp);
});
