// `plenary serve` as an operator meets it: probes, metrics, logs with request ids, keys without a restart, and a SIGTERM that drains.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { KeyRing } from '../../src/api/keys.ts';
import { posted } from '../api/support/service.ts';
import { commitOf, REPORTS } from '../api/support/world.ts';
import { start, type Started } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-serve-'));
const keysFile = join(folder, 'keys.json');

interface Served extends Started {
  readonly address: string;
}

async function serve(...flags: string[]): Promise<Served> {
  const started = start(['serve', '--store', `file:${folder}/store`, '--port', '0', ...flags]);
  for (;;) {
    const [address] = /http:\/\/[\d.:]+/.exec(started.stdout()) ?? [];
    if (address !== undefined) return { ...started, address };
    if (started.child.exitCode !== null) throw new Error(started.stderr());
    await sleep(50);
  }
}

beforeAll(async () => {
  const store = await openStore(`file:${folder}/store`);
  await store.commit(REPORTS.map(commitOf));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BODY = { statement: 'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b RETURN count(*)' };

describe('SIGTERM', () => {
  it('lets a running answer and an accepted document end, takes nothing new, and ends with 0', async () => {
    const { address, child, finished } = await serve('--query-timeout-ms', '60000');
    const running = fetch(`${address}/db/plenary/query/v2`, posted({ ...BODY, maxExecutionTime: 2 }));
    const text = 'President Ada Brandt met Prime Minister Odd Nansen in Oslo on 3 May 2024.';
    const accepted = await fetch(`${address}/api/v1/documents`, posted({ text, name: 'late.txt' }));
    expect(accepted.status).toBe(202);
    child.kill('SIGTERM');
    const answer = await running;
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('TransactionTimedOut')]);
    await expect(fetch(`${address}/api/v1/stats`)).rejects.toThrow();
    expect((await finished).status).toBe(0);
    const store = await openStore(`file:${folder}/store`);
    expect((await store.knownSources()).map(({ source }) => source)).toContain('api:late.txt');
    await store.close();
  });
});

describe('running it', () => {
  let served: Served;
  let read: string;
  beforeAll(async () => {
    const keys = new KeyRing(keysFile);
    read = keys.make('the desk', ['read'], new Date());
    served = await serve('--require-keys', '--keys-file', keysFile, '--log-level', 'info');
  });
  afterAll(async () => {
    served.child.kill('SIGTERM');
    await served.finished;
  });
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(served.address + path, { headers });

  it('answers the probes without a key', async () => {
    expect(await (await ask('/healthz')).json()).toEqual({ status: 'alive' });
    expect(await (await ask('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('logs each request as JSON, with the id that the caller gave or got, and never with a key', async () => {
    await ask('/api/v1/stats', { Authorization: `Bearer ${read}`, 'X-Request-Id': 'desk-request-7' });
    await expect.poll(() => served.stderr()).toContain('desk-request-7');
    const entry = served
      .stderr()
      .split('\n')
      .find((line) => line.includes('desk-request-7'));
    expect(JSON.parse(entry!)).toMatchObject({ method: 'GET', path: '/api/v1/stats', status: 200, msg: 'answered' });
    expect(served.stderr()).not.toContain(read);
  });

  it('counts requests for Prometheus by route and status, kept answers too, never by address', async () => {
    const key = { Authorization: `Bearer ${read}` };
    for (let call = 0; call < 3; call++) await (await ask('/api/v1/entities?kind=Person', key)).arrayBuffer();
    const metrics = await (await ask('/metrics', key)).text();
    const line = /^plenary_http_request_seconds_count\{method="GET",route="\/api\/v1\/entities",status="200"\} (\d+)$/m;
    expect(Number(line.exec(metrics)?.[1])).toBe(3);
    expect(metrics).toMatch(/^plenary_http_in_flight \d+$/m);
    expect(metrics).toMatch(/^plenary_ingest_waiting 0$/m);
    expect(metrics).not.toContain('kind=Person');
  });

  it('takes a new key and refuses a revoked one without a restart', async () => {
    const keys = new KeyRing(keysFile);
    const fresh = keys.make('a guest', ['read'], new Date());
    const status = async (): Promise<number> =>
      (await ask('/api/v1/stats', { Authorization: `Bearer ${fresh}` })).status;
    expect(await status()).toBe(200);
    keys.revoke(/^plenary_([0-9a-f]{12})/.exec(fresh)![1]!);
    await expect.poll(status).toBe(401);
  });
});
