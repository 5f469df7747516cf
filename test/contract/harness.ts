// What the contract needs of an adapter, and what its cases share.
import { afterEach, beforeEach } from 'vitest';
import type { ResultValue } from '../../src/cypher/result.ts';
import type { DocumentCommit, GraphStore } from '../../src/ports/graph-store.ts';
import { FIXTURE } from './fixture.ts';

export interface StoreHarness {
  /** An empty store of its own. */
  open(): Promise<GraphStore>;
  /** The same store again, after it was closed. */
  reopen(): Promise<GraphStore>;
}

/** A new store for each case. */
export function freshStore(harness: StoreHarness): () => GraphStore {
  let store: GraphStore;
  beforeEach(async () => {
    store = await harness.open();
  });
  afterEach(() => store.close());
  return () => store;
}

export const [FIRST, SECOND, THIRD] = FIXTURE as [DocumentCommit, DocumentCommit, DocumentCommit];
export const idOf = (commit: DocumentCommit): string => commit.claims.document.id;

export async function single(store: GraphStore, cypher: string): Promise<ResultValue | undefined> {
  return (await store.read(cypher, {})).rows[0]?.[0];
}
