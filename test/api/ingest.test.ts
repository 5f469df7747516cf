// Documents by the API through the real line: a job from queued to done, claims to be seen, bombs set aside, removal.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../scripts/corpus/make-docx.ts';
import { ingestUpload, openUploadPool, type UploadPool } from '../../src/ingest/index.ts';
import * as answers from './support/answers.ts';
import { startTestService, type TestService } from './support/service.ts';

/** What takes longer is taken for a bomb; the service itself waits two minutes. */
const LONGEST_MS = 30_000;
const CORPUS = join(import.meta.dirname, '..', '..', 'seeds', 'corpus');
const folder = mkdtempSync(join(tmpdir(), 'plenary-ingest-'));
let service: TestService;
let pool: UploadPool;

beforeAll(async () => {
  pool = openUploadPool(1);
  service = await startTestService({ reports: [], ingest: (store) => ingestUpload(store, pool) });
});
afterAll(async () => {
  await service.stop();
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

async function send(
  to: TestService,
  body: Uint8Array,
  name: string,
): Promise<{ id: string; documentId: string | null }> {
  const response = await to.ask(`/api/v1/documents?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.from(body),
  });
  expect(response.status).toBe(202);
  const job = answers.job.parse(await response.json());
  expect(response.headers.get('location')).toBe(`/api/v1/jobs/${job.id}`);
  expect(job.state).toBe('queued');
  return job;
}

async function outcome(of: TestService, id: string) {
  for (;;) {
    const job = await of.get(answers.job, `/api/v1/jobs/${id}`);
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await sleep(50);
  }
}

it('reads a document, shows its claims, and takes it out again with all that only it supported', async () => {
  const before = await service.get(answers.stats, '/api/v1/stats');
  expect(before).toMatchObject({ documents: 0, claims: 0 });
  const sent = await send(service, readFileSync(join(CORPUS, '16-nuclear-agreement-signed.txt')), 'signed.txt');
  expect(await outcome(service, sent.id)).toMatchObject({ state: 'done', documentId: sent.documentId });
  const document = await service.get(answers.document, `/api/v1/documents/${sent.documentId!}`);
  expect(document.claims.length).toBeGreaterThan(5);
  for (const { quote, start, end } of document.claims) expect(document.text.slice(start, end)).toBe(quote);
  const { data } = await service.get(answers.factPage, '/api/v1/relationships');
  expect(data.length).toBeGreaterThan(0);
  expect((await service.ask(`/api/v1/documents/${sent.documentId!}`, { method: 'DELETE' })).status).toBe(204);
  expect(await service.get(answers.stats, '/api/v1/stats')).toEqual(before);
});

it('takes the same bytes again as the same document', async () => {
  const text = 'President Ada Brandt met Prime Minister Odd Nansen in Oslo on 3 May 2024.';
  const first = await send(service, Buffer.from(text), 'one.txt');
  const again = await send(service, Buffer.from(text), 'two.txt');
  await Promise.all([outcome(service, first.id), outcome(service, again.id)]);
  expect(again.documentId).toBe(first.documentId);
  expect(await service.get(answers.stats, '/api/v1/stats')).toMatchObject({ documents: 1 });
  await service.ask(`/api/v1/documents/${first.documentId!}`, { method: 'DELETE' });
});

/** One page whose content unpacks to far more than a document has. */
function pdfBomb(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes << 20, 'BT (x) Tj ET '), { level: 9 });
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream
`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF')]);
}

/** Made before the service starts: packing them would hold up what it answers. */
const BOMBS: Readonly<Record<string, Buffer>> = {
  'bomb.docx': makeZip({ 'word/document.xml': Buffer.alloc(120 << 20, 32) }),
  'bomb.pdf': pdfBomb(100),
  'bomb.html': Buffer.from('<div>'.repeat(200_000)),
  'bomb.bin': Buffer.alloc(1 << 20, 0x9d),
};

describe('bombs', () => {
  it.each(Object.keys(BOMBS))('%s is set aside, and the service goes on', async (name) => {
    const impatient = openUploadPool(1, LONGEST_MS);
    const own = await startTestService({ reports: [], ingest: (store) => ingestUpload(store, impatient) });
    const { id, documentId } = await send(own, BOMBS[name]!, name);
    const job = await outcome(own, id);
    expect(job.state, job.message).toBe('set-aside');
    expect((await own.ask(`/api/v1/documents/${documentId!}`)).status).toBe(404);
    expect((await own.ask('/readyz')).status).toBe(200);
    await own.stop();
    await impatient.close();
  });
});
