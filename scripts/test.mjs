// `npm test`: sets up what the suites need, builds, runs them all, and names in the last lines what could not run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { foldersWithout, prepareTools } from './test/tools.mjs';

const root = join(import.meta.dirname, '..');
const report = join(root, '.cache', 'test-report.json');
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const missing = prepareTools();
if (missing.length > 0 && process.env.CI === 'true') {
  for (const line of missing) console.error(`cannot run: ${line}`);
  process.exit(1);
}
if (run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1);

mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(report, { force: true });
const exclude = foldersWithout().flatMap((folder) => ['--exclude', folder]);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const status = run('npx', ['vitest', 'run', ...reporters, ...exclude, ...process.argv.slice(2)]);

const counts = JSON.parse(readFileSync(report, 'utf8'));
// A file that could not even be loaded has failed, though it has no test to count.
const unloaded = counts.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
const failed = counts.numFailedTests + unloaded.length;
const skipped = counts.numPendingTests + counts.numTodoTests;
for (const line of missing) console.log(`NOT RUN: ${line}`);
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
const skippedInCi = process.env.CI === 'true' && skipped > 0;
if (skippedInCi) console.error('CI skips nothing: see the skipped tests above');
process.exit(status !== 0 || failed > 0 || counts.numPassedTests === 0 || skippedInCi ? 1 : 0);
