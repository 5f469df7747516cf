// An unchanged folder is built again: what that takes against the first time, files and language engine included.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtParts } from './built-parts.ts';
import { seconds } from './ingest.ts';

const CORPUS = join(import.meta.dirname, '..', '..', '..', 'seeds', 'corpus');

export interface SkipTimes {
  readonly files: number;
  readonly built: number;
  readonly skipped: number;
}

/** @param copies of the demo corpus, each text with a first line of its own */
export async function skipTimes(folder: string, copies: number): Promise<SkipTimes> {
  const texts = join(folder, 'texts');
  mkdirSync(texts, { recursive: true });
  for (const name of readdirSync(CORPUS).filter((file) => file.endsWith('.txt')))
    for (let copy = 0; copy < copies; copy++)
      writeFileSync(join(texts, `${copy}-${name}`), `Edition ${copy}\n\n${readFileSync(join(CORPUS, name), 'utf8')}`);
  const { openStore, ingest } = await builtParts();
  const store = await openStore(`file:${join(folder, 'store')}`, { own: true });
  const run = (): Promise<unknown> => ingest(store, [texts], { workers: 1 });
  const built = await seconds(run);
  const again = await seconds(run);
  const files = (await store.knownSources()).length;
  await store.close();
  return { files, built, skipped: again };
}
