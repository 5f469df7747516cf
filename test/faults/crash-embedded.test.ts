// The embedded store under SIGKILL and torn writes: it opens at once, keeps what it acknowledged, and doubles nothing.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, prepareFolder, TRUTH_FILE } from '../../src/adapters/stores/embedded/database.ts';
import { Truth } from '../../src/adapters/stores/embedded/truth.ts';
import { numberedDocument } from './corpus.ts';
import { contentOf } from './embedded-content.ts';
import { killedBuild, killMoment, ROUNDS } from './killed-builds.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-crash-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** More than all rounds can commit, so that the last run still has something to finish. */
const DOCUMENTS = 4_000;
const SPREAD_MS = 61;

describe('a building process is killed', () => {
  it(`loses no acknowledged document in ${ROUNDS} rounds, and the resumed build equals an undisturbed one`, async () => {
    const folder = join(root, 'killed');
    const child = join(import.meta.dirname, 'committing-child.ts');
    const acknowledged = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const id of await killedBuild(child, [folder, String(DOCUMENTS)], killMoment(round, SPREAD_MS)))
        acknowledged.add(id);
      const { documents } = contentOf(folder);
      expect(new Set(documents).size).toBe(documents.length);
      const missing = [...acknowledged].filter((id) => !documents.includes(id));
      expect(missing).toEqual([]);
    }
    const reached = contentOf(folder).documents.length;
    expect(reached).toBeGreaterThanOrEqual(ROUNDS);
    const count = reached + 5;
    finish(folder, count);
    const undisturbed = join(root, 'undisturbed');
    finish(undisturbed, count);
    expect(contentOf(folder)).toEqual(contentOf(undisturbed));
  }, 600_000);
});

/** Commits what is missing of the first documents, in this process. */
function finish(folder: string, count: number): void {
  prepareFolder(folder, true);
  const truth = new Truth(openDatabase(folder));
  truth.commit(Array.from({ length: count }, (_, at) => numberedDocument(at)));
  truth.close();
}

describe('the write-ahead log is cut', () => {
  it('at every 97th byte of its last 8 KiB: the store opens and has all but at most the last document', () => {
    const folder = join(root, 'wal');
    prepareFolder(folder, true);
    const truth = new Truth(openDatabase(folder));
    const count = 12;
    const ids = Array.from({ length: count }, (_, at) => {
      const commit = numberedDocument(at);
      truth.commit([commit]);
      return commit.claims.document.id;
    });
    const copy = join(root, 'wal-cut');
    const wal = `${TRUTH_FILE}-wal`;
    const { length } = readFileSync(join(folder, wal));
    let cuts = 0;
    for (let cut = length; cut > length - 8192; cut -= 97) {
      rmSync(copy, { recursive: true, force: true });
      mkdirSync(copy);
      for (const file of [TRUTH_FILE, wal]) copyFileSync(join(folder, file), join(copy, file));
      truncateSync(join(copy, wal), cut);
      const reopened = new Truth(openDatabase(copy));
      const kept = reopened.knownSources().length;
      reopened.close();
      expect(kept, `cut at ${cut} of ${length}`).toBeGreaterThanOrEqual(cut === length ? count : count - 1);
      expect(contentOf(copy).documents).toEqual(ids.slice(0, kept).sort());
      cuts++;
    }
    truth.close();
    expect(cuts).toBe(85);
  });
});
