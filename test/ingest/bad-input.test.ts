// A folder full of trouble: everything sound is built, everything else is named with stage and reason.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx } from '../../scripts/corpus/make-docx.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { ingest, type IngestReport } from '../../src/ingest/index.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { lockedPdf } from '../readers/locked-pdf.ts';

const TALKS =
  'Norwegian Foreign Minister Espen Barth Eide met Swedish Foreign Minister Tobias Billström in Oslo on 4 March 2024.';
const VIETNAMESE =
  'Bộ trưởng Bộ Công an đã có buổi làm việc với các đại biểu của nhiều nước và tổ chức quốc tế tại hội nghị, trong đó nhấn mạnh việc hợp tác là cần thiết.';

const root = mkdtempSync(join(tmpdir(), 'plenary-ingest-'));
const folder = join(root, 'inbox');

function fillFolder(): Promise<void> {
  mkdirSync(join(folder, 'deep', 'deeper'), { recursive: true });
  const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  put('good.txt', TALKS);
  put('deep/deeper/latin1.txt', Buffer.from(`${TALKS} The attaché left Malmö by train, the embassy said.`, 'latin1'));
  put('empty.txt', '');
  put('zeros.txt', new Uint8Array(5000));
  put('huge.txt', '');
  truncateSync(join(folder, 'huge.txt'), 60 * 1024 * 1024);
  put('huge.bin', '');
  truncateSync(join(folder, 'huge.bin'), 60 * 1024 * 1024);
  const docx = makeDocx([{ text: TALKS }]);
  put('cut.docx', docx.subarray(0, docx.length - 200));
  put('vietnamese.txt', VIETNAMESE);
  symlinkSync(join(root, 'nowhere.txt'), join(folder, 'broken.txt'));
  symlinkSync(folder, join(folder, 'deep', 'loop'));
  put('settings.json', '{"a": 1}');
  put('rows.csv', 'a,b\n1,2\n');
  put('notes.yaml', 'a: 1\n');
  put('script.ts', 'export const a = 1;\n');
  put('picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  put('.hidden.txt', TALKS);
  return lockedPdf(TALKS).then((bytes) => put('locked.pdf', bytes));
}

describe('a run over a folder with bad input', () => {
  let store: GraphStore;
  let report: IngestReport;
  beforeAll(async () => {
    await fillFolder();
    store = await openStore(`file:${join(root, 'store')}`);
    report = await ingest(store, [folder]);
  });
  afterAll(async () => {
    await store.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('names every document that it sets aside, with stage and reason', () => {
    const reasons = report.setAside.map(({ source, stage, reason }) => [basename(source), stage, reason]);
    expect(reasons).toEqual([
      ['broken.txt', 'find', 'broken-link'],
      ['cut.docx', 'read', 'damaged'],
      ['empty.txt', 'read', 'empty'],
      ['huge.txt', 'read', 'too-large'],
      ['locked.pdf', 'read', 'password-protected'],
      ['vietnamese.txt', 'read', 'language-not-supported'],
      ['zeros.txt', 'read', 'no-text'],
    ]);
    for (const { message } of report.setAside) expect(message).toMatch(/^[A-Z].*\.$/u);
  });

  it('lists files that are no documents as skipped', () => {
    expect(report.skipped.map((source) => basename(source))).toEqual([
      'huge.bin',
      'notes.yaml',
      'picture.png',
      'rows.csv',
      'script.ts',
      'settings.json',
    ]);
  });

  it('builds the rest, Latin-1 read as such, hidden files left alone', async () => {
    expect(report.added).toBe(2);
    const texts: string[] = [];
    for await (const { document } of store.documents()) texts.push(document.text);
    expect(texts.some((text) => text.includes('Malmö'))).toBe(true);
    expect((await store.stats()).documents).toBe(2);
  });

  it('finds nothing to do the second time', async () => {
    const again = await ingest(store, [folder]);
    expect(again).toMatchObject({ added: 0, unchanged: 2, replaced: 0 });
    expect(again.setAside).toEqual(report.setAside);
  });

  it('sets an unsupported file aside where the user named it', async () => {
    const named = await ingest(store, [join(folder, 'settings.json')]);
    expect(named.setAside).toMatchObject([{ stage: 'read', reason: 'unsupported-format' }]);
    expect(named.skipped).toEqual([]);
  });

  it('says so where a named path does not exist', async () => {
    await expect(ingest(store, [join(folder, 'missing.txt')])).rejects.toMatchObject({ code: 'InvalidInput' });
  });

  it('sets a file aside that it may not read', async () => {
    const locked = join(root, 'private.txt');
    writeFileSync(locked, TALKS);
    chmodSync(locked, 0);
    const outcome = await ingest(store, [locked]);
    // The superuser may read everything.
    const expected = process.getuid?.() === 0 ? [] : [{ reason: 'not-readable' }];
    expect(outcome.setAside).toMatchObject(expected);
  });
});
