// The connection to Neo4j breaks once, at each piece of the conversation: the work ends with the same graph.
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { exported } from '../contract/exported.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';
import { BoltProxy, type Direction } from './bolt-proxy.ts';
import { numberedDocument } from './corpus.ts';

let server: Neo4jServer;
let driver: Driver;
let proxy: BoltProxy;
const patient = globalThis.setTimeout;
beforeAll(async () => {
  server = await startNeo4j();
  driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  proxy = await BoltProxy.before(server.uri);
  // The driver waits for about a second before it tries again, and a test of a hundred failures need not.
  globalThis.setTimeout = Object.assign(
    (work: () => void, ms = 0, ...values: unknown[]) => patient(work, ms > 500 && ms < 5_000 ? 20 : ms, ...values),
    { __promisify__: patient.__promisify__ },
  ) as typeof globalThis.setTimeout;
}, 300_000);
afterAll(async () => {
  globalThis.setTimeout = patient;
  await proxy.close();
  await driver.close();
  await server.stop();
});

const open = (): Promise<GraphStore> => openStore(proxy.uri, { user: server.user, password: server.password });

/** What fails in a way that may pass is tried again, as its caller would. */
async function again<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('StoreUnavailable');
    return await step();
  }
}

/** Adds, changes and removes through the proxy, in an empty database. @returns the graph at the end */
async function work(): Promise<string> {
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  const store = await again(open);
  await again(() => store.commit([0, 1].map(numberedDocument)));
  await again(() => store.commit([{ ...numberedDocument(2), source: numberedDocument(0).source }]));
  await again(() => store.commit([numberedDocument(3)]));
  await again(() => store.remove(numberedDocument(1).source));
  const graph = await again(() => exported(store));
  await store.close();
  return graph;
}

describe.each<Direction>(['to the server', 'to the client'])('the connection breaks at each piece %s', (direction) => {
  it('and the graph is that of an undisturbed run', async () => {
    proxy.breakAt(0, direction);
    const undisturbed = await work();
    expect(undisturbed).toContain('Report number 3');
    for (let at = 1; ; at++) {
      proxy.breakAt(at, direction);
      expect(await work(), `piece ${at}`).toBe(undisturbed);
      if (proxy.broken > 0) continue;
      expect(at).toBeGreaterThan(20);
      break;
    }
  }, 600_000);
});

it('reads ask for READ access, and after a write for a server that has seen it', async () => {
  proxy.breakAt(0, 'to the server');
  const store = await open();
  await store.commit([numberedDocument(4)]);
  proxy.said = '';
  await store.read('MATCH (d:Document) RETURN count(d)', {});
  // BEGIN carries `mode: "r"` and the bookmarks, in Bolt's packed strings.
  expect(proxy.said).toContain('\x84mode\x81r');
  expect(proxy.said).toMatch(/bookmarks[^]{1,3}FB:/);
  await store.close();
}, 60_000);

it('a routing address finds its writer and its readers, each read sees the write before it', async () => {
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  const store = await openStore(server.uri.replace('bolt:', 'neo4j:'), {
    user: server.user,
    password: server.password,
  });
  for (let at = 0; at < 5; at++) {
    await store.commit([numberedDocument(at)]);
    expect((await store.read('MATCH (d:Document) RETURN count(d)', {})).rows).toEqual([[BigInt(at + 1)]]);
  }
  expect((await store.remove(numberedDocument(0).source)).removed).toHaveLength(1);
  expect(await store.knownSources()).toHaveLength(4);
  await store.close();
}, 60_000);
