// Embedded stores for the contract: each in a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/stores/open.ts';
import type { StoreHarness } from './harness.ts';

export function embeddedHarness(): StoreHarness & { readonly cleanUp: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'plenary-stores-'));
  let count = 0;
  return {
    open: () => openStore(`file:${join(root, `${++count}`)}`),
    reopen: () => openStore(`file:${join(root, `${count}`)}`),
    cleanUp: () => rmSync(root, { recursive: true, force: true }),
  };
}
