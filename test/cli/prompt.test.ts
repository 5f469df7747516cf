// The prompt of `plenary query`: statements over several lines, parameters, mistakes that do not end it, a history that outlives it.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prompt } from '../../src/cli/prompt.ts';
import { AppError } from '../../src/domain/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-prompt-'));
const before = process.env['XDG_STATE_HOME'];
beforeAll(() => {
  process.env['XDG_STATE_HOME'] = folder;
});
afterAll(() => {
  if (before === undefined) delete process.env['XDG_STATE_HOME'];
  else process.env['XDG_STATE_HOME'] = before;
  rmSync(folder, { recursive: true, force: true });
});

type Asked = [statement: string, parameters: Readonly<Record<string, unknown>>];

async function typed(lines: readonly string[]): Promise<{ asked: Asked[]; shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const asked: Asked[] = [];
  let shown = '';
  output.on('data', (part: Buffer) => (shown += part.toString()));
  input.end(`${lines.join('\n')}\n`);
  await prompt(
    (statement, parameters) => {
      asked.push([statement, { ...parameters }]);
      if (statement.includes('WRONG')) throw new AppError('InvalidInput', 'This is wrong.');
      return Promise.resolve();
    },
    input,
    output,
  );
  return { asked, shown };
}

it('asks a statement when its semicolon comes, over as many lines as it takes', async () => {
  const { asked } = await typed(['MATCH (n)', 'RETURN n;', 'RETURN 1;']);
  expect(asked.map(([statement]) => statement)).toEqual(['MATCH (n)\nRETURN n', 'RETURN 1']);
});

it('sets and shows parameters, and says what it can do', async () => {
  const { asked, shown } = await typed([':param n 4', ':param name To Lam', ':params', ':help', 'RETURN $n;']);
  expect(asked).toEqual([['RETURN $n', { n: 4, name: 'To Lam' }]]);
  expect(shown).toContain('{"n":4,"name":"To Lam"}');
  expect(shown).toContain(':quit');
});

it('goes on after a mistake, and stops at :quit', async () => {
  const { asked } = await typed(['WRONG;', 'RETURN 2;', ':quit', 'RETURN 3;']);
  expect(asked.map(([statement]) => statement)).toEqual(['WRONG', 'RETURN 2']);
});

it('keeps what was asked for the next session, readable by its owner only', async () => {
  await typed(['RETURN', '7;']);
  const file = join(folder, 'plenary', 'query-history');
  expect(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)).toBe('RETURN 7;');
  expect(statSync(file).mode & 0o077).toBe(0);
});
