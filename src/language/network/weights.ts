// A model's tensors by name, placed in the kernels' memory when they are first asked for.
import type { TensorIndex, TensorKind } from '../model.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';

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
  readonly #stage: GrowingBuffer;

  constructor(memory: KernelMemory, files: readonly WeightFile[]) {
    this.#memory = memory;
    this.#stage = new GrowingBuffer(memory);
    for (const { index, bytes } of files) {
      let at = 0;
      for (const [name, kind, length] of index) {
        const size = length * BYTES[kind];
        this.#entries.set(name, { kind, length, bytes: new Uint8Array(bytes, at, size), address: undefined });
        at += size;
      }
    }
  }

  /** Address of the tensor as the file has it. */
  address(name: string): number {
    const entry = this.#entry(name);
    entry.address ??= this.#place(entry, this.#memory.allocate(entry.bytes.length));
    return entry.address;
  }

  /** Address of a copy of the tensor, which is good until the next call. */
  staged(name: string): number {
    const entry = this.#entry(name);
    return this.#place(entry, this.#stage.reserve(Math.ceil(entry.bytes.length / 4)));
  }

  /** The tensor's numbers, outside of the kernels' memory; half-precision ones as their bits. */
  values(name: string): Float32Array | Int16Array | Uint16Array {
    const { kind, bytes } = this.#entry(name);
    // A copy of its own, since a view of floats must begin at a multiple of four.
    const { buffer } = bytes.slice();
    if (kind === 'f32') return new Float32Array(buffer);
    return kind === 'i16' ? new Int16Array(buffer) : new Uint16Array(buffer);
  }

  kind(name: string): TensorKind {
    return this.#entry(name).kind;
  }

  length(name: string): number {
    return this.#entry(name).length;
  }

  #place({ bytes }: Entry, address: number): number {
    this.#memory.bytes.set(bytes, address);
    return address;
  }

  #entry(name: string): Entry {
    const found = this.#entries.get(name);
    if (found === undefined) throw new Error(`the model has no tensor ${name}`);
    return found;
  }
}
