// Neo4j stores for the contract: one server, emptied before each store.
import neo4j from 'neo4j-driver';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';
import type { StoreHarness } from './harness.ts';

export async function neo4jHarness(): Promise<
  StoreHarness & { readonly server: Neo4jServer; readonly cleanUp: () => Promise<void> }
> {
  const server = await startNeo4j();
  const login = { user: server.user, password: server.password };
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  const reopen = (): Promise<GraphStore> => openStore(server.uri, login);
  return {
    server,
    reopen,
    open: async () => {
      await driver.executeQuery('MATCH (n) DETACH DELETE n'); // indexes stay: making them takes seconds
      return await reopen();
    },
    cleanUp: async () => {
      await driver.close();
      await server.stop();
    },
  };
}
