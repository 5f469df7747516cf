// `npm run bench -- <name>`: runs one bench of this folder by its name, or says which there are.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Bench {
  run(): Promise<void> | void;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -3));
const [name] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`Name a bench: ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  const bench = (await import(join(import.meta.dirname, `${name}.ts`))) as Bench;
  await bench.run();
}
