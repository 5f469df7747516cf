// A backup while another process writes: each copy is one state of the store, with all that was acknowledged before it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { backupStore } from '../../src/adapters/stores/backup.ts';
import { TRUTH_FILE } from '../../src/adapters/stores/embedded/database.ts';
import { numberedDocument } from './corpus.ts';
import { contentOf } from './embedded-content.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const DOCUMENTS = 100_000;
const BACKUPS = 5;

it('takes whole copies while the building goes on', async () => {
  const folder = join(root, 'store');
  const program = join(import.meta.dirname, 'committing-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, String(DOCUMENTS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const acknowledged: string[] = [];
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => (acknowledged.length >= count ? resolve() : void setTimeout(look, 5));
      look();
    });
  child.stdout.on('data', (bytes: Buffer) => acknowledged.push(...bytes.toString().split('\n').filter(Boolean)));

  for (let round = 0; round < BACKUPS; round++) {
    await until(acknowledged.length + 10);
    const before = acknowledged.length;
    const copy = join(root, `copy-${round}`);
    mkdirSync(copy);
    backupStore(`file:${folder}`, join(copy, TRUTH_FILE));
    expect(readdirSync(copy)).toEqual([TRUTH_FILE]);
    const { documents } = contentOf(copy);
    expect(documents.length).toBeGreaterThanOrEqual(before);
    // One state: the documents came one by one, so the copy has the first of them without a gap.
    const first = Array.from({ length: documents.length }, (_, at) => numberedDocument(at).claims.document.id);
    expect(documents).toEqual(first.sort());
  }
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await gone;
}, 300_000);

it('never touches a file that is there already', () => {
  const file = join(root, 'note.txt');
  writeFileSync(file, 'mine');
  expect(() => backupStore(`file:${join(root, 'store')}`, file)).toThrow('The file exists already');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
