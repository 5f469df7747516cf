// A model's tensors by name: placed in the kernels' memory when they are first asked for, half precision widened.
import type { TensorIndex, TensorKind } from '../model.ts';
import type { KernelMemory } from './memory.ts';

const BYTES: Readonly<Record<TensorKind, number>> = { f32: 4, f16: 2, i16: 2 };

/** A file of tensors, one after the other in the order of its index. */
export interface WeightFile {
  readonly index: TensorIndex;
  readonly bytes: ArrayBuffer;
}

interface Entry {
  readonly kind: TensorKind;
  readonly length: number;
  readonly bytes: Uint8Array;
  /** Undefined until the tensor is placed. */
  address: number | undefined;
}

export class Tensors {
  readonly #memory: KernelMemory;
  readonly #entries = new Map<string, Entry>();
  #halves: Float32Array | undefined;

  constructor(memory: KernelMemory, files: readonly WeightFile[]) {
    this.#memory = memory;
    for (const { index, bytes } of files) {
      let at = 0;
      for (const [name, kind, length] of index) {
        const size = length * BYTES[kind];
        this.#entries.set(name, { kind, length, bytes: new Uint8Array(bytes, at, size), address: undefined });
        at += size;
      }
    }
  }

  /** Address of the tensor as 16-bit integers, or else as float32. */
  address(name: string): number {
    const entry = this.#entry(name);
    entry.address ??= this.#place(entry);
    return entry.address;
  }

  /** The tensor's numbers, outside of the kernels' memory. */
  values(name: string): Float32Array | Int16Array {
    const { kind, bytes, length } = this.#entry(name);
    // A copy of its own, since a view of floats must begin at a multiple of four.
    const { buffer } = bytes.slice();
    if (kind === 'f32') return new Float32Array(buffer);
    return kind === 'i16' ? new Int16Array(buffer) : this.#widened(new Uint16Array(buffer), new Float32Array(length));
  }

  kind(name: string): TensorKind {
    return this.#entry(name).kind;
  }

  length(name: string): number {
    return this.#entry(name).length;
  }

  #place({ kind, length, bytes }: Entry): number {
    const address = this.#memory.allocate(length * (kind === 'i16' ? 2 : 4));
    if (kind === 'f16') {
      const target = this.#memory.floats.subarray(address / 4, address / 4 + length);
      this.#widened(new Uint16Array(bytes.slice().buffer), target);
    } else {
      this.#memory.bytes.set(bytes, address);
    }
    return address;
  }

  #widened(source: Uint16Array, target: Float32Array): Float32Array {
    this.#halves ??= halfPrecisionTable();
    for (let i = 0; i < target.length; i++) target[i] = this.#halves[source[i]!]!;
    return target;
  }

  #entry(name: string): Entry {
    const found = this.#entries.get(name);
    if (found === undefined) throw new Error(`the model has no tensor ${name}`);
    return found;
  }
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
