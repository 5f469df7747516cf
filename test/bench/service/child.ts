// The process that is measured: the service over the filled store, with limits that leave the load to be shed to itself.
import { startService } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config.ts';
import { rowsOf } from '../../../src/query/rows.ts';
import { TEN_THOUSAND_ROWS } from './rows.ts';

const [folder] = process.argv.slice(2);
const config = loadConfig({
  store: `file:${folder ?? ''}`,
  port: 0,
  ratePerMinute: 10_000_000,
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
const entity = await (await fetch(`${running.address}/api/v1/entities/${ids[0]!}`)).text();
const rows = rowsOf(await read(TEN_THOUSAND_ROWS, {})).map((row) => Object.values(row));
process.send!({
  url: running.address,
  ids,
  entity,
  rows: { data: { fields: ['p.id', 'p.name', 'p.country'], values: rows } },
});
process.on('message', (message) => {
  if (message === 'cpu') process.send!({ cpu: process.cpuUsage() });
});
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
