// Scores the moves of a transition system from token vectors: features are computed once per token, summed per state.
import type { TransitionShape } from '../model.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';
import { WIDTH } from './word-records.ts';

const HIDDEN = 64;

export class MoveScorer {
  readonly #memory: KernelMemory;
  readonly #features: number;
  readonly #moves: number;
  readonly #linear: Product;
  readonly #lower: Product;
  readonly #upper: Product;
  readonly #pad: number;
  readonly #hiddenBias: number;
  readonly #reduced: GrowingBuffer;
  readonly #cache: GrowingBuffer;
  readonly #hidden: number;
  readonly #scores: number;
  readonly #ids: number;
  readonly #kinds: number;
  #cacheAddress = 0;

  /** `kinds` gives each move's kind, a small number, for `best`. */
  constructor(
    memory: KernelMemory,
    tensors: Tensors,
    shape: TransitionShape,
    prefix: string,
    kinds: readonly number[],
  ) {
    this.#memory = memory;
    this.#features = shape.features;
    this.#moves = shape.moves.length;
    this.#linear = new Product(memory, tensors, `${prefix}.linear`, WIDTH);
    this.#lower = new Product(memory, tensors, `${prefix}.lower`, HIDDEN);
    this.#upper = new Product(memory, tensors, `${prefix}.upper`, HIDDEN);
    this.#pad = tensors.address(`${prefix}.lower.pad`);
    this.#hiddenBias = tensors.address(`${prefix}.hidden.bias`);
    this.#reduced = new GrowingBuffer(memory);
    this.#cache = new GrowingBuffer(memory);
    this.#hidden = memory.allocateFloats(HIDDEN);
    this.#scores = memory.allocateFloats(this.#upper.columns);
    this.#ids = memory.allocate(this.#features * 4);
    this.#kinds = memory.allocate(this.#moves);
    memory.bytes.set(kinds, this.#kinds);
  }

  /** Takes the vectors of the `count` tokens that states will speak of. */
  prepare(vectors: number, count: number): void {
    const { columns } = this.#lower;
    const reduced = this.#reduced.reserve((count + SPARE_ROWS) * HIDDEN);
    this.#cacheAddress = this.#cache.reserve((1 + count + SPARE_ROWS) * columns);
    this.#linear.apply(vectors, reduced, count);
    this.#memory.floats.copyWithin(this.#cacheAddress / 4, this.#pad / 4, this.#pad / 4 + columns);
    this.#lower.apply(reduced, this.#cacheAddress + columns * 4, count);
  }

  /** Where a state writes its token indexes, as an index into `memory.integers`; -1 for none. */
  get idsIndex(): number {
    return this.#ids / 4;
  }

  /** Scores all moves for the token indexes that were written; returns the scores' index in `memory.floats`. */
  score(): number {
    this.#memory.kernels.scoreMoves(
      this.#cacheAddress,
      this.#ids,
      this.#features,
      this.#hiddenBias,
      this.#upper.weight,
      this.#upper.bias,
      this.#upper.columns,
      this.#hidden,
      this.#scores,
    );
    return this.#scores / 4;
  }

  /** The best move whose kind is a bit of `allowed`, after `score`; -1 where none is. */
  best(allowed: number): number {
    return this.#memory.kernels.bestMove(this.#scores, this.#kinds, this.#moves, allowed);
  }
}
