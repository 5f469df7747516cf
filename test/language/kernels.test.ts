// The committed WebAssembly is what its sources compile to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileKernels } from '../../scripts/build-language-wasm.mjs';

it('the kernels compile to the committed bytes', async () => {
  const committed = readFileSync(join(import.meta.dirname, '..', '..', 'models', 'en', 'kernels.wasm'));
  expect(Buffer.from(await compileKernels()).equals(committed)).toBe(true);
});
