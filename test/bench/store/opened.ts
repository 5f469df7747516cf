// A process that opens an embedded store and says what that took; beside it, so that nothing else counts as memory.
import { builtParts } from './built-parts.ts';

export interface Opened {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const [folder] = process.argv.slice(2) as [string];
const cpuSeconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
const { openStore } = await builtParts();
const before = process.cpuUsage();
const start = performance.now();
const store = await openStore(`file:${folder}`, { create: false });
await store.read('MATCH (p:Person) RETURN count(p)', {});
const opened: Opened = {
  seconds: (performance.now() - start) / 1000,
  cpuSeconds: cpuSeconds(process.cpuUsage(before)),
  megabytes: process.memoryUsage().rss / 2 ** 20,
};
process.stdout.write(JSON.stringify(opened));
await store.close();
