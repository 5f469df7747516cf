// What a model proposes stays out of the graph until a person accepts it, and stays in when the document is read again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modelProposer } from '../../src/adapters/extractors/llm/index.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { verifyStore } from '../../src/adapters/verification/verify-store.ts';
import { readDocument } from '../../src/adapters/readers/index.ts';
import { keepAccepted, withAccepted } from '../../src/ingest/accepted-proposals.ts';
import { ingest } from '../../src/ingest/run.ts';
import type { Proposals } from '../../src/ports/extractor.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { startModelStub } from './model-endpoint.ts';

/** A sentence whose verb no rule reads. */
const TEXT = 'Ana Ruiz broke bread alongside Bo Lind in Oslo.\n';
const MEETINGS = 'MATCH (:Person {name: "Ana Ruiz"})-[m:MET_WITH]-(:Person {name: "Bo Lind"}) RETURN count(m) AS n';

let folder: string;
let store: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-accept-'));
  writeFileSync(join(folder, 'report.txt'), TEXT);
  store = await openStore(`file:${join(folder, 'store')}`);
  await ingest(store, [join(folder, 'report.txt')], { workers: 1 });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function proposed(): Promise<Proposals> {
  const person = (ref: string, name: string): object => ({ ref, kind: 'Person', name });
  const claim = { relation: 'MET_WITH', subject: 'a', object: 'b', quote: 'Ana Ruiz broke bread alongside Bo Lind' };
  const stub = await startModelStub(() => ({
    content: {
      entities: [person('a', 'Ana Ruiz'), person('b', 'Bo Lind')],
      claims: [{ ...claim, modality: 'occurred', polarity: 'affirmed' }],
    },
  }));
  try {
    const retry = { attempts: 1, firstDelayMs: 0, factor: 1, sleep: () => Promise.resolve() };
    const proposer = modelProposer({
      baseUrl: stub.baseUrl,
      model: 'stub',
      timeoutMs: 2_000,
      retry,
      maxTokensPerDocument: 9_000,
    });
    return await proposer.propose((await onlyDocument()).document);
  } finally {
    await stub.close();
  }
}

async function onlyDocument() {
  for await (const document of store.documents()) return document;
  throw new Error('the store is empty');
}

const meetings = async (): Promise<unknown> => (await store.read(MEETINGS, {})).rows[0]?.[0];

async function acceptAll(): Promise<void> {
  const proposals = await proposed();
  const stored = await onlyDocument();
  const claims = withAccepted(stored.claims, proposals, new Set(proposals.claims.map((claim) => claim.id)));
  await store.commit(stored.sources.map((source) => ({ claims, bytes: stored.bytes, source })));
}

describe('accepting what a model proposed', () => {
  it('is the only way a proposal enters the graph', async () => {
    expect((await proposed()).claims).toHaveLength(1);
    expect(await meetings()).toBe(0n);
    await acceptAll();
    expect(await meetings()).toBe(1n);
  });

  it('leaves a store whose every quote and id still holds', async () => {
    await acceptAll();
    expect((await verifyStore(store, readDocument)).faults).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    await acceptAll();
    const before = (await store.stats()).graphVersion;
    await acceptAll();
    expect((await store.stats()).graphVersion).toBe(before);
  });

  it('survives a new reading of the same document', async () => {
    const fresh = (await onlyDocument()).claims;
    await acceptAll();
    const kept = keepAccepted(fresh, (await onlyDocument()).claims);
    expect(kept).toEqual((await onlyDocument()).claims);
  });

  it('refuses a claim that was not proposed, and a quote that the document does not hold', async () => {
    const proposals = await proposed();
    const { claims } = await onlyDocument();
    expect(() => withAccepted(claims, proposals, new Set(['f'.repeat(64)]))).toThrow(/not among the proposals/);
    const [claim] = proposals.claims;
    const forged = {
      ...proposals,
      claims: [{ ...claim!, evidence: { ...claim!.evidence, quote: 'Ana Ruiz hit Bo Lind' } }],
    };
    expect(() => withAccepted(claims, forged, new Set([claim!.id]))).toThrow(/does not stand/);
  });
});
