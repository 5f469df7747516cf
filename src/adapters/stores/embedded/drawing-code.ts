// Names the code that draws the graph from the claims: a snapshot that other code has drawn is not ours to show.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** A version number would be forgotten at the first change of a weight or of a word list. */
const FOLDERS = ['domain', 'schema', 'resolution', 'projection', 'adapters/stores', 'adapters/stores/embedded'];

let known: string | undefined;

/** A hash over the files that run, as they were at its first call. */
export function drawingCode(): string {
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const folder of FOLDERS)
    for (const name of readdirSync(join(ROOT, folder)).sort())
      if (/\.[jt]s$/.test(name)) hash.update(`${folder}/${name}\n`).update(readFileSync(join(ROOT, folder, name)));
  return (known = hash.digest('hex'));
}
