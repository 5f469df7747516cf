// Matrix products with fixed weights: float32 where the model's file holds that, 16-bit integers otherwise.
import { ACTIVATION_STEPS, toIntegers } from './integers.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import type { Tensors } from './weights.ts';

/** Kernels take rows four at a time: every matrix of rows has room for three more. */
export const SPARE_ROWS = 3;

/** Where a product's bias is not `name.bias`, and the distance of its input rows, in floats. */
export interface ProductOptions {
  readonly bias?: string;
  readonly stride?: number;
}

export class Product {
  /** Length of an output row. */
  readonly columns: number;
  /** Addresses of the tensors; the scales are those of integer weights, 0 for float32. */
  readonly weight: number;
  readonly bias: number;
  readonly scale: number;
  readonly #memory: KernelMemory;
  readonly #inner: number;
  readonly #stride: number;
  readonly #quantised: GrowingBuffer;

  /** A row of input is `inner` floats. */
  constructor(memory: KernelMemory, tensors: Tensors, name: string, inner: number, options: ProductOptions = {}) {
    const bias = options.bias ?? `${name}.bias`;
    this.#memory = memory;
    this.#inner = inner;
    this.#stride = options.stride ?? inner;
    this.bias = tensors.address(bias);
    this.columns = tensors.length(bias);
    this.#quantised = new GrowingBuffer(memory);
    if (tensors.kind(`${name}.weight`) === 'f16') {
      const size = { inner, columns: this.columns };
      ({ weight: this.weight, scale: this.scale } = toIntegers(
        memory,
        tensors.address(`${name}.weight`),
        size,
        ACTIVATION_STEPS,
      ));
      return;
    }
    this.weight = tensors.address(`${name}.weight`);
    this.scale = tensors.kind(`${name}.weight`) === 'i16' ? tensors.address(`${name}.scale`) : 0;
  }

  /** Writes `rows` rows to `y`; both matrices need `SPARE_ROWS` rows of room. */
  apply(x: number, y: number, rows: number): void {
    if (this.scale === 0) {
      const { kernels } = this.#memory;
      kernels.multiply(x, this.weight, this.bias, y, rows, this.#inner, this.columns, this.#stride);
      return;
    }
    this.applyInteger(x, y, rows, this.columns);
  }

  /**
   * Writes the first `columns` columns of `rows` rows to `y` and returns the address of the quantised input, from which
   * a kernel can work out the others.
   */
  applyInteger(x: number, y: number, rows: number, columns: number): number {
    const { kernels } = this.#memory;
    const [inner, scale] = [this.#inner, this.scale];
    const quantised = this.#quantised.reserve(((rows + SPARE_ROWS) * inner) / 2);
    kernels.quantise(x, quantised, rows, inner, this.#stride, ACTIVATION_STEPS);
    kernels.multiplyInteger(quantised, this.weight, scale, this.bias, y, rows, inner, columns, this.columns);
    return quantised;
  }
}
