// A model's tensors by name, in the kernels' memory as its files have them.
import type { TensorIndex, TensorKind } from '../model.ts';
import type { KernelMemory } from './memory.ts';

const BYTES: Readonly<Record<TensorKind, number>> = { f32: 4, f16: 2, i16: 2 };

/** A file of tensors, one after the other in the order of its index. */
export interface WeightFile {
  readonly index: TensorIndex;
  readonly bytes: Uint8Array;
}

interface Entry {
  readonly kind: TensorKind;
  readonly length: number;
  readonly address: number;
}

export class Tensors {
  readonly #memory: KernelMemory;
  readonly #entries = new Map<string, Entry>();

  constructor(memory: KernelMemory, files: readonly WeightFile[]) {
    this.#memory = memory;
    for (const { index, bytes } of files) {
      let address = memory.place(bytes);
      for (const [name, kind, length] of index) {
        this.#entries.set(name, { kind, length, address });
        address += length * BYTES[kind];
      }
    }
  }

  /** Address of the tensor as the file has it. */
  address(name: string): number {
    return this.#entry(name).address;
  }

  /** A copy of the tensor's numbers; half-precision ones as their bits. */
  values(name: string): Float32Array | Int16Array | Uint16Array {
    const { kind, length, address } = this.#entry(name);
    const { buffer } = this.#memory.bytes.slice(address, address + length * BYTES[kind]);
    if (kind === 'f32') return new Float32Array(buffer);
    return kind === 'i16' ? new Int16Array(buffer) : new Uint16Array(buffer);
  }

  kind(name: string): TensorKind {
    return this.#entry(name).kind;
  }

  length(name: string): number {
    return this.#entry(name).length;
  }

  #entry(name: string): Entry {
    const found = this.#entries.get(name);
    if (found === undefined) throw new Error(`the model has no tensor ${name}`);
    return found;
  }
}
