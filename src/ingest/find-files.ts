// Finds the files under the paths a user named: sorted, links followed once, broken ones reported.
import { statSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { AppError } from '../domain/errors.ts';
import type { Candidate, SetAside } from './types.ts';

/** Folders that hold programs and never documents. */
const NOT_ENTERED = new Set(['node_modules', '__pycache__']);

export interface FoundFiles {
  /** Sorted by source, each once. */
  readonly candidates: readonly Candidate[];
  readonly setAside: readonly SetAside[];
}

const sourceOf = (path: string): string => path.split(sep).join('/');
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

function failure(path: string, error: unknown): SetAside {
  const source = sourceOf(path);
  if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ELOOP') {
    return { source, stage: 'find', reason: 'broken-link', message: 'The link leads nowhere: mend or delete it.' };
  }
  return { source, stage: 'find', reason: 'not-readable', message: 'The file cannot be read: check its permissions.' };
}

class Walk {
  readonly candidates = new Map<string, Candidate>();
  readonly setAside: SetAside[] = [];
  /** Real paths of the folders above the current one, so that a link back up is not followed for ever. */
  private readonly above = new Set<string>();

  async visit(path: string, isNamed: boolean): Promise<void> {
    try {
      const found = statSync(path); // at once: the system's threads take ten times as long for each file
      if (found.isDirectory()) await this.enter(path);
      else if (found.isFile()) this.take(path, found.size, isNamed);
    } catch (error) {
      if (!(error instanceof Error) || codeOf(error) === '') throw error;
      this.setAside.push(failure(path, error));
    }
  }

  private take(path: string, bytes: number, isNamed: boolean): void {
    const source = sourceOf(path);
    const isKnownAsNamed = this.candidates.get(source)?.isNamed === true;
    this.candidates.set(source, { path, source, bytes, isNamed: isNamed || isKnownAsNamed });
  }

  private async enter(folder: string): Promise<void> {
    const real = await realpath(folder);
    if (this.above.has(real)) return;
    this.above.add(real);
    for (const name of (await readdir(folder)).sort()) {
      if (name.startsWith('.') || NOT_ENTERED.has(name)) continue;
      await this.visit(join(folder, name), false);
    }
    this.above.delete(real);
  }
}

/** @throws AppError InvalidInput where a named path does not exist */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const walk = new Walk();
  for (const path of paths) {
    const absolute = resolve(path);
    try {
      statSync(absolute);
    } catch (cause) {
      throw new AppError('InvalidInput', `There is no file or folder ${path}: name one that exists.`, { cause });
    }
    await walk.visit(absolute, true);
  }
  const bySource = (one: { source: string }, other: { source: string }): number => (one.source < other.source ? -1 : 1);
  return { candidates: [...walk.candidates.values()].sort(bySource), setAside: walk.setAside.sort(bySource) };
}
