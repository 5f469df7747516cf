// Where the measuring material (gold, TCK, benchmark sentences) lies, and an honest word where it does not.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(process.env['PLENARY_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared'));

/** Absolute path of a folder beside the repository (`gold`, `tck`, `bench`, `seeds`), or undefined where it is not there. */
export function sharedFolder(name: string): string | undefined {
  const folder = join(root, name);
  return existsSync(folder) ? folder : undefined;
}

/**
 * Runs a suite on shared material. Where that is missing the suite says what could not run,
 * and under CI=true it fails, because nothing is skipped there.
 */
export function describeShared(title: string, name: string, suite: (folder: string) => void): void {
  const folder = sharedFolder(name);
  if (folder !== undefined) {
    describe(title, () => suite(folder));
    return;
  }
  describe(title, () => {
    it(`names what could not run: ../shared/${name} is not here`, () => {
      console.warn(`NOT RUN: ${title} (needs ../shared/${name} or PLENARY_SHARED)`);
      expect(process.env['CI'] === 'true', `CI needs ../shared/${name}`).toBe(false);
    });
  });
}
