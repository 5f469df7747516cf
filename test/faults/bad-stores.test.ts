// Stores that cannot be opened: one sentence that says what to do, and nothing changed.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { backupStore } from '../../src/adapters/stores/backup.ts';
import { openForReading, TRUTH_FILE } from '../../src/adapters/stores/embedded/database.ts';
import { openStore, type OpenOptions } from '../../src/adapters/stores/open.ts';
import { AppError } from '../../src/domain/errors.ts';
import { plenary } from '../support/command-line.ts';
import { numberedDocument } from './corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-bad-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const url = (name: string): string => `file:${join(root, name)}`;

async function failure(store: string, options?: OpenOptions): Promise<AppError> {
  const opened = openStore(store, options).then((open) => open.close());
  const error: unknown = await opened.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  const { message } = error as AppError;
  expect(message).toMatch(/^[A-Z][^\n]*[.]$/);
  expect(message).not.toContain(root);
  return error as AppError;
}

describe('a folder that is no store', () => {
  it('is a file', async () => {
    writeFileSync(join(root, 'file'), 'a file');
    expect((await failure(url('file'))).code).toBe('InvalidInput');
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('a file');
  });

  it('is not there, and nobody asked to make it', async () => {
    expect((await failure(url('nowhere'), { create: false })).code).toBe('NotFound');
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });

  it('holds a file of another format', async () => {
    mkdirSync(join(root, 'foreign'));
    writeFileSync(
      join(root, 'foreign', TRUTH_FILE),
      'this is not a database, but it is long enough to be taken for one',
    );
    expect((await failure(url('foreign'))).code).toBe('StoreUnavailable');
  });

  it('was written by a newer version', async () => {
    mkdirSync(join(root, 'newer'));
    const database = new DatabaseSync(join(root, 'newer', TRUTH_FILE));
    database.exec('PRAGMA user_version=99');
    database.close();
    expect((await failure(url('newer'))).message).toMatch(/newer Plenary/);
  });

  it('cannot be written', async () => {
    const folder = join(root, 'read-only');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    // For root no folder is read-only, but the kernel's own tree takes no new folders from anybody.
    const store = process.getuid?.() === 0 ? 'file:/proc/plenary-data' : url('read-only');
    expect((await failure(store)).code).toBe('Forbidden');
  });
});

describe('a store that is held', () => {
  it('names its owner, and what it has stays readable', async () => {
    const owner = await openStore(url('held'), { own: true });
    await owner.commit([numberedDocument(1)]);
    const error = await failure(url('held'), { own: true });
    expect(error).toMatchObject({ code: 'Conflict' });
    expect(error.message).toContain(`Process ${process.pid}`);
    const reader = await openStore(url('held'), { create: false });
    expect(await reader.knownSources()).toHaveLength(1);
    await expect(reader.commit([numberedDocument(2)])).rejects.toMatchObject({ code: 'Conflict' });
    await owner.commit([numberedDocument(3)]);
    expect((await reader.stats()).documents).toBe(2);
    await reader.close();
    await owner.close();
    const next = await openStore(url('held'), { own: true });
    await next.close();
  });
});

describe('a store in a folder that only may be read', () => {
  const folder = join(root, 'sealed');

  it('is asked as any other, and is left as it was', async () => {
    const writer = await openStore(url('sealed'));
    await writer.commit([numberedDocument(1)]);
    await writer.close();
    const before = readdirSync(folder).toSorted();
    chmodSync(join(folder, TRUTH_FILE), 0o400);
    chmodSync(folder, 0o500);
    const reader = await openStore(url('sealed'), { create: false });
    expect((await reader.read('MATCH (d:Document) RETURN count(d)', {})).rows).toEqual([[1n]]);
    await reader.close();
    chmodSync(folder, 0o700);
    expect(readdirSync(folder).toSorted()).toEqual(before);
  });

  it('is read without a file of ours beside it', () => {
    const copy = join(root, 'copy');
    mkdirSync(copy);
    backupStore(url('sealed'), join(copy, TRUTH_FILE));
    const owner = new DatabaseSync(join(copy, TRUTH_FILE));
    owner.exec('PRAGMA journal_mode=WAL');
    owner.close();
    const database = openForReading(copy, true);
    expect(database.prepare('SELECT count(*) AS documents FROM document').get()).toEqual({ documents: 1 });
    expect(readdirSync(copy)).toEqual([TRUTH_FILE]);
    expect(() => database.exec('DELETE FROM document')).toThrow(/readonly/);
    database.close();
  });
});

describe('an address that is no store', () => {
  it.each([
    ['another scheme', 'postgres://localhost/graph', 'InvalidInput'],
    ['no scheme', 'plenary-data', 'InvalidInput'],
    ['no host', 'neo4j://', 'InvalidInput'],
    ['a password with a stray per cent sign', 'neo4j://neo4j:50%@localhost', 'InvalidInput'],
    ['no folder', 'file:', 'InvalidInput'],
    ['a folder that is read as the name of a machine', 'file://data', 'InvalidInput'],
    ['a port where nobody listens', 'bolt://127.0.0.1:1', 'StoreUnavailable'],
  ])('%s', async (_case, address, code) => {
    expect((await failure(address, { password: 'x' })).code).toBe(code);
  });
});

it('the command line ends with 2 and one sentence', async () => {
  writeFileSync(join(root, 'not-a-folder'), '');
  const { status, stdout, stderr } = await plenary(['verify', '--store', url('not-a-folder')]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
