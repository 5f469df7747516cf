// Verification finds what is wrong: each kind of damage, in a store that was sound.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, expect, it } from 'vitest';
import { readDocument } from '../../src/adapters/readers/index.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { verifyStore } from '../../src/adapters/verification/verify-store.ts';
import { claimFaults } from '../../src/projection/audit.ts';
import { numberedDocument } from '../faults/corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-verify-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

/** A store of one document that SQL then damages. */
async function faultsAfter(...damage: readonly string[]): Promise<readonly string[]> {
  const folder = join(root, `${++count}`);
  const store = await openStore(`file:${folder}`);
  const commit = numberedDocument(1);
  const read = await readDocument(commit.bytes, commit.source);
  if (!read.ok) throw new Error(read.error.message);
  await store.commit([{ ...commit, claims: { ...commit.claims, document: read.value } }]);
  await store.close();
  const database = new DatabaseSync(join(folder, 'plenary.sqlite'));
  for (const sql of damage) database.exec(sql);
  database.close();
  const damaged = await openStore(`file:${folder}`);
  const { faults } = await verifyStore(damaged, readDocument);
  await damaged.close();
  return faults;
}

it('finds nothing in a sound store', async () => {
  expect(await faultsAfter()).toEqual([]);
});

it('finds a text that is not what the bytes say', async () => {
  const faults = await faultsAfter(`UPDATE document SET text = replace(text, 'Report', 'Rapport')`);
  expect(faults.join('\n')).toMatch(/text is not what its reader finds/);
  expect(faults.join('\n')).toMatch(/quote does not stand at/);
});

it('finds bytes that are not those of the id', async () => {
  const faults = await faultsAfter(`UPDATE document SET bytes = CAST('another text that is long enough' AS BLOB)`);
  expect(faults.join('\n')).toMatch(/bytes are not those/);
});

it('finds a quote that was changed', async () => {
  const faults = await faultsAfter(`UPDATE document SET claims = replace(claims, 'met with', 'mat with')`);
  expect(faults.join('\n')).toMatch(/claim .*: the quote does not stand at/);
});

it('finds a document that no source leads to', async () => {
  expect(await faultsAfter('DELETE FROM source')).toEqual([expect.stringMatching(/no source leads to it/)]);
});

it('finds an id that is not the hash of its parts', () => {
  const { claims } = numberedDocument(1);
  const [first, ...rest] = claims.claims;
  const forged = { ...claims, claims: [{ ...first!, id: '0'.repeat(64) }, ...rest] };
  expect(claimFaults(forged)).toEqual([expect.stringMatching(/^claim 0+: its id is not the hash/)]);
});

it('finds a relation that the schema does not know between these kinds', () => {
  const { claims } = numberedDocument(1);
  const entities = claims.entities.map((entity) =>
    entity.kind === 'Agency' ? { ...entity, kind: 'Topic' as const } : entity,
  );
  expect(claimFaults({ ...claims, entities }).join('\n')).toMatch(/Person HOLDS_POSITION Topic is not in the schema/);
});
