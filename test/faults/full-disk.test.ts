// The disk fills up during a build: the process is told so by the kernel, at several places, and nothing is lost or doubled.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { exported } from '../contract/exported.ts';
import { plenary, REPOSITORY, type Circumstances } from '../support/command-line.ts';

const corpus = join(REPOSITORY, 'seeds', 'corpus');
const root = mkdtempSync(join(tmpdir(), 'plenary-full-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Blocks of 512 bytes, by POSIX, beyond which no file may grow: writes end as on a full disk, whoever runs the test. */
const fullAfter = (blocks: number): Circumstances => ({ first: `ulimit -f ${blocks}` });

async function exportOf(url: string): Promise<string> {
  const store = await openStore(url, { create: false });
  try {
    return await exported(store);
  } finally {
    await store.close();
  }
}

it('a store that fills up says so, keeps what it had, and takes the rest once there is room', async () => {
  const undisturbed = `file:${join(root, 'undisturbed')}`;
  const two = [join(corpus, '07-putin-to-visit-hanoi.txt'), join(corpus, '08-putin-in-hanoi.txt')];
  await plenary(['build', ...two, '--store', undisturbed]);
  const before = await exportOf(undisturbed);
  await plenary(['build', corpus, '--store', undisturbed]);
  const whole = await exportOf(undisturbed);
  expect(whole.length).toBeGreaterThan(before.length);

  const store = `file:${join(root, 'full')}`;
  expect((await plenary(['build', ...two, '--store', store])).status).toBe(0);
  for (const blocks of [2, 400]) {
    const { status, stderr } = await plenary(['build', corpus, '--store', store], fullAfter(blocks));
    expect(stderr).toContain('plenary: The disk of the store is full or failing: free some space and run it again.\n');
    expect(stderr).not.toContain(root);
    expect(status).toBe(2);
    expect(await exportOf(store)).toBe(before);
  }
  expect((await plenary(['build', corpus, '--store', store])).status).toBe(0);
  expect(await exportOf(store)).toBe(whole);
  expect((await plenary(['verify', '--store', store])).status).toBe(0);
}, 300_000);
