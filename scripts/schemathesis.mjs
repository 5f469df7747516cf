// `npm run contract -- [examples a route]`: tries the service against its own OpenAPI document with schemathesis; 2,000 where nothing is said.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const venv = join(root, '.cache', 'schemathesis');

/** SCHEMATHESIS, or the one that the tests installed, or the one on the path. */
function findSchemathesis() {
  const known = [process.env.SCHEMATHESIS, join(venv, 'bin', 'schemathesis')].find((path) => path && existsSync(path));
  if (known) return known;
  return spawnSync('schemathesis', ['--version']).status === 0 ? 'schemathesis' : undefined;
}

/** Into a virtual environment of the repository's own; the version is pinned as all others are. */
function installSchemathesis() {
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  if (spawnSync('python3', ['-m', 'venv', venv], quiet).status !== 0) return undefined;
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'schemathesis==4.32.5'];
  if (spawnSync(join(venv, 'bin', 'python'), pip, quiet).status !== 0) rmSync(venv, { recursive: true, force: true });
  return findSchemathesis();
}

/**
 * What is not checked: that all valid input is accepted (a cursor is one of ours and Cypher has a grammar, which no schema says), and that
 * a document can be had right after it was sent (it waits in a queue).
 */
const EXCLUDED = 'positive_data_acceptance,ensure_resource_availability';

/** @returns {Promise<number>} 0 where nothing was found */
async function runSchemathesis(schemathesis, examples, seed = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-schemathesis-'));
  const main = existsSync(join(root, 'dist', 'cli', 'main.js'))
    ? [join(root, 'dist', 'cli', 'main.js')]
    : ['--import', 'tsx', join(root, 'src', 'cli', 'main.ts')];
  const corpus = join(folder, 'corpus');
  cpSync(join(root, 'seeds', 'corpus'), corpus, { recursive: true });
  const store = ['--store', `file:${join(folder, 'store')}`];
  spawnSync(process.execPath, [...main, 'build', corpus, ...store], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Load is not what is tried here, so that nothing is refused because of it; a query that runs on is.
  const limits = ['--rate-per-minute', '0', '--max-lag-ms', '60000', '--query-timeout-ms', '2000'];
  const server = spawn(process.execPath, [...main, 'serve', '--port', '0', ...limits, ...store], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(server);
    const options = ['--max-examples', String(examples), '--seed', String(seed), '--exclude-checks', EXCLUDED];
    const quiet = ['--continue-on-failure', '--suppress-health-check', 'all', '--warnings', 'off', '--no-color'];
    const run = spawn(schemathesis, ['run', `${address}/openapi.json`, ...options, ...quiet], { stdio: 'inherit' });
    return await new Promise((resolve) => run.once('exit', (code) => resolve(code ?? 1)));
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (part) => {
      said += part;
      const [address] = /http:\/\/[\d.:]+/.exec(said) ?? [];
      if (address) resolve(address);
    });
    server.once('exit', (code) => reject(new Error(`The service ended with ${code}.`)));
  });
}

const schemathesis = findSchemathesis() ?? installSchemathesis();
if (schemathesis === undefined)
  console.error('NOT RUN: schemathesis is not here and cannot be installed; it needs Python 3.10 or later with pip.');
else process.exitCode = await runSchemathesis(schemathesis, Number(process.argv[2] ?? 2000));
