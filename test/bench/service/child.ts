// The process that is measured: the service over the filled store, and the bare route beside it.
import type { AddressInfo } from 'node:net';
import { startService } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config.ts';
import { rowsOf } from '../../../src/query/rows.ts';
import { bareApp } from '../service.ts';

const [folder] = process.argv.slice(2);
const config = loadConfig({
  store: `file:${folder ?? ''}`,
  port: 0,
  ratePerMinute: 0,
  concurrentPerCaller: 10_000,
  maxInFlight: 64,
  maxLagMs: 50,
  logLevel: 'silent',
});
const running = await startService(config, {
  ingestInto: () => () => Promise.reject(new Error('nothing is read here')),
});
const { read } = running.service;
const found = rowsOf(await read('MATCH (p:Person) RETURN p.id AS id ORDER BY id', {}, { maxRows: 200_000 }));
const ids = found.map((row) => row['id'] as string);
const entity = Buffer.from(await (await fetch(`${running.address}/api/v1/entities/${ids[0]!}`)).arrayBuffer());
const rows = rowsOf(await read('MATCH (p:Person) RETURN p.id, p.name, p.country LIMIT 10000', {})).map((row) =>
  Object.values(row),
);
const bare = bareApp(entity, { data: { fields: ['p.id', 'p.name', 'p.country'], values: rows } }).listen(
  0,
  '127.0.0.1',
  () => {
    const { port } = bare.address() as AddressInfo;
    process.send!({ url: running.address, bare: `http://127.0.0.1:${port}`, ids, bytes: entity.length });
  },
);
process.once('SIGTERM', () => {
  bare.close();
  void running.stop().then(() => process.exit(0));
});
