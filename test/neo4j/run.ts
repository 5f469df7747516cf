// Global set-up of a test run: gives the suites a folder for their Neo4j servers and ends these servers with the run.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endServerIn, RUN_FOLDER } from './server.ts';

export default function prepareRun(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-neo4j-'));
  process.env[RUN_FOLDER] = folder;
  return async () => {
    for (const worker of readdirSync(folder)) await endServerIn(join(folder, worker));
    rmSync(folder, { recursive: true, force: true });
  };
}
