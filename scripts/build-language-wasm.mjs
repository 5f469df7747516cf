// Compiles the language kernels to models/en/kernels.wasm; the test compiles them again and compares the bytes.
import asc from 'assemblyscript/asc';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../src/language/wasm/', import.meta.url));
const TARGET = fileURLToPath(new URL('../models/en/kernels.wasm', import.meta.url));
// No runtime and no assertions: the kernels allocate nothing and check nothing.
const OPTIONS = ['--runtime', 'stub', '--importMemory', '--enable', 'simd', '-O3', '--noAssert'];

/** The bytes of the compiled kernels. */
export async function compileKernels() {
  let bytes;
  const { error, stderr } = await asc.main(['kernels.as.ts', '--outFile', 'kernels.wasm', ...OPTIONS], {
    // The compiler looks for its own library here too, and is told that it is elsewhere.
    readFile: (name) => (existsSync(join(SOURCES, name)) ? readFileSync(join(SOURCES, name), 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'kernels.wasm') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`the kernels do not compile: ${stderr.toString()}`, { cause: error });
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await compileKernels());
