// The part-of-speech tagger: one layer over the token vectors.
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import type { Tensors } from './weights.ts';
import { WIDTH } from './word-records.ts';

export class Tagger {
  readonly #memory: KernelMemory;
  readonly #labels: number;
  readonly #columns: number;
  readonly #weight: number;
  readonly #bias: number;
  readonly #scores: GrowingBuffer;
  readonly #best: GrowingBuffer;

  constructor(memory: KernelMemory, labels: number, tensors: Tensors) {
    this.#memory = memory;
    this.#labels = labels;
    this.#columns = (labels + 7) & ~7;
    this.#weight = tensors('tagger.weight');
    this.#bias = tensors('tagger.bias');
    this.#scores = new GrowingBuffer(memory);
    this.#best = new GrowingBuffer(memory);
  }

  /** Writes the label index of `count` tokens into `tags` from `at` on. */
  tag(vectors: number, count: number, tags: Uint8Array, at: number): void {
    const { kernels } = this.#memory;
    const scores = this.#scores.reserve(count * this.#columns);
    const best = this.#best.reserve(count);
    kernels.multiply(vectors, this.#weight, this.#bias, scores, count, WIDTH, this.#columns, WIDTH);
    kernels.bestColumns(scores, count, this.#labels, this.#columns, best);
    tags.set(this.#memory.integers.subarray(best / 4, best / 4 + count), at);
  }
}
