// The built product, to be measured: the loader that runs TypeScript slows down every function that it compiles.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Builds `dist/` anew. */
export function build(): void {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build fails, so there is nothing to measure:\n${built.stdout}`);
}

/** Address of a built module, given by its path below `dist/`. */
export const builtUrl = (path: string): string => pathToFileURL(join(ROOT, 'dist', path)).href;
