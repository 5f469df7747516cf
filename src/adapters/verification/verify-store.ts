// Proves a store from its bytes up: each document read again, each quote found, each fact derived again.
import { documentId } from '../../domain/ids.ts';
import type { ReadDocument } from '../../ports/document-reader.ts';
import type { GraphStore, StoredDocument } from '../../ports/graph-store.ts';
import { claimFaults } from '../../projection/audit.ts';
import { type LedgerEntry, ledgerEntry } from '../../projection/ledger.ts';
import { ExpectedGraph } from './graph-faults.ts';

export interface VerifyReport {
  readonly documents: number;
  readonly claims: number;
  readonly quotes: number;
  /** One line each; none where the store is sound. */
  readonly faults: readonly string[];
}

/** Entries that are drawn at once. */
const BATCH = 200;

export async function verifyStore(store: GraphStore, read: ReadDocument): Promise<VerifyReport> {
  const faults: string[] = [];
  const counts = { documents: 0, claims: 0, quotes: 0 };
  const decided = (await store.judgements()).filter(({ outcome }) => outcome !== 'unsure');
  const expected = new ExpectedGraph(decided);
  let waiting: LedgerEntry[] = [];
  for await (const stored of store.documents()) {
    const own = await documentFaults(stored, read);
    faults.push(...own.map((fault) => `document ${stored.document.id}: ${fault}`));
    counts.documents++;
    counts.claims += stored.claims.claims.length;
    counts.quotes += stored.claims.entities.reduce(
      (sum, { mentions }) => sum + mentions.length,
      stored.claims.claims.length,
    );
    waiting.push(ledgerEntry(stored.claims));
    if (waiting.length < BATCH) continue;
    expected.add(waiting);
    waiting = [];
  }
  expected.add(waiting);
  faults.push(...(await expected.faults(store)));
  return { ...counts, faults };
}

async function documentFaults(stored: StoredDocument, read: ReadDocument): Promise<readonly string[]> {
  const { document, bytes, sources, claims } = stored;
  const faults: string[] = [];
  if (documentId(bytes) !== document.id) faults.push('its bytes are not those that its id is the hash of');
  if (sources.length === 0) faults.push('no source leads to it');
  const again = await read(bytes, sources[0] ?? '');
  if (!again.ok) faults.push(`it cannot be read any more: ${again.error.message}`);
  else if (again.value.reader !== document.reader)
    faults.push(`${document.reader} read it and ${again.value.reader} would now: build it again`);
  else if (again.value.text !== document.text) faults.push('its text is not what its reader finds in its bytes');
  return [...faults, ...claimFaults(claims)];
}
