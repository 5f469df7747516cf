// Global set-up of a test run: gives the suites a folder for their Neo4j servers and ends these servers with the run.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { endServerIn, RUN_FOLDER } from './server.ts';

/** The suites empty the server they are given, so it must hold nothing that anyone could miss. */
async function refuseServerWithData(uri: string): Promise<void> {
  const login = neo4j.auth.basic(process.env['NEO4J_USER'] ?? 'neo4j', process.env['NEO4J_PASSWORD'] ?? '');
  const driver = neo4j.driver(uri, login);
  try {
    const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes');
    const nodes = Number(records[0]?.get('nodes'));
    if (nodes > 0)
      throw new Error(`NEO4J_URI names a server with ${nodes} nodes; the tests empty it: name an empty one.`);
  } finally {
    await driver.close();
  }
}

export default async function prepareRun(): Promise<() => Promise<void>> {
  const given = process.env['NEO4J_URI'];
  if (given !== undefined) await refuseServerWithData(given);
  const folder = mkdtempSync(join(tmpdir(), 'plenary-neo4j-'));
  process.env[RUN_FOLDER] = folder;
  return async () => {
    for (const worker of readdirSync(folder)) await endServerIn(join(folder, worker));
    rmSync(folder, { recursive: true, force: true });
  };
}
