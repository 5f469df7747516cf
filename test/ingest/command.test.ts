// `plenary build` as a user calls it: exit codes, plain lines in a pipe, one JSON summary, Ctrl-C.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plenary, REPOSITORY, start, type Finished } from '../support/command-line.ts';

const CORPUS = join(REPOSITORY, 'seeds', 'corpus');
const temporary = mkdtempSync(join(tmpdir(), 'plenary-build-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

async function interrupted(argv: readonly string[], after: RegExp): Promise<Finished> {
  const { child, stdout, finished } = start(argv);
  const press = (): void => {
    if (!after.test(stdout())) return;
    child.stdout!.off('data', press);
    child.kill('SIGINT');
  };
  child.stdout!.on('data', press);
  return await finished;
}

describe('plenary build', { timeout: 480_000 }, () => {
  it('prints a line for each document in a pipe and ends with 0, and with 3 where something was set aside', async () => {
    const folder = join(temporary, 'mixed');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'good.txt'),
      'Norwegian Foreign Minister Espen Barth Eide met Tobias Billström in Oslo on 4 March 2024.',
    );
    writeFileSync(join(folder, 'data.json'), '{}');
    const store = join(temporary, 'mixed-store');
    const good = await plenary(['build', folder, '--store', store]);
    expect(good.stderr).toBe('');
    expect(good.status).toBe(0);
    expect(good.stdout).toMatch(
      /^2 files\nskipped .*data\.json.*\nread .*good\.txt: \d+ entities, \d+ claims\n1 document in the store/u,
    );
    expect(good.stdout).not.toContain('\u001b');
    writeFileSync(join(folder, 'empty.txt'), '');
    const bad = await plenary(['build', folder, '--store', store]);
    expect(bad.status).toBe(3);
    expect(bad.stdout).toMatch(/set aside .*empty\.txt \(read, empty\): The file is empty/u);
    expect(bad.stdout).toMatch(/unchanged .*good\.txt/u);
  });

  it('prints one JSON object with --json', async () => {
    const { status, stdout } = await plenary([
      'build',
      CORPUS,
      '--json',
      '--workers',
      '2',
      '--store',
      join(temporary, 'json-store'),
    ]);
    expect(status).toBe(0);
    const summary = JSON.parse(stdout) as {
      added: number;
      setAside: unknown[];
      store: { documents: number; entities: Record<string, number> };
    };
    expect(summary.added).toBe(summary.store.documents);
    expect(summary.setAside).toEqual([]);
    expect(summary.store.entities['Official']).toBeGreaterThan(10);
  });

  it('gives the same bytes from one worker and from four, in any order', async () => {
    const documents = readdirSync(CORPUS).map((name) => join(CORPUS, name));
    const shuffled = documents.map((_, at) => documents[(at * 8 + 5) % documents.length]!);
    expect(new Set(shuffled).size).toBe(documents.length);
    const exported = async (store: string, ...args: readonly string[]): Promise<Buffer> => {
      const [folder, file] = [join(temporary, store), join(temporary, `${store}.jsonl`)];
      expect((await plenary(['build', ...args, '--store', folder])).status).toBe(0);
      expect((await plenary(['export', '--format', 'jsonl', '--store', folder, '-o', file])).status).toBe(0);
      return readFileSync(file);
    };
    const one = await exported('one-worker', CORPUS, '--workers', '1');
    expect(one.toString().split('\n').length).toBeGreaterThan(documents.length);
    const four = await exported('four-workers', ...shuffled, '--workers', '4');
    // Compared as a whole: a difference of one line would print both exports.
    expect(four.equals(one)).toBe(true);
  });

  it('says in one sentence what is wrong with its arguments and ends with 2', async () => {
    const missing = await plenary(['build', join(temporary, 'nowhere'), '--store', join(temporary, 'none')]);
    expect(missing.status).toBe(2);
    expect(missing.stderr.trim().split('\n')).toHaveLength(1);
    expect((await plenary(['build', CORPUS, '--workers', '0'])).status).toBe(2);
  });

  it('leaves a store that opens and goes on after Ctrl-C', async () => {
    const store = join(temporary, 'interrupted');
    const stopped = await interrupted(['build', CORPUS, '--workers', '1', '--store', store], /read .*04-/u);
    expect(stopped.status).toBe(130);
    expect(stopped.stderr).toContain('what was read is kept');
    expect(stopped.stdout).toContain('run the same command to go on');
    const { status, stdout } = await plenary(['build', CORPUS, '--json', '--store', store]);
    expect(status).toBe(0);
    const summary = JSON.parse(stdout) as { unchanged: number; added: number; files: number };
    expect(summary.unchanged).toBeGreaterThanOrEqual(4);
    expect(summary.unchanged + summary.added).toBe(summary.files);
  });
});
