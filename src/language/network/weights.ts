// Puts a model's tensors into the kernels' memory, widening half-precision ones, and finds them by name.
import type { ModelFiles } from '../model.ts';
import type { KernelMemory } from './memory.ts';

/** Address of a tensor by name. */
export type Tensors = (name: string) => number;

/** The 65,536 half-precision values as float32: a look-up is faster than arithmetic on three million weights. */
function halfPrecisionTable(): Float32Array {
  const table = new Float32Array(65_536);
  for (let bits = 0; bits < 65_536; bits++) {
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
    table[bits] = bits & 0x8000 ? -size : size;
  }
  return table;
}

export function loadTensors(memory: KernelMemory, files: ModelFiles): Tensors {
  const addresses = new Map<string, number>();
  const total = files.tables.tensors.reduce((sum, [, length]) => sum + length, 0);
  const base = memory.allocateFloats(total);
  const target = memory.floats.subarray(base / 4, base / 4 + total);
  if (files.tables.precision === 'f32') {
    target.set(new Float32Array(files.weights));
  } else {
    const halves = new Uint16Array(files.weights);
    const table = halfPrecisionTable();
    for (let i = 0; i < total; i++) target[i] = table[halves[i]!]!;
  }
  let address = base;
  for (const [name, length] of files.tables.tensors) {
    addresses.set(name, address);
    address += length * 4;
  }
  return (name) => {
    const found = addresses.get(name);
    if (found === undefined) throw new Error(`the model has no tensor ${name}`);
    return found;
  };
}
