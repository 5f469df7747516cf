// Matrix products with fixed weights, in float32 or in 16-bit integers, whichever the model's file holds.
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import type { Tensors } from './weights.ts';

/** Kernels take rows four at a time: every matrix of rows has room for three more. */
export const SPARE_ROWS = 3;
/** Steps to the unit of quantised activations, as the exporter assumes. */
const ACTIVATION_STEPS = 2048;

export class Product {
  /** Length of an output row. */
  readonly columns: number;
  readonly weight: number;
  readonly bias: number;
  readonly #memory: KernelMemory;
  readonly #inner: number;
  readonly #stride: number;
  /** Scales of the columns; 0 for float32 weights. */
  readonly #scale: number;
  readonly #quantised: GrowingBuffer;

  /** A row of input is `inner` floats, `stride` floats after the one before it. */
  constructor(memory: KernelMemory, tensors: Tensors, name: string, inner: number, stride = inner) {
    this.#memory = memory;
    this.#inner = inner;
    this.#stride = stride;
    this.weight = tensors.address(`${name}.weight`);
    this.bias = tensors.address(`${name}.bias`);
    this.columns = tensors.length(`${name}.bias`);
    this.#scale = tensors.isInteger(`${name}.weight`) ? tensors.address(`${name}.scale`) : 0;
    this.#quantised = new GrowingBuffer(memory);
  }

  /** Writes `rows` rows to `y`; both matrices need `SPARE_ROWS` rows of room. */
  apply(x: number, y: number, rows: number): void {
    const { kernels } = this.#memory;
    if (this.#scale === 0) {
      kernels.multiply(x, this.weight, this.bias, y, rows, this.#inner, this.columns, this.#stride);
      return;
    }
    const quantised = this.#quantised.reserve(((rows + SPARE_ROWS) * this.#inner) / 2);
    kernels.quantise(x, quantised, rows, this.#inner, this.#stride, ACTIVATION_STEPS);
    const { weight, bias, columns } = this;
    kernels.multiplyInteger(quantised, weight, this.#scale, bias, y, rows, this.#inner, columns);
  }
}
