// A model's tensors by name, in the kernels' memory as its files have them.
import type { TensorIndex, TensorKind } from '../model.ts';
import type { KernelMemory } from './memory.ts';

const BYTES: Readonly<Record<TensorKind, number>> = { f32: 4, f16: 2, i16: 2, i8: 1 };

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

  /**
   * The network `prefix` is the network `base` with changes: tensors of kind `i8` say how many of `steps` each number of
   * the base moves, and what has no tensor of its own is shared.
   */
  tune(prefix: string, base: string, steps: Readonly<Record<string, number>>): void {
    for (const [name, entry] of [...this.#entries]) {
      if (!name.startsWith(`${base}.`)) continue;
      const own = prefix + name.slice(base.length);
      const changes = this.#entries.get(own);
      if (changes === undefined) this.#entries.set(own, entry);
      else if (changes.kind === 'i8') this.#entries.set(own, this.#moved(entry, changes, steps[own]!));
    }
  }

  /** Integers stay integers, since their scale is the base's; half-precision numbers become float32. */
  #moved(base: Entry, changes: Entry, step: number): Entry {
    const { length } = base;
    const kind = base.kind === 'i16' ? 'i16' : 'f32';
    const address = this.#memory.allocate(length * BYTES[kind]);
    const { buffer } = this.#memory.bytes;
    const moves = new Int8Array(buffer, changes.address, length);
    if (kind === 'i16') {
      const [from, to] = [new Int16Array(buffer, base.address, length), new Int16Array(buffer, address, length)];
      for (let i = 0; i < length; i++) to[i] = from[i]! + moves[i]! * step;
    } else {
      const [from, to] = [new Uint16Array(buffer, base.address, length), new Float32Array(buffer, address, length)];
      for (let i = 0; i < length; i++) to[i] = fromHalf(from[i]!) + moves[i]! * step;
    }
    return { kind, length, address };
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

const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);

/** A half-precision number that is not infinite: moved into place its exponent is 112 too small. */
function fromHalf(bits: number): number {
  singleBits[0] = ((bits & 0x8000) << 16) | ((bits & 0x7fff) << 13);
  return single[0]! * 2 ** 112;
}
