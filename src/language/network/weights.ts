// Puts a model's tensors into the kernels' memory, widening half-precision ones, and finds them by name.
import type { TensorIndex, TensorKind } from '../model.ts';
import type { KernelMemory } from './memory.ts';

const BYTES: Readonly<Record<TensorKind, number>> = { f32: 4, f16: 2, i16: 2 };

/** A file of tensors, one after the other in the order of its index. */
export interface WeightFile {
  readonly index: TensorIndex;
  readonly bytes: ArrayBuffer;
}

/** The tensors of a model, by name. */
export class Tensors {
  readonly #entries = new Map<
    string,
    { readonly kind: TensorKind; readonly address: number; readonly length: number }
  >();

  constructor(memory: KernelMemory, files: readonly WeightFile[]) {
    const halves = halfPrecisionTable();
    for (const { index, bytes } of files) this.#load(memory, index, bytes, halves);
  }

  #load(memory: KernelMemory, index: WeightFile['index'], file: ArrayBuffer, halves: Float32Array): void {
    let at = 0;
    for (const [name, kind, length] of index) {
      const address = memory.allocate(length * (kind === 'i16' ? 2 : 4));
      const bytes = new Uint8Array(file, at, length * BYTES[kind]);
      if (kind === 'f16') widen(bytes, memory.floats.subarray(address / 4, address / 4 + length), halves);
      else memory.bytes.set(bytes, address);
      this.#entries.set(name, { kind, address, length });
      at += bytes.length;
    }
  }

  address(name: string): number {
    return this.#entry(name).address;
  }

  isInteger(name: string): boolean {
    return this.#entry(name).kind === 'i16';
  }

  length(name: string): number {
    return this.#entry(name).length;
  }

  #entry(name: string): { readonly kind: TensorKind; readonly address: number; readonly length: number } {
    const found = this.#entries.get(name);
    if (found === undefined) throw new Error(`the model has no tensor ${name}`);
    return found;
  }
}

function widen(bytes: Uint8Array, target: Float32Array, halves: Float32Array): void {
  const source = new Uint16Array(bytes.buffer, bytes.byteOffset, target.length);
  for (let i = 0; i < target.length; i++) target[i] = halves[source[i]!]!;
}

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
