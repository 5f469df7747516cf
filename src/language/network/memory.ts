// The memory that the kernels work in: an arena for weights and buffers, and typed views that survive its growth.

/** The kernels' exports; every pointer is a byte address in the one memory. */
export interface Kernels {
  hashString(bytes: number, length: number, out: number): void;
  toIntegers(panels: number, inner: number, columns: number, weights: number, steps: number): void;
  tileWeights(
    own: number,
    ownScale: number,
    before: number,
    middle: number,
    after: number,
    steps: number,
    weights: number,
    scales: number,
  ): void;
  embedWord(keys: number, attributes: number, tables: number, out: number): void;
  multiply(
    x: number,
    weight: number,
    bias: number,
    y: number,
    rows: number,
    inner: number,
    columns: number,
    stride: number,
  ): void;
  multiplyInteger(
    x: number,
    weight: number,
    scale: number,
    bias: number,
    y: number,
    rows: number,
    inner: number,
    columns: number,
    yStride: number,
  ): void;
  quantise(x: number, out: number, rows: number, inner: number, stride: number, scale: number): void;
  scatterRounded(rows: number, count: number, targets: number, offset: number, steps: number): void;
  scatter(rows: number, count: number, bytes: number, targets: number, offset: number): void;
  maxout(y: number, rows: number): void;
  normaliseRows(
    y: number,
    rows: number,
    gain: number,
    shift: number,
    residual: number,
    residualStride: number,
    out: number,
  ): void;
  firstConvolution(slots: number, rows: number, gain: number, shift: number, scratch: number, out: number): void;
  firstConvolutionRounded(
    slots: number,
    rows: number,
    gain: number,
    shift: number,
    units: number,
    scratch: number,
    out: number,
  ): void;
  packTiles(x: number, first: number, tiles: number, all: number, steps: number, out: number): void;
  convolve(
    packed: number,
    tiles: number,
    weight: number,
    scale: number,
    bias: number,
    scratch: number,
    y: number,
  ): void;
  scoreMoves(scorer: number, from: number, to: number): void;
  bestMove(scorer: number, to: number, mask: number): number;
  bestColumns(scores: number, rows: number, columns: number, width: number, out: number): void;
}

const PAGE_BYTES = 65_536;
const MAX_PAGES = 4096;
/** Four megabytes: each growth makes new views and may start a garbage collection. */
const GROWTH_PAGES = 64;

export class KernelMemory {
  readonly kernels: Kernels;
  readonly #memory = new WebAssembly.Memory({ initial: 16, maximum: MAX_PAGES });
  #end = 1024;
  #floats: Float32Array;
  #integers: Int32Array;
  #bytes: Uint8Array;

  constructor(module: WebAssembly.Module) {
    const abort = (): never => {
      throw new Error('a language kernel stopped');
    };
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory, abort } });
    this.kernels = instance.exports as unknown as Kernels;
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#integers = new Int32Array(this.#memory.buffer);
    this.#bytes = new Uint8Array(this.#memory.buffer);
  }

  /** Float index is address / 4. Views are replaced when the memory grows: read the getter after every `allocate`. */
  get floats(): Float32Array {
    return this.#floats;
  }

  get integers(): Int32Array {
    return this.#integers;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Address of `bytes` fresh zeroed bytes, aligned to 16; never given back. */
  allocate(bytes: number): number {
    const address = (this.#end + 15) & ~15;
    this.#end = address + bytes;
    const missing = this.#end - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.max(GROWTH_PAGES, Math.ceil(missing / PAGE_BYTES)));
      this.#floats = new Float32Array(this.#memory.buffer);
      this.#integers = new Int32Array(this.#memory.buffer);
      this.#bytes = new Uint8Array(this.#memory.buffer);
    }
    return address;
  }

  allocateFloats(count: number): number {
    return this.allocate(count * 4);
  }

  /** Address of a copy of `values`. */
  placeFloats(values: ArrayLike<number>): number {
    const address = this.allocateFloats(values.length);
    this.#floats.set(values, address / 4);
    return address;
  }

  /** Address of a copy of an array's bytes. */
  place(values: ArrayBufferView): number {
    const address = this.allocate(values.byteLength);
    this.#bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), address);
    return address;
  }
}

/** A buffer that is enlarged by allocating anew; doubling bounds what is lost to a constant factor. */
export class GrowingBuffer {
  readonly #memory: KernelMemory;
  #address = 0;
  #capacity = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
  }

  /** Address of at least `floats` floats; contents are not kept when it grows. */
  reserve(floats: number): number {
    if (floats > this.#capacity) {
      this.#capacity = Math.max(floats, this.#capacity * 2);
      this.#address = this.#memory.allocateFloats(this.#capacity);
    }
    return this.#address;
  }
}
