// The process that is measured: the service over the filled store, with limits that leave the load to be shed to itself.
import type * as App from '../../../src/app.ts';
import type * as Config from '../../../src/config.ts';
import { rowsOf } from '../../../src/query/rows.ts';
import { builtUrl } from '../built/build.ts';
import { ownUsage } from './processes.ts';
import { TEN_THOUSAND_ROWS } from './rows.ts';

const { startService } = (await import(builtUrl('app.js'))) as typeof App;
const { loadConfig } = (await import(builtUrl('config.js'))) as typeof Config;

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
  if (message === 'usage') process.send!(ownUsage());
});
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
