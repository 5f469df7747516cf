// The server that tests talk to: it answers, and each suite finds it empty.
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Neo4jServer, startNeo4j } from './server.ts';

let server: Neo4jServer;
beforeAll(async () => {
  server = await startNeo4j();
}, 300_000);
afterAll(() => server.stop());

it('answers a query of version 5 or later and is empty', async () => {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes');
  const { agent } = await driver.getServerInfo();
  await driver.close();
  expect(records[0]?.get('nodes')).toEqual(neo4j.int(0));
  expect(agent).toMatch(/^Neo4j\/([5-9]|20)/);
});
