// Finds what the tests need besides Node (a browser, a Neo4j), installs it where it may, and says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const onPath = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

function aptInstall(packages) {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  if (!mayInstall) return;
  console.log(`installing ${packages.join(', ')} through apt`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], quiet);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
}

function findChromium() {
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return known.find((path) => path && existsSync(path));
}

const hasJava = () => onPath('java') && onPath('mvn');
const hasDocker = () => onPath('docker') && spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;
const hasNeo4j = () => Boolean(process.env.NEO4J_URI) || hasJava() || hasDocker();

/** @returns {string[]} one line for each suite that cannot run, with what would make it run */
export function prepareTools() {
  if (!findChromium()) aptInstall(['chromium']);
  if (!hasNeo4j()) aptInstall(['default-jdk-headless', 'maven']);
  const missing = [];
  const chromium = findChromium();
  if (chromium) process.env.CHROMIUM_PATH = chromium;
  else missing.push('browser tests: no Chromium; install one or set CHROMIUM_PATH');
  if (!hasNeo4j()) missing.push('Neo4j tests: set NEO4J_URI, or install Java with Maven, or start Docker');
  return missing;
}

/** Test folders that a missing tool leaves out. */
export function foldersWithout() {
  const folders = [];
  if (!findChromium()) folders.push('test/web/**', '**/*.browser.test.ts');
  if (!hasNeo4j()) folders.push('test/neo4j/**', '**/*.neo4j.test.ts');
  return folders;
}
