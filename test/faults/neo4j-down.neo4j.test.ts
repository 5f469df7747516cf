// Neo4j is killed in the middle of a build and comes back: the build finishes, with the graph of an undisturbed one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { exported } from '../contract/exported.ts';
import {
  endJarServer,
  hasJavaAndMaven,
  type JarServer,
  startJarServer,
  TEST_PASSWORD,
  TEST_USER,
} from '../neo4j/jar-server.ts';
import { numberedDocument } from './corpus.ts';

const LOGIN = { user: TEST_USER, password: TEST_PASSWORD };
const DOCUMENTS = Array.from({ length: 24 }, (_, at) => numberedDocument(at));
const DOWN_MS = 10_000;

const home = mkdtempSync(join(tmpdir(), 'plenary-down-'));
let server: JarServer;
beforeAll(async () => {
  if (!hasJavaAndMaven()) throw new Error('This test ends a server of its own: it needs Java and Maven.');
  server = await startJarServer(home);
}, 300_000);
afterAll(async () => {
  await endJarServer(server, 'SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

async function build(store: GraphStore, after: (committed: number) => void = () => undefined): Promise<void> {
  for (let at = 0; at < DOCUMENTS.length; at += 2) {
    await store.commit(DOCUMENTS.slice(at, at + 2));
    after(at + 2);
  }
}

async function restart(): Promise<void> {
  const port = Number(new URL(server.uri).port);
  await endJarServer(server, 'SIGKILL');
  await sleep(DOWN_MS);
  server = await startJarServer(home, { port });
}

it('a build outlives a server that is killed and started again', async () => {
  const store = await openStore(server.uri, LOGIN);
  let restarted: Promise<void> | undefined;
  await build(store, (committed) => {
    if (committed === 8) restarted = restart();
  });
  await restarted;
  const disturbed = await exported(store);
  for (const { source } of DOCUMENTS) await store.remove(source);
  await build(store);
  expect(await exported(store)).toBe(disturbed);
  await store.close();
}, 600_000);

it('a server that only lets us read says so, and one with a certificate of its own is spoken to in secret', async () => {
  const port = Number(new URL(server.uri).port);
  const before = await openStore(server.uri, LOGIN);
  await before.commit(DOCUMENTS.slice(0, 2));
  const graph = await exported(before);
  await before.close();
  await endJarServer(server);
  makeCertificate(join(home, 'certificates'));
  server = await startJarServer(home, {
    port,
    settings: {
      'server.databases.default_to_read_only': 'true',
      'dbms.ssl.policy.bolt.enabled': 'true',
      'dbms.ssl.policy.bolt.base_directory': join(home, 'certificates'),
      'dbms.ssl.policy.bolt.client_auth': 'NONE',
      'server.bolt.tls_level': 'OPTIONAL',
    },
  });
  const secret = await openStore(server.uri.replace('bolt:', 'bolt+ssc:'), LOGIN);
  expect(await exported(secret)).toBe(graph);
  await expect(secret.commit([numberedDocument(99)])).rejects.toMatchObject({
    code: 'Forbidden',
    message: 'This Neo4j only lets us read: write to a server or database that accepts writes.',
  });
  expect(await exported(secret)).toBe(graph);
  await secret.close();
  // A certificate that no authority signed is no proof of who is there.
  await expect(openStore(server.uri.replace('bolt:', 'bolt+s:'), LOGIN)).rejects.toMatchObject({
    code: 'StoreUnavailable',
    message: expect.stringContaining('+ssc://') as string,
  });
}, 600_000);

function makeCertificate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const [key, certificate] = [join(folder, 'private.key'), join(folder, 'public.crt')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
  execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
}

it('a wrong password and a missing database end with one sentence', async () => {
  await expect(openStore(server.uri, { ...LOGIN, password: 'wrong-password' })).rejects.toMatchObject({
    code: 'Unauthenticated',
    message: expect.stringMatching(/^[A-Z][^\n]*[.]$/) as string,
  });
  await expect(openStore(server.uri, { ...LOGIN, database: 'nowhere' })).rejects.toMatchObject({ code: 'NotFound' });
}, 120_000);
