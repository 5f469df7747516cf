// Scores the moves of a transition system from token vectors: features are computed once per token, summed per state.
import type { TransitionShape } from '../model.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import type { Tensors } from './weights.ts';
import { WIDTH } from './word-records.ts';

const HIDDEN = 64;
/** One feature row: two maxout pieces. */
const FEATURE_FLOATS = 2 * HIDDEN;

export class MoveScorer {
  readonly #memory: KernelMemory;
  readonly #features: number;
  readonly #moves: number;
  readonly #columns: number;
  readonly #linear: { weight: number; bias: number };
  readonly #lower: { weight: number; bias: number; pad: number };
  readonly #upper: { weight: number; bias: number };
  readonly #reduced: GrowingBuffer;
  readonly #cache: GrowingBuffer;
  readonly #zeroBias: number;
  readonly #hidden: number;
  readonly #scores: number;
  readonly #ids: number;
  readonly #kinds: number;
  #cacheAddress = 0;

  /** `kinds` gives each move's kind, a small number, for `best`. */
  constructor(
    memory: KernelMemory,
    shape: TransitionShape,
    prefix: string,
    kinds: readonly number[],
    tensors: Tensors,
  ) {
    this.#memory = memory;
    this.#features = shape.features;
    this.#moves = shape.moves.length;
    this.#columns = (this.#moves + 7) & ~7;
    const pair = (name: string): { weight: number; bias: number } => ({
      weight: tensors(`${prefix}.${name}.weight`),
      bias: tensors(`${prefix}.${name}.bias`),
    });
    this.#linear = pair('linear');
    this.#lower = { ...pair('lower'), pad: tensors(`${prefix}.lower.pad`) };
    this.#upper = pair('upper');
    this.#reduced = new GrowingBuffer(memory);
    this.#cache = new GrowingBuffer(memory);
    this.#zeroBias = memory.allocateFloats(this.#features * FEATURE_FLOATS);
    this.#hidden = memory.allocateFloats(HIDDEN);
    this.#scores = memory.allocateFloats(this.#columns);
    this.#ids = memory.allocate(this.#features * 4);
    this.#kinds = memory.allocate(this.#moves);
    memory.bytes.set(kinds, this.#kinds);
  }

  /** Takes the vectors of the `count` tokens that states will speak of. */
  prepare(vectors: number, count: number): void {
    const { kernels } = this.#memory;
    const columns = this.#features * FEATURE_FLOATS;
    const reduced = this.#reduced.reserve(count * HIDDEN);
    this.#cacheAddress = this.#cache.reserve((count + 1) * columns);
    kernels.multiply(vectors, this.#linear.weight, this.#linear.bias, reduced, count, WIDTH, HIDDEN, WIDTH);
    this.#memory.floats.copyWithin(this.#cacheAddress / 4, this.#lower.pad / 4, this.#lower.pad / 4 + columns);
    const rows = this.#cacheAddress + columns * 4;
    kernels.multiply(reduced, this.#lower.weight, this.#zeroBias, rows, count, HIDDEN, columns, HIDDEN);
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
      this.#lower.bias,
      this.#upper.weight,
      this.#upper.bias,
      this.#columns,
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
