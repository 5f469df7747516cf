// Runs over the same files: order, workers, restarts and interruptions make no difference to what is stored.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { ingest, type IngestOptions, type IngestReport, type Outcome } from '../../src/ingest/index.ts';

const CORPUS = join(import.meta.dirname, '..', '..', 'seeds', 'corpus');
const root = mkdtempSync(join(tmpdir(), 'plenary-runs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Built {
  readonly report: IngestReport;
  readonly version: string;
  readonly documents: number;
}

async function build(store: string, paths: readonly string[], options: IngestOptions = {}): Promise<Built> {
  const opened = await openStore(`file:${join(root, store)}`);
  try {
    const report = await ingest(opened, paths, options);
    const { graphVersion, documents } = await opened.stats();
    return { report, version: graphVersion, documents };
  } finally {
    await opened.close();
  }
}

const files = readdirSync(CORPUS).map((name) => join(CORPUS, name));

describe('ingest', { timeout: 240_000 }, () => {
  it('builds the whole demo corpus, with nothing set aside', async () => {
    const { report, documents } = await build('corpus', [CORPUS], { workers: 1 });
    expect(report).toMatchObject({ added: files.length, setAside: [], skipped: [], interrupted: false });
    expect(documents).toBe(files.length);
  });

  it('gives the same graph with worker threads, in another order, in two runs', async () => {
    const one = await build('one', [CORPUS], { workers: 1 });
    const threads = await build('threads', [...files].reverse(), { workers: 2 });
    expect(threads.version).toBe(one.version);
    await build('halves', files.slice(9), { workers: 1 });
    const halves = await build('halves', files.slice(0, 9), { workers: 1 });
    expect(halves.version).toBe(one.version);
  });

  it('reports outcomes in the order of the files, whatever the workers do', async () => {
    const seen: Outcome[] = [];
    await build('order', [CORPUS], { workers: 2, onOutcome: (outcome) => seen.push(outcome) });
    const sources = seen.map(({ source }) => source);
    expect(sources).toEqual([...sources].sort());
    expect(sources).toHaveLength(files.length);
  });

  it('reads a changed file again and lets the old bytes go', async () => {
    const folder = join(root, 'changing');
    cpSync(join(CORPUS, '18-sullivan-in-beijing.txt'), join(folder, 'a.txt'), { recursive: true });
    cpSync(join(CORPUS, '16-nuclear-agreement-signed.txt'), join(folder, 'b.txt'));
    await build('changing-store', [folder], { workers: 1 });
    writeFileSync(
      join(folder, 'a.txt'),
      `${readFileSync(join(folder, 'a.txt'), 'utf8')}\nThe visit ended on Thursday.\n`,
    );
    const { report, documents } = await build('changing-store', [folder], { workers: 1 });
    expect(report).toMatchObject({ added: 1, unchanged: 1, replaced: 1 });
    expect(documents).toBe(2);
  });

  it('reads anew what an older version of the rules read, and only that', async () => {
    const path = join(CORPUS, '18-sullivan-in-beijing.txt');
    const fresh = await build('fresh-rules', [path], { workers: 1 });
    await build('older-rules', [path], { workers: 1 });
    const opened = await openStore(`file:${join(root, 'older-rules')}`);
    const [known] = await opened.knownSources();
    const { claims: stored, bytes } = (await opened.document(known!.documentId))!;
    const claims = { ...stored, extractor: 'plenary-rules/0', claims: stored.claims.slice(1) };
    await opened.commit([{ claims, bytes, source: known!.source }]);
    expect((await opened.knownSources())[0]?.extractor).toBe('plenary-rules/0');
    await opened.close();
    const again = await build('older-rules', [path], { workers: 1 });
    expect(again.report).toMatchObject({ unchanged: 0, setAside: [] });
    expect(again.version).toBe(fresh.version);
    expect((await build('older-rules', [path], { workers: 1 })).report).toMatchObject({ unchanged: 1, added: 0 });
  });

  it('stops when asked, keeps what was read, and goes on the next time', async () => {
    const stop = new AbortController();
    let seen = 0;
    const first = await build('stopped', [CORPUS], {
      workers: 1,
      signal: stop.signal,
      onOutcome: () => {
        if (++seen === 5) stop.abort();
      },
    });
    expect(first.report.interrupted).toBe(true);
    expect(first.documents).toBeGreaterThanOrEqual(5);
    expect(first.documents).toBeLessThan(files.length);
    const second = await build('stopped', [CORPUS], { workers: 1 });
    expect(second.report).toMatchObject({ interrupted: false, unchanged: first.documents });
    expect(second.documents).toBe(files.length);
  });
});
