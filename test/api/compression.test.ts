// Packed answers: the same bytes for who asks for them, and the same version.
import { request as send, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from './support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

interface Raw {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** fetch unpacks on its own; here the bytes are looked at. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const call = send(service.url(path), { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    call.once('error', reject).end();
  });
}

it.each(['/api/v1/relationships', '/api/v1/schema', '/api/v1/exports/gexf'])(
  'packs %s for who takes gzip, and for nobody else',
  async (path) => {
    const plain = await ask(path);
    const packed = await ask(path, { 'Accept-Encoding': 'gzip, br' });
    const refused = await ask(path, { 'Accept-Encoding': 'gzip;q=0' });
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(refused.headers['content-encoding']).toBeUndefined();
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.headers['vary']).toContain('Accept-Encoding');
  },
);

it('leaves a short answer as it is', async () => {
  expect((await ask('/api/v1/stats', { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
});

it('labels both forms with the version of the graph, and spares both to who has it', async () => {
  const path = '/api/v1/relationships';
  const [plain, packed] = [await ask(path), await ask(path, { 'Accept-Encoding': 'gzip' })];
  expect(packed.headers.etag).toBe(plain.headers.etag);
  const again = await ask(path, { 'Accept-Encoding': 'gzip', 'If-None-Match': packed.headers.etag! });
  expect([again.status, again.body.length, again.headers['content-encoding']]).toEqual([304, 0, undefined]);
});

it('packs a repeated answer into the same bytes', async () => {
  const headers = { 'Accept-Encoding': 'gzip' };
  const [one, two] = [await ask('/api/v1/timeline', headers), await ask('/api/v1/timeline', headers)];
  expect(two.body.equals(one.body)).toBe(true);
});
