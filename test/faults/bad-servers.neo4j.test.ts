// Servers that cannot be a store: each ends with one sentence that says what to do, and with exit code 2 on the command line.
import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type OpenOptions } from '../../src/adapters/stores/open.ts';
import { AppError } from '../../src/domain/errors.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';

let server: Neo4jServer;
let old: Server;
let oldUri: string;
beforeAll(async () => {
  server = await startNeo4j();
  old = createServer((socket) => {
    let isGreeted = false;
    socket.on('error', () => undefined); // the driver hangs up on it
    socket.on('data', () => {
      if (isGreeted) socket.write(answer(SUCCESS, { server: 'Neo4j/4.4.38', connection_id: 'bolt-1' }));
      else socket.write(Buffer.from([0, 0, 4, 4])); // Bolt 4.4, the newest that Neo4j 4 speaks
      isGreeted = true;
    });
  });
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
  oldUri = `bolt://127.0.0.1:${(old.address() as { port: number }).port}`;
}, 300_000);
afterAll(async () => {
  old.close();
  await server.stop();
});

/** One Bolt message of a structure with one map of short strings: no Neo4j 4 runs on the Java of the others. */
function answer(signature: number, fields: Readonly<Record<string, string>>): Buffer {
  const text = (value: string): readonly number[] => [0x80 + value.length, ...Buffer.from(value)];
  const map = Object.entries(fields).flatMap(([name, value]) => [...text(name), ...text(value)]);
  const message = [0xb1, signature, 0xa0 + Object.keys(fields).length, ...map];
  return Buffer.from([0, message.length, ...message, 0, 0]);
}
const SUCCESS = 0x70;

async function failure(uri: string, options: OpenOptions = {}): Promise<AppError> {
  const login = { user: server.user, password: server.password, ...options };
  const error: unknown = await openStore(uri, login).then(
    (store) => store.close(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).message).toMatch(/^[A-Z][^\n]*[.]$/);
  return error as AppError;
}

describe('an address that leads to no store', () => {
  it.each<readonly [string, () => string, OpenOptions, string, RegExp]>([
    ['the scheme is another', () => server.uri.replace('bolt', 'http'), {}, 'InvalidInput', /neo4j:\/\/<host>/],
    ['the host is unknown', () => 'neo4j://nowhere.invalid:7687', {}, 'StoreUnavailable', /host and port/],
    ['nobody listens', () => 'bolt://127.0.0.1:1', {}, 'StoreUnavailable', /host and port/],
    ['the password is wrong', () => server.uri, { password: 'wrong-password' }, 'Unauthenticated', /NEO4J_PASSWORD/],
    ['the database is missing', () => server.uri, { database: 'nowhere' }, 'NotFound', /NEO4J_DATABASE/],
    ['encrypted, to a plain server', () => server.uri.replace('bolt', 'bolt+s'), {}, 'StoreUnavailable', /encrypted/],
    ['the server is too old', () => oldUri, {}, 'Unsupported', /Neo4j 4: Plenary needs Neo4j 5/],
  ])('%s', async (_case, uri, options, code, sentence) => {
    const error = await failure(uri(), options);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(sentence);
  });

  it('nothing was written to the server that could be reached', async () => {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes');
    expect(Number(records[0]!.get('nodes'))).toBe(0);
    await driver.close();
  });
});

it('the command line ends with 2 and the sentence', () => {
  const command = ['--import', 'tsx', join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')];
  const login = ['--neo4j-user', server.user, '--neo4j-password', 'wrong-password'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...command, 'build', 'seeds/corpus', '--store', server.uri, ...login],
    { encoding: 'utf8', cwd: join(import.meta.dirname, '..', '..') },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/Neo4j refuses the user or the password/);
}, 120_000);
