// The part-of-speech tagger: one layer over the token vectors.
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';
import { WIDTH } from './convolution.ts';

export class Tagger {
  readonly #memory: KernelMemory;
  readonly #labels: number;
  readonly #product: Product;
  readonly #scores: GrowingBuffer;
  readonly #best: GrowingBuffer;

  constructor(memory: KernelMemory, tensors: Tensors, labels: number) {
    this.#memory = memory;
    this.#labels = labels;
    this.#product = new Product(memory, tensors, 'tagger', WIDTH);
    this.#scores = new GrowingBuffer(memory);
    this.#best = new GrowingBuffer(memory);
  }

  /** Label index of each of `count` tokens; valid until the next call. */
  tag(vectors: number, count: number): Int32Array {
    const scores = this.#scores.reserve((count + SPARE_ROWS) * this.#product.columns);
    const best = this.#best.reserve(count);
    this.#product.apply(vectors, scores, count);
    this.#memory.kernels.bestColumns(scores, count, this.#labels, this.#product.columns, best);
    return this.#memory.integers.subarray(best / 4, best / 4 + count);
  }
}
