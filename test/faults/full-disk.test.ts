// The disk fills up during a build: the process is told so by the kernel, at several places, and nothing is lost or doubled.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { exported } from '../contract/exported.ts';

const repository = join(import.meta.dirname, '..', '..');
const corpus = join(repository, 'seeds', 'corpus');
const root = mkdtempSync(join(tmpdir(), 'plenary-full-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param kibibytes no file may grow beyond this: writes end as on a full disk, whoever runs the test */
function plenary(words: readonly string[], kibibytes?: number): Ended {
  const program = [process.execPath, '--import', 'tsx', join(repository, 'src', 'cli', 'main.ts'), ...words];
  const limit = kibibytes === undefined ? '' : `ulimit -f ${kibibytes * 2};`; // blocks of 512 bytes, by POSIX
  return spawnSync('sh', ['-c', `${limit} exec "$@"`, 'sh', ...program], { encoding: 'utf8', cwd: repository });
}

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
  plenary(['build', ...two, '--store', undisturbed]);
  const before = await exportOf(undisturbed);
  plenary(['build', corpus, '--store', undisturbed]);
  const whole = await exportOf(undisturbed);
  expect(whole.length).toBeGreaterThan(before.length);

  const store = `file:${join(root, 'full')}`;
  expect(plenary(['build', ...two, '--store', store]).status).toBe(0);
  for (const kibibytes of [1, 200]) {
    const { status, stderr } = plenary(['build', corpus, '--store', store], kibibytes);
    expect(stderr).toContain('plenary: The disk of the store is full or failing: free some space and run it again.\n');
    expect(stderr).not.toContain(root);
    expect(status).toBe(2);
    expect(await exportOf(store)).toBe(before);
  }
  expect(plenary(['build', corpus, '--store', store]).status).toBe(0);
  expect(await exportOf(store)).toBe(whole);
  expect(plenary(['verify', '--store', store]).status).toBe(0);
}, 300_000);
