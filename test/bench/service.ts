// The service under load, on one core, as ratios within one run: against a bare Express route, against JSON.stringify, and at three times its peak.
import express from 'express';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedLoop, openLoop, type LoadReport } from './service/load.ts';
import { fillStore } from './service/graph.ts';

const SIZE = { entities: 100_000, facts: 300_000 };
const SECONDS = 5;

interface Serving {
  readonly url: string;
  readonly ids: readonly string[];
  readonly bytes: number;
  stop(): void;
}

/** The service, and a bare Express route that sends the same bytes, in a process of their own. */
async function serve(folder: string): Promise<Serving & { readonly bare: string }> {
  const child = fork(join(import.meta.dirname, 'service', 'child.ts'), [folder], { execArgv: ['--import', 'tsx'] });
  const ready = await new Promise<{ url: string; bare: string; ids: string[]; bytes: number }>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}.`)));
  });
  return { ...ready, stop: () => child.kill('SIGTERM') };
}

const round = (value: number): number => Math.round(value * 100) / 100;
const line = (what: string, report: LoadReport): string =>
  `${what}: ${Math.round(report.perSecond)}/s, p50 ${round(report.p50)} ms, p99 ${round(report.p99)} ms, refused ${report.refused}`;

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  console.log(`filling a store with ${SIZE.entities} entities and ${SIZE.facts} facts`);
  await fillStore(`file:${folder}`, SIZE);
  const service = await serve(folder);
  try {
    await measure(service);
  } finally {
    service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure({ url, bare, ids, bytes }: Serving & { bare: string }): Promise<void> {
  const entity = (at: number): string => `${url}/api/v1/entities/${ids[(at * 7919) % ids.length]!}`;
  const same = (): string => `${url}/api/v1/entities/${ids[0]!}`;
  const plain = (): string => `${bare}/entity`;
  console.log(`GET /entities/{id} against a bare route that sends the same ${bytes} bytes, interleaved:`);
  const ratios: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const own = await closedLoop(same, SECONDS);
    const other = await closedLoop(plain, SECONDS);
    ratios.push(own.perSecond / other.perSecond);
    console.log(
      `  ${line('service', own)}\n  ${line('bare', other)}\n  ratio ${round(own.perSecond / other.perSecond)}`,
    );
  }
  console.log(`  ${line('service, ids never asked before', await closedLoop(entity, SECONDS))}`);
  console.log(`ratio of GET /entities/{id}: ${round(Math.max(...ratios))} (wanted 0.6)`);
  await measureQuery(url, bare);
  const peak = await closedLoop(entity, SECONDS);
  const steady = await openLoop(entity, peak.perSecond * 0.7, SECONDS);
  console.log(line('look-ups at 70 % of the peak, open loop', steady), '(wanted p99 <= 25 ms)');
  const crowded = await openLoop(entity, peak.perSecond * 3, SECONDS);
  console.log(
    line('look-ups at 3 times the peak', crowded),
    `kept ${round(crowded.perSecond / peak.perSecond)} of the peak (wanted 0.8)`,
  );
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const after = await openLoop(entity, peak.perSecond * 0.5, 2);
  console.log(line('five seconds later at half the peak', after), '(wanted 0 refused)');
}

async function measureQuery(url: string, bare: string): Promise<void> {
  const statement = 'MATCH (p:Person) RETURN p.id, p.name, p.country LIMIT 10000';
  const post = (body: object): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const timed = async (address: string, init?: RequestInit): Promise<number> => {
    const began = performance.now();
    await (await fetch(address, init)).arrayBuffer();
    return performance.now() - began;
  };
  const best = async (ask: (turn: number) => Promise<number>): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < 12; turn++) times.push(await ask(turn));
    return Math.min(...times.slice(2));
  };
  const stringified = await best(() => timed(`${bare}/rows`));
  const repeated = await best(() => timed(`${url}/db/plenary/query/v2`, post({ statement })));
  const fresh = await best((turn) =>
    timed(`${url}/db/plenary/query/v2`, post({ statement: `${statement} // ${turn}` })),
  );
  console.log(
    `10,000 rows: JSON.stringify ${round(stringified)} ms, query ${round(repeated)} ms (ratio ${round(stringified / repeated)}, wanted 0.6), run anew ${round(fresh)} ms (ratio ${round(stringified / fresh)})`,
  );
}

/** Sends the bytes and does nothing else. */
export function bareApp(entity: Buffer, rows: unknown): express.Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false);
  app.get('/entity', (_request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(entity);
  });
  app.get('/rows', (_request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(rows));
  });
  return app;
}
