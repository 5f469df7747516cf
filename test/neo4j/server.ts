// The Neo4j that tests talk to: NEO4J_URI where it is set, else a server from Maven jars, else one from Docker.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import {
  endJarServer,
  hasJavaAndMaven,
  type JarServer,
  type JarServerOptions,
  startJarServer,
  TEST_PASSWORD,
  TEST_USER,
} from './jar-server.ts';

export interface Neo4jServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Ends what this call started; a server that the test run shares goes on for the next suite. */
  readonly stop: () => Promise<void>;
}

/** Set by the global set-up of a test run, which ends the servers in this folder when the run ends. */
export const RUN_FOLDER = 'PLENARY_NEO4J_RUN';

/**
 * An empty server that this suite has for itself until `stop()`: each worker of a test run has one of its own and
 * runs its files one after the other. Outside a test run the server is the caller's, made by these options.
 */
export async function startNeo4j(options: JarServerOptions = {}): Promise<Neo4jServer> {
  const given = process.env['NEO4J_URI'];
  const server = given === undefined ? await ownServer(options) : await givenServer(given);
  await emptyNeo4j(server);
  return server;
}

/** Removes every node, relationship, constraint and index. */
export async function emptyNeo4j({ uri, user, password }: Neo4jServer): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
    const constraints = await session.run('SHOW CONSTRAINTS YIELD name');
    for (const record of constraints.records) await session.run(`DROP CONSTRAINT \`${String(record.get('name'))}\``);
    const indexes = await session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
    for (const record of indexes.records) await session.run(`DROP INDEX \`${String(record.get('name'))}\``);
  } finally {
    await session.close();
    await driver.close();
  }
}

async function ownServer(options: JarServerOptions): Promise<Neo4jServer> {
  const run = process.env[RUN_FOLDER];
  if (run !== undefined) return sharedServer(join(run, `worker-${process.env['VITEST_POOL_ID'] ?? '0'}`));
  const folder = mkdtempSync(join(tmpdir(), 'plenary-neo4j-'));
  const started = await startIn(folder, options);
  return {
    ...started,
    stop: async () => {
      await endServerIn(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function sharedServer(folder: string): Promise<Neo4jServer> {
  mkdirSync(folder, { recursive: true });
  const note = join(folder, 'server.json');
  const started = existsSync(note)
    ? (JSON.parse(readFileSync(note, 'utf8')) as Omit<Neo4jServer, 'stop'>)
    : await startIn(folder);
  return { ...started, stop: () => Promise.resolve() };
}

type Started = Omit<Neo4jServer, 'stop'> & { readonly jar?: JarServer; readonly container?: string };

async function startIn(folder: string, options: JarServerOptions = {}): Promise<Started> {
  let started: Started;
  if (hasJavaAndMaven()) {
    const jar = await startJarServer(join(folder, 'home'), options);
    started = { uri: jar.uri, user: TEST_USER, password: TEST_PASSWORD, jar };
  } else if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0) started = await startContainer();
  else throw new Error('No Neo4j for the tests: set NEO4J_URI, or install Java with Maven, or start Docker.');
  writeFileSync(join(folder, 'server.json'), JSON.stringify(started));
  return started;
}

export async function endServerIn(folder: string): Promise<void> {
  const note = join(folder, 'server.json');
  if (!existsSync(note)) return;
  const { jar, container } = JSON.parse(readFileSync(note, 'utf8')) as Started;
  if (jar !== undefined) await endJarServer(jar, 'SIGKILL'); // its data go with it
  if (container !== undefined) execFileSync('docker', ['rm', '--force', container], { stdio: 'ignore' });
}

async function startContainer(): Promise<Started> {
  const flags = ['--detach', '--publish', '127.0.0.1::7687', '--env', `NEO4J_AUTH=${TEST_USER}/${TEST_PASSWORD}`];
  const container = execFileSync('docker', ['run', ...flags, 'neo4j:5.26-community'], { encoding: 'utf8' }).trim();
  const address = execFileSync('docker', ['port', container, '7687'], { encoding: 'utf8' }).trim();
  const started = { uri: `bolt://${address}`, user: TEST_USER, password: TEST_PASSWORD, container };
  const driver = neo4j.driver(started.uri, neo4j.auth.basic(TEST_USER, TEST_PASSWORD));
  for (let attempt = 0; ; attempt++) {
    try {
      await driver.verifyConnectivity();
      await driver.close();
      return started;
    } catch (cause) {
      if (attempt === 240) throw new Error('The Neo4j container does not answer.', { cause });
      await sleep(500);
    }
  }
}

/** One suite at a time uses the server of NEO4J_URI; it is emptied, so it must not hold anything but our graph. */
async function givenServer(uri: string): Promise<Neo4jServer> {
  const password = process.env['NEO4J_PASSWORD'];
  if (password === undefined) throw new Error('NEO4J_URI is set: set NEO4J_PASSWORD too.');
  const user = process.env['NEO4J_USER'] ?? process.env['NEO4J_USERNAME'] ?? 'neo4j';
  const turn = join(process.env[RUN_FOLDER] ?? tmpdir(), 'plenary-neo4j-turn');
  for (;;) {
    try {
      mkdirSync(turn);
      break;
    } catch {
      await sleep(500);
    }
  }
  const server = {
    uri,
    user,
    password,
    stop: () => {
      rmdirSync(turn);
      return Promise.resolve();
    },
  };
  await refuseForeignGraph(server);
  return server;
}

async function refuseForeignGraph({ uri, user, password, stop }: Neo4jServer): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const foreign =
    'MATCH (n) WHERE NOT (n:Entity OR n:Claim OR n:Document OR n:Store OR n:T OR size(labels(n)) = 0) RETURN n LIMIT 1';
  const { records } = await driver.executeQuery(foreign);
  await driver.close();
  if (records.length === 0) return;
  await stop();
  throw new Error('The database at NEO4J_URI holds a graph that is not ours: the tests would empty it.');
}
