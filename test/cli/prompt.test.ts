// The prompt of `plenary query`: statements over several lines, parameters, mistakes that do not end it, a history that outlives it.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

it('keeps the last thousand questions, and does not let their file grow for ever', async () => {
  const file = join(folder, 'plenary', 'query-history');
  writeFileSync(file, Array.from({ length: 2001 }, (_, at) => `RETURN ${at};\n`).join(''));
  await typed(['RETURN -1;']);
  const kept = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([1001, 'RETURN 1001;', 'RETURN -1;']);
});

it('keeps no history where its file cannot be written, and still answers', async () => {
  process.env['XDG_STATE_HOME'] = join(folder, 'plenary', 'query-history');
  try {
    expect((await typed(['RETURN 8;'])).asked).toHaveLength(1);
  } finally {
    process.env['XDG_STATE_HOME'] = folder;
  }
});

describe('Ctrl-C in a terminal', () => {
  const CONTROL_C = '\u0003';

  /** As `typed`, but key by key: what is sent next waits for the prompt or for the query that runs. */
  function terminal(answer: Parameters<typeof prompt>[0]) {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true, columns: 80 })];
    output.resume();
    return { input, ended: prompt(answer, input, output) };
  }

  it('stops the query that runs and comes back to the prompt', async () => {
    const asked: string[] = [];
    const { input, ended } = terminal((statement, _parameters, signal) => {
      asked.push(statement);
      if (statement !== 'RETURN 1') return Promise.resolve();
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          input.write('RETURN 2;\r:quit\r');
          resolve(undefined);
        });
        input.write(CONTROL_C);
      });
    });
    input.write('RETURN 1;\r');
    await ended;
    expect(asked).toEqual(['RETURN 1', 'RETURN 2']);
  });

  it('drops what is typed so far', async () => {
    const asked: string[] = [];
    const { input, ended } = terminal((statement) => {
      asked.push(statement);
      return Promise.resolve();
    });
    input.write(`RETURN 1${CONTROL_C}`);
    input.write('RETURN 2;\r:quit\r');
    await ended;
    expect(asked).toEqual(['RETURN 2']);
  });
});
