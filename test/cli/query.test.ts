// The command line as a shell sees it: output by format, parameters, exit codes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { readableTime } from '../../src/cli/readable-time.ts';
import { oneLine } from '../../src/cli/terminal.ts';
import { commitOf, REPORTS } from '../api/support/world.ts';
import { plenary, type Finished } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-cli-'));

beforeAll(async () => {
  const store = await openStore(`file:${folder}/store`);
  await store.commit(REPORTS.map(commitOf));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (...argv: string[]): Promise<Finished> => plenary(argv, { env: { PLENARY_STORE: `${folder}/store` } });

describe('plenary query', () => {
  it('prints JSON as an array of row objects, with parameters', async () => {
    const { stdout, status } = await ask(
      'query',
      'MATCH (p:Person {name: $name}) RETURN p.name AS name, $n + 1 AS n',
      '--format',
      'json',
      '--param',
      'name=Ruth Okafor',
      '--param',
      'n=41',
    );
    expect(JSON.parse(stdout)).toEqual([{ name: 'Ruth Okafor', n: 42 }]);
    expect(status).toBe(0);
  });

  it('caps rows with a notice and exit code 0', async () => {
    const { stdout, stderr, status } = await ask(
      'query',
      'UNWIND range(1, 9) AS n RETURN n',
      '--format',
      'csv',
      '--max-rows',
      '2',
    );
    expect(stdout.trim().split(/\r?\n/)).toEqual(['n', '1', '2']);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^plenary: .+/)]);
  });

  it('ends with 4 when the query was stopped, and with 2 when it is wrong, showing where', async () => {
    expect((await ask('query', 'UNWIND range(1, 1000000000) AS n RETURN count(n)', '--timeout', '200')).status).toBe(4);
    const wrong = await ask('query', 'MATCH (n) RETRN n');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('line 1, column 11')]);
  });
});

describe('plenary show', () => {
  it('prints relations with their sentences', async () => {
    const { stdout, status } = await ask('show', 'ruth', 'okafor');
    expect(status).toBe(0);
    expect(stdout).toContain('“Ruth Okafor sat down with Mara Lindqvist on April 23.”');
    expect(stdout).toContain('23 April, year unknown');
  });

  it('says what to do when nothing has the name', async () => {
    const { stderr, status } = await ask('show', 'Zzzz');
    expect([status, stderr]).toEqual([2, expect.stringContaining('try fewer words')]);
  });
});

describe('plenary keys', () => {
  it('makes, lists and revokes', async () => {
    const file = ['--keys-file', join(folder, 'keys.json')];
    expect((await ask('keys', 'make', 'the desk', '--scope', 'read', ...file)).stdout).toMatch(
      /^plenary_[0-9a-f]{12}_[\w-]{43}\n$/,
    );
    const [id, , scopes, name] = (await ask('keys', 'list', ...file)).stdout.trim().split('\t');
    expect([scopes, name]).toEqual(['read', 'the desk']);
    expect((await ask('keys', 'revoke', id!, ...file)).status).toBe(0);
    expect((await ask('keys', 'list', ...file)).stdout).toBe('');
  });
});

describe('what a terminal is given', () => {
  it('cannot steer it', () => {
    expect(oneLine('a\u001b[31mb\u0007\u202ec\n d')).toBe('a\ufffd[31mb\ufffd\ufffdc d');
  });

  it('says partial dates as a reader would', () => {
    const said = (start: string | null, end: string | null = null): string => readableTime(start, end);
    expect([said('2018-11-07', '2018-11-08'), said('2018-11'), said('--04-23'), said(null)]).toEqual([
      '7 November 2018 to 8 November 2018',
      'November 2018',
      '23 April, year unknown',
      '',
    ]);
  });
});
