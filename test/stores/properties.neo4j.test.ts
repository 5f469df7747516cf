// The same properties on a real Neo4j, measured by the embedded store: each also says that the two stores agree.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';
import { storeProperties } from './store-properties.ts';

/** A transaction a document costs more than on the embedded store, and what it proves is the same code. */
const RUNS = 6;

const root = mkdtempSync(join(tmpdir(), 'plenary-properties-'));
let server: Neo4jServer;
let one: GraphStore;
let other: GraphStore;
beforeAll(async () => {
  server = await startNeo4j();
  one = await openStore(`file:${join(root, 'one')}`);
  other = await openStore(server.uri, { user: server.user, password: server.password });
}, 300_000);
afterAll(async () => {
  await one.close();
  await other.close();
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

storeProperties(() => ({ one, other }), RUNS);
