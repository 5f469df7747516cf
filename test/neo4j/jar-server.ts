// A Neo4j Community server from Maven jars, on loopback, for tests: no Docker, no tarball.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const VERSION = '5.26.30';
const START_TIMEOUT_MS = 240_000;
export const TEST_USER = 'neo4j';
export const TEST_PASSWORD = 'only-for-tests';

export interface JarServer {
  readonly uri: string;
  readonly pid: number;
  readonly home: string;
}

export const hasJavaAndMaven = (): boolean =>
  ['java', 'mvn'].every((command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0);

export interface JarServerOptions {
  /** A free one where nothing is said. */
  readonly port?: number;
  /** Further settings, before ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Of the Java heap, as Java writes it. */
  readonly heap?: string;
}

/** Starts a server on the data in `home`, which may be new; answers once Bolt does. */
export async function startJarServer(home: string, options: JarServerOptions = {}): Promise<JarServer> {
  const { port, settings = {}, heap = '512m' } = options;
  const jars = resolveJars();
  const boltPort = port ?? (await freePort());
  for (const folder of ['conf', 'logs', 'data', 'import', 'plugins'])
    mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), lines({ ...configuration(boltPort), ...settings }));
  if (!existsSync(join(home, 'data', 'dbms'))) setPassword(home);
  const log = openSync(join(home, 'logs', 'console.log'), 'a');
  const server = spawn(
    'java',
    [`-Xms${heap}`, `-Xmx${heap}`, '-XX:+UseSerialGC', ...OPENED, '-Dfile.encoding=UTF-8', '-cp', `${jars}/*`].concat(
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ),
    { detached: true, stdio: ['ignore', log, log] },
  );
  server.unref();
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    if (server.exitCode !== null) break;
    if (await boltAnswers(boltPort)) return { uri: `bolt://127.0.0.1:${boltPort}`, pid: server.pid!, home };
    await sleep(200);
  }
  const tail = readFileSync(join(home, 'logs', 'console.log'), 'utf8')
    .split('\n')
    .slice(-20)
    .join('\n');
  throw new Error(`Neo4j did not start:\n${tail}`);
}

/** SIGTERM lets the server write its checkpoint; SIGKILL is a crash. Resolves when the process is gone. */
export async function endJarServer({ pid }: JarServer, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (isAlive(pid)) process.kill(pid, signal);
  for (let waited = 0; isAlive(pid); waited += 100) {
    if (waited === 30_000) process.kill(pid, 'SIGKILL');
    await sleep(100);
  }
}

/** A zombie does not count: its parent just has not looked yet. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

const configuration = (port: number): Readonly<Record<string, string>> => ({
  'server.default_listen_address': '127.0.0.1',
  'server.bolt.listen_address': `127.0.0.1:${port}`,
  'server.bolt.advertised_address': `127.0.0.1:${port}`,
  'server.http.enabled': 'false',
  'server.https.enabled': 'false',
  'dbms.usage_report.enabled': 'false',
  'server.memory.pagecache.size': '64m',
  'db.tx_log.preallocate': 'false',
  'dbms.security.auth_lock_time': '0s', // tests give wrong passwords on purpose
});

const lines = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

function setPassword(home: string): void {
  runNeo4jAdmin(home, ['dbms', 'set-initial-password', TEST_PASSWORD]);
}

/** What `neo4j-admin` runs; the home may be new. */
export function runNeo4jAdmin(home: string, args: readonly string[]): void {
  for (const folder of ['conf', 'logs', 'data', 'import', 'plugins'])
    mkdirSync(join(home, folder), { recursive: true });
  const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const admin = ['-cp', `${resolveJars()}/*`, 'org.neo4j.cli.AdminTool', ...args];
  execFileSync('java', [...OPENED, ...admin], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Resolved once into the user's cache; the folder appears only when it is complete. */
function resolveJars(): string {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'neo4j-local', VERSION);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const arriving = mkdtempSync(`${folder}.`);
  const pom = join(import.meta.dirname, 'pom.xml');
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${arriving}`];
  execFileSync('mvn', ['-B', '-ntp', '-q', '-f', pom, `-Dneo4j.version=${VERSION}`, ...goal], { stdio: 'inherit' });
  try {
    renameSync(arriving, folder);
  } catch {
    rmSync(arriving, { recursive: true }); // another start won the race
  }
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The Bolt handshake: magic and four proposals; four bytes come back once the server listens. */
function boltAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.on('error', () => end(false));
    socket.on('connect', () =>
      socket.write(Buffer.from('6060b0170004040500000404000000000000000000', 'hex').subarray(0, 20)),
    );
    socket.on('data', (bytes) => end(bytes.length >= 4));
  });
}
