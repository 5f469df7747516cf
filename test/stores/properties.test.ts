// Properties of the embedded store over random sets of documents, through its thread and its file.
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { verifyStore } from '../../src/adapters/verification/verify-store.ts';
import { ok } from '../../src/domain/result.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { someDocuments } from '../contract/random-documents.ts';
import { storeProperties } from './store-properties.ts';

const RUNS = 25;

const root = mkdtempSync(join(tmpdir(), 'plenary-properties-'));
let one: GraphStore;
let other: GraphStore;
beforeAll(async () => {
  one = await openStore(`file:${join(root, 'one')}`);
  other = await openStore(`file:${join(root, 'two')}`);
});
afterAll(async () => {
  await one.close();
  await other.close();
  rmSync(root, { recursive: true, force: true });
});

storeProperties(() => ({ one, other }), RUNS);

it('every store is sound', async () => {
  await fc.assert(
    fc.asyncProperty(someDocuments(6), async (documents) => {
      for (const { source } of await one.knownSources()) await one.remove(source);
      await one.commit(documents);
      const known = new Map(documents.map(({ source, claims }) => [source, claims.document]));
      const report = await verifyStore(one, (_bytes, source) => Promise.resolve(ok(known.get(source)!)));
      expect(report.faults).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
