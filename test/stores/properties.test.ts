// Properties of the embedded store over random sets of documents, through its thread and its file.
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJsonl, writeJsonl } from '../../src/adapters/exports/jsonl.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { verifyStore } from '../../src/adapters/verification/verify-store.ts';
import { ok } from '../../src/domain/result.ts';
import type { DocumentCommit, GraphStore } from '../../src/ports/graph-store.ts';
import { exported } from '../contract/exported.ts';
import { someDocuments } from '../contract/random-documents.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-properties-'));
const RUNS = { numRuns: 25 };
let store: GraphStore;
let other: GraphStore;
beforeAll(async () => {
  store = await openStore(`file:${join(root, 'one')}`);
  other = await openStore(`file:${join(root, 'two')}`);
});
afterAll(async () => {
  await store.close();
  await other.close();
  rmSync(root, { recursive: true, force: true });
});

/** Stores are emptied and used again: what was there before must leave no trace either. */
async function build(into: GraphStore, documents: readonly DocumentCommit[], size = documents.length): Promise<string> {
  for (const { source } of await into.knownSources()) await into.remove(source);
  for (let at = 0; at < documents.length; at += size) await into.commit(documents.slice(at, at + size));
  return await exported(into);
}

describe('the store is a function of its set of documents', () => {
  it('any order and any batch size give the same export', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments(6), fc.integer({ min: 1, max: 4 }), async (documents, size) => {
        const whole = await build(store, documents);
        expect(await build(other, [...documents].reverse(), size)).toBe(whole);
      }),
      RUNS,
    );
  });

  it('four that write at once give the same export as one', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments(6), async (documents) => {
        const whole = await build(store, documents);
        await build(other, []);
        const workers = [0, 1, 2, 3].map((worker) => documents.filter((_, at) => at % 4 === worker));
        await Promise.all(workers.map((share) => other.commit(share)));
        expect(await exported(other)).toBe(whole);
      }),
      RUNS,
    );
  });

  it('building A and B and removing B is building A', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments(6), fc.nat({ max: 6 }), async (documents, cut) => {
        const [kept, gone] = [documents.slice(0, cut), documents.slice(cut)];
        const alone = await build(store, kept);
        await build(other, documents);
        for (const { source } of gone) await other.remove(source);
        expect(await exported(other)).toBe(alone);
      }),
      RUNS,
    );
  });

  it('what is exported and imported is the same', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments(5), async (documents) => {
        const whole = await build(store, documents);
        const imported: DocumentCommit[] = [];
        for await (const { document } of readJsonl(linesOf(store))) if (document !== undefined) imported.push(document);
        expect(await build(other, imported)).toBe(whole);
      }),
      RUNS,
    );
  });

  it('every store is sound', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments(6), async (documents) => {
        await build(store, documents);
        const known = new Map(documents.map(({ source, claims }) => [source, claims.document]));
        const report = await verifyStore(store, (_bytes, source) => Promise.resolve(ok(known.get(source)!)));
        expect(report.faults).toEqual([]);
      }),
      RUNS,
    );
  });
});

async function* linesOf(from: GraphStore): AsyncIterable<string> {
  for await (const line of writeJsonl(from)) yield line.trimEnd();
}
