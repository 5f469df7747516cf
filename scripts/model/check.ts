// `npm run model:check -- FILE`: every token of a text file's lines against spaCy in Python, first differences printed.
// FILE holds plain lines, or JSON lines with a `text`. `--exact` compares float32 weights, which must be equal everywhere.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODEL_FOLDER, readModelFiles } from '../../src/adapters/model/load-engine.ts';
import { Engine } from '../../src/language/engine.ts';
import { attachment, compare, entityAgreement, newTally, type Answer } from '../../test/language/compare.ts';

const SHOWN = 20;
const python = process.env['PLENARY_PYTHON'] ?? 'python3';

/** Standard output of one of our Python scripts. */
function runPython(script: string, options: readonly string[], input: string): string {
  const run = spawnSync(python, [join(import.meta.dirname, script), ...options], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (run.status === 0) return run.stdout;
  throw new Error(`spaCy did not answer; set PLENARY_PYTHON to a Python that has it.\n${run.stderr}`);
}

function textsOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => (line.startsWith('{') ? (JSON.parse(line) as { text: string }).text : line));
}

function check(file: string, folder: string, isExact: boolean): boolean {
  const engine = new Engine(readModelFiles(folder));
  const input = textsOf(file).map((text) => JSON.stringify(text));
  const answers = runPython('answers.py', [], `${input.join('\n')}\n`);
  const tally = newTally();
  for (const line of answers.trimEnd().split('\n')) {
    const answer = JSON.parse(line) as Answer;
    compare(engine.analyse(answer.text), answer, tally);
  }
  for (const example of tally.examples.slice(0, SHOWN)) console.log(example);
  console.log(
    `${engine.version}: ${tally.texts} texts, ${tally.tokens} tokens, ${tally.otherTokens} texts split differently; ` +
      `labelled attachment ${(100 * attachment(tally)).toFixed(3)} %, entities ${(100 * entityAgreement(tally)).toFixed(3)} %; ` +
      `differences ${JSON.stringify(tally.differences)}`,
  );
  if (isExact) return tally.examples.length === 0 && entityAgreement(tally) === 1;
  return tally.otherTokens === 0 && attachment(tally) >= 0.999 && entityAgreement(tally) >= 0.998;
}

function main(argv: readonly string[]): void {
  const file = argv.find((word) => !word.startsWith('-'));
  if (file === undefined) throw new Error('usage: npm run model:check -- FILE [--exact]');
  if (!argv.includes('--exact')) {
    process.exitCode = check(file, MODEL_FOLDER, false) ? 0 : 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'plenary-f32-'));
  try {
    runPython('export.py', ['--f32', folder], '');
    process.exitCode = check(file, folder, true) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main(process.argv.slice(2));
