// The store bench: ratios of one run, so that the machine's speed cancels out. PLENARY_BENCH_SCALE=0.05 makes it short.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNAPSHOT_FILE } from '../../src/adapters/stores/embedded/snapshot.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';
import { build } from './built/build.ts';
import { builtParts } from './store/built-parts.ts';
import { benchDocuments } from './store/corpus.ts';
import { commitAll, neo4jIngest } from './store/ingest.ts';
import { lookUpTimes } from './store/look-ups.ts';
import type { Opened } from './store/opened.ts';
import { skipTimes } from './store/skipped.ts';

/** 20,000 documents are 100,000 people and 300,000 facts. */
const LARGE = 20_000;
/** 15 claims and 95 rows of nodes and edges each. */
const INGESTED = 1_000;
/** Of the demo corpus, for skipping what has not changed. */
const COPIES = 10;

export async function run(): Promise<void> {
  build();
  const scale = Number(process.env['PLENARY_BENCH_SCALE'] ?? 1);
  const scaled = (count: number, least: number): number => Math.max(Math.round(count * scale), least);
  const root = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const memory = { 'server.memory.pagecache.size': '512m' };
  const server = await startNeo4j({ heap: '2g', settings: memory });
  try {
    await ingestRatios(root, scaled(INGESTED, 100), server);
    await skipRatio(root, scaled(COPIES, 1));
    await largeGraph(join(root, 'large'), scaled(LARGE, 100), server);
  } finally {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function ingestRatios(root: string, count: number, server: Neo4jServer): Promise<void> {
  const documents = [...benchDocuments(count)];
  const neo4j = await neo4jIngest(server, documents);
  const embedded = await commitAll(`file:${join(root, 'ingest')}`, documents);
  console.log(
    `${count} documents, ${neo4j.rows} rows: Neo4j ${neo4j.plenary.toFixed(1)} s through Plenary, ` +
      `${neo4j.bare.toFixed(1)} s by the bare driver, ${neo4j.single.toFixed(0)} s one statement a row; ` +
      `embedded ${embedded.acknowledged.toFixed(1)} s, with the graph up to date ${embedded.answered.toFixed(1)} s`,
  );
  ratio('Neo4j through Plenary against the bare driver with the same rows', neo4j.bare / neo4j.plenary, 0.8);
  ratio('Neo4j through Plenary against one statement a row', neo4j.single / neo4j.plenary, 50);
  ratio('embedded against Neo4j, both durable when they answer', neo4j.plenary / embedded.acknowledged, 2);
}

async function skipRatio(root: string, copies: number): Promise<void> {
  const { files, built, skipped } = await skipTimes(join(root, 'skip'), copies);
  console.log(`${files} files built in ${built.toFixed(2)} s, found unchanged in ${skipped.toFixed(3)} s`);
  ratio('an unchanged corpus is skipped', built / skipped, 50);
}

async function largeGraph(folder: string, count: number, { uri, user, password }: Neo4jServer): Promise<void> {
  const documents = [...benchDocuments(count)];
  const claims = documents.reduce((sum, { claims: own }) => sum + own.claims.length, 0);
  const login = { user, password };
  const built = await commitAll(`file:${folder}`, documents);
  const neo4jBuilt = await commitAll(uri, documents, login);
  console.log(
    `${count} documents, ${claims} claims: embedded ${built.acknowledged.toFixed(1)} s ` +
      `(graph up to date ${built.answered.toFixed(1)} s), Neo4j ${neo4jBuilt.acknowledged.toFixed(1)} s`,
  );
  await commitAll(`file:${folder}-empty`, []);
  startTimes(folder, claims, openedIn(`${folder}-empty`));

  const { openStore } = await builtParts();
  const [embedded, neo4j] = [await openStore(`file:${folder}`), await openStore(uri, login)];
  const [ours, theirs] = [await embedded.stats(), await neo4j.stats()];
  const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  console.log(`${total(ours.entities)} entities, ${total(ours.relations)} facts`);
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error('The two stores do not hold the same graph.');
  for (const { name, embedded: own, neo4j: other } of await lookUpTimes(embedded, neo4j))
    console.log(`${name}: embedded ${own.toFixed(3)} ms, Neo4j over Bolt ${other.toFixed(3)} ms`);
  await embedded.close();
  await neo4j.close();
}

/** From the snapshot that the build left, then from the claims; each in a process of its own, beside one with an empty store. */
function startTimes(folder: string, claims: number, empty: Opened): void {
  const disk = (file: string): number => statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0;
  console.log(`disk a claim: ${Math.round(disk('plenary.sqlite') / claims)} bytes of truth`);
  if (disk(SNAPSHOT_FILE) > 0) {
    console.log(`  and ${Math.round(disk(SNAPSHOT_FILE) / claims)} bytes of snapshot`);
    printStart('from the snapshot', openedIn(folder), claims, empty);
  }
  rmSync(join(folder, SNAPSHOT_FILE), { force: true });
  printStart('from the claims', openedIn(folder), claims, empty);
}

function printStart(how: string, { seconds, cpuSeconds, megabytes }: Opened, claims: number, empty: Opened): void {
  const bytes = Math.round(((megabytes - empty.megabytes) * 2 ** 20) / claims);
  console.log(
    `start ${how}: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor), ` +
      `${Math.round(megabytes)} MB resident, ${bytes} bytes a claim above an empty store`,
  );
}

function openedIn(folder: string): Opened {
  const program = join(import.meta.dirname, 'store', 'opened.ts');
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, folder], { encoding: 'utf8' });
  if (stdout === '') throw new Error(`The store could not be opened: ${stderr}`);
  return JSON.parse(stdout) as Opened;
}

function ratio(what: string, times: number, atLeast: number): void {
  console.log(`${what}: ${times.toFixed(2)}× (at least ${atLeast}×)${times < atLeast ? ' — MISSED' : ''}`);
  if (times < atLeast) process.exitCode = 1;
}
