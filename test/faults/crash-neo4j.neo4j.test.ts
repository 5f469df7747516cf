// A process that builds into Neo4j is killed again and again: nothing acknowledged is lost, nothing is doubled.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { exported } from '../contract/exported.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';
import { numberedDocument } from './corpus.ts';
import { killedBuild, killMoment, ROUNDS } from './killed-builds.ts';

/** More than all rounds can commit, so that the last run still has something to finish. */
const DOCUMENTS = 4_000;
/** A commit takes some tens of milliseconds: a round ends within the first few. */
const SPREAD_MS = 97;

const root = mkdtempSync(join(tmpdir(), 'plenary-crash-'));
let server: Neo4jServer;
beforeAll(async () => {
  server = await startNeo4j();
}, 300_000);
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const idsIn = async (store: GraphStore): Promise<readonly string[]> =>
  (await store.read('MATCH (d:Document) RETURN d.id AS id ORDER BY id', {})).rows.map(([id]) => id as string);

it(`loses no acknowledged document in ${ROUNDS} rounds, and the resumed build equals an undisturbed one`, async () => {
  const { uri, user, password } = server;
  const child = join(import.meta.dirname, 'committing-child-neo4j.ts');
  const acknowledged = new Set<string>();
  let reached = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const args = [uri, user, password, String(DOCUMENTS)];
    for (const id of await killedBuild(child, args, killMoment(round, SPREAD_MS))) acknowledged.add(id);
    const store = await openStore(uri, { user, password, create: false });
    const ids = await idsIn(store);
    await store.close();
    expect(new Set(ids).size).toBe(ids.length);
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
    reached = ids.length;
  }
  expect(reached).toBeGreaterThanOrEqual(ROUNDS);
  const documents = Array.from({ length: reached + 5 }, (_, at) => numberedDocument(at));
  const resumed = await openStore(uri, { user, password });
  await resumed.commit(documents);
  const undisturbed = await openStore(`file:${join(root, 'undisturbed')}`);
  await undisturbed.commit(documents);
  expect(await exported(resumed)).toBe(await exported(undisturbed));
  await resumed.close();
  await undisturbed.close();
}, 900_000);
