// The store bench: ratios of one run, so that the machine's speed cancels out. PLENARY_BENCH_SCALE=0.05 makes it short.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { DocumentCommit } from '../../src/ports/graph-store.ts';
import { startNeo4j } from '../neo4j/server.ts';
import { benchDocuments } from './store/corpus.ts';
import { commitAll, neo4jIngest, seconds } from './store/ingest.ts';
import { lookUpTimes } from './store/look-ups.ts';

/** 20,000 documents are 100,000 people and 300,000 facts. */
const LARGE = 20_000;
const INGESTED = 1_000;

export async function run(): Promise<void> {
  const scale = Number(process.env['PLENARY_BENCH_SCALE'] ?? 1);
  const root = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const server = await startNeo4j();
  try {
    const documents = [...benchDocuments(Math.max(Math.round(INGESTED * scale), 100))];
    const neo4j = await neo4jIngest(server, documents);
    const embedded = await commitAll(`file:${join(root, 'ingest')}`, documents);
    ratio('Neo4j through Plenary against the bare driver', neo4j.bare / neo4j.plenary, 0.8);
    ratio('UNWIND against one statement a row', neo4j.single / neo4j.plenary, 50);
    ratio('embedded against Neo4j', neo4j.plenary / embedded, 2);
    await largeGraph(join(root, 'large'), Math.max(Math.round(LARGE * scale), 100), server);
  } finally {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function largeGraph(
  folder: string,
  count: number,
  server: { uri: string; user: string; password: string },
): Promise<void> {
  const documents: readonly DocumentCommit[] = [...benchDocuments(count)];
  const claims = documents.reduce((sum, { claims: own }) => sum + own.claims.length, 0);
  const login = { user: server.user, password: server.password };
  const built = await commitAll(`file:${folder}`, documents);
  const neo4jBuilt = await commitAll(server.uri, documents, login);
  console.log(`${count} documents, ${claims} claims: embedded ${built.toFixed(1)} s, Neo4j ${neo4jBuilt.toFixed(1)} s`);

  const opening = performance.now();
  const embedded = await openStore(`file:${folder}`);
  const before = process.memoryUsage().rss;
  const { entities, relations } = await embedded.stats();
  const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  console.log(
    `${total(entities)} entities, ${total(relations)} facts, loaded in ${((performance.now() - opening) / 1000).toFixed(1)} s`,
  );
  console.log(`memory a claim: ${Math.round((process.memoryUsage().rss - before) / claims)} bytes`);
  console.log(`disk a claim: ${Math.round(statSync(join(folder, 'plenary.sqlite')).size / claims)} bytes`);

  const skipped = await seconds(async () => {
    const known = new Set((await embedded.knownSources()).map(({ documentId, source }) => `${source} ${documentId}`));
    if (!documents.every(({ claims: own, source }) => known.has(`${source} ${own.document.id}`)))
      throw new Error('not all known');
  });
  ratio('an unchanged corpus is skipped', built / skipped, 50);

  const neo4j = await openStore(server.uri, login);
  const [ours, theirs] = [await lookUpTimes(embedded), await lookUpTimes(neo4j)];
  for (const [name, time] of ours)
    console.log(`${name}: embedded ${time.toFixed(3)} ms, Neo4j over Bolt ${theirs.get(name)!.toFixed(3)} ms`);
  await embedded.close();
  await neo4j.close();
}

function ratio(what: string, times: number, atLeast: number): void {
  console.log(`${what}: ${times.toFixed(2)}× (at least ${atLeast}×)${times < atLeast ? ' — MISSED' : ''}`);
  if (times < atLeast) process.exitCode = 1;
}
