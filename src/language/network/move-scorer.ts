// Scores the moves of a transition system from token vectors: features are computed once per token, summed per state.
import type { TransitionShape } from '../model.ts';
import { WIDTH } from './convolution.ts';
import { PANEL, toIntegers } from './integers.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';

const HIDDEN = 64;
/** Columns are scored sixteen at a time. */
export const COLUMN_GROUP = 16;
/** Steps to the unit of quantised hidden values: the range is 42, the largest seen 22. */
const HIDDEN_STEPS = 768;
/** Fields of the kernels' `Scorer`, in its order, 32 bits each. */
const FIELDS = [
  'cache',
  'features',
  'ids',
  'hiddenBias',
  'hidden',
  'packed',
  'weight',
  'scale',
  'steps',
  'bias',
  'scores',
] as const;

type Addresses = Readonly<Record<Exclude<(typeof FIELDS)[number], 'cache' | 'steps'>, number>>;

export class MoveScorer {
  /** Index of a state's token indexes in `memory.integers`, and of the scores in `memory.floats`. */
  readonly idsIndex: number;
  readonly scoresIndex: number;
  readonly #memory: KernelMemory;
  readonly #order: readonly number[];
  readonly #linear: Product;
  readonly #lower: Product;
  readonly #pad: number;
  readonly #reduced: GrowingBuffer;
  readonly #cache: GrowingBuffer;
  readonly #scorer: number;

  /** `order` gives the move of each column, -1 for an empty one; its length is a multiple of `COLUMN_GROUP`. */
  constructor(
    memory: KernelMemory,
    tensors: Tensors,
    shape: TransitionShape,
    prefix: string,
    order: readonly number[],
  ) {
    this.#memory = memory;
    this.#order = order;
    this.#linear = new Product(memory, tensors, `${prefix}.linear`, WIDTH);
    this.#lower = new Product(memory, tensors, `${prefix}.lower`, HIDDEN);
    this.#pad = tensors.address(`${prefix}.lower.pad`);
    this.#reduced = new GrowingBuffer(memory);
    this.#cache = new GrowingBuffer(memory);
    const addresses = {
      features: shape.features,
      ids: memory.allocate(shape.features * 4),
      hiddenBias: tensors.address(`${prefix}.hidden.bias`),
      hidden: memory.allocateFloats(HIDDEN),
      packed: memory.allocate(HIDDEN * 2),
      ...placeUpper(memory, tensors, `${prefix}.upper`, order),
      scores: memory.allocateFloats(order.length),
    };
    this.#scorer = placeScorer(memory, addresses);
    this.idsIndex = addresses.ids / 4;
    this.scoresIndex = addresses.scores / 4;
  }

  /** Takes the vectors of the `count` tokens that states will speak of. */
  prepare(vectors: number, count: number): void {
    const { columns } = this.#lower;
    const reduced = this.#reduced.reserve((count + SPARE_ROWS) * HIDDEN);
    const cache = this.#cache.reserve((1 + count + SPARE_ROWS) * columns);
    this.#linear.apply(vectors, reduced, count);
    this.#memory.floats.copyWithin(cache / 4, this.#pad / 4, this.#pad / 4 + columns);
    this.#lower.apply(reduced, cache + columns * 4, count);
    this.#memory.integers[this.#scorer / 4] = cache;
  }

  /** Address of a mask for `best` that allows some moves. */
  maskOf(allows: (move: number) => boolean): number {
    return this.#memory.placeFloats(this.#order.map((move) => (move >= 0 && allows(move) ? 0 : -Infinity)));
  }

  /** Scores the columns `[from, to)` for the tokens that were written at `idsIndex`; whole groups. */
  score(from: number, to: number): void {
    this.#memory.kernels.scoreMoves(this.#scorer, from, to);
  }

  /** The best move of the first `columns` columns that the mask allows. */
  best(mask: number, columns: number): number {
    return this.#order[this.#memory.kernels.bestMove(this.#scorer, columns, mask)]!;
  }
}

function placeScorer(memory: KernelMemory, addresses: Addresses): number {
  const scorer = memory.allocate(FIELDS.length * 4);
  FIELDS.forEach((field, i) => {
    if (field === 'steps') memory.floats[scorer / 4 + i] = HIDDEN_STEPS;
    else if (field !== 'cache') memory.integers[scorer / 4 + i] = addresses[field];
  });
  return scorer;
}

/** The last layer with its columns in the order that the decoder wants; `scale` is 0 where it stays float32. */
function placeUpper(
  memory: KernelMemory,
  tensors: Tensors,
  name: string,
  order: readonly number[],
): { readonly weight: number; readonly scale: number; readonly bias: number } {
  const own = tensors.values(`${name}.weight`) as Float32Array;
  const ownBias = tensors.values(`${name}.bias`);
  const panels = new Float32Array(order.length * HIDDEN);
  const at = (column: number): number => (column - (column % PANEL)) * HIDDEN + (column % PANEL);
  order.forEach((move, column) => {
    if (move < 0) return;
    for (let k = 0; k < HIDDEN; k++) panels[at(column) + k * PANEL] = own[at(move) + k * PANEL]!;
  });
  const bias = memory.placeFloats(order.map((move) => (move < 0 ? 0 : ownBias[move]!)));
  if (tensors.kind(`${name}.weight`) === 'f32') return { weight: memory.placeFloats(panels), scale: 0, bias };
  const { weights, steps } = toIntegers(panels, HIDDEN);
  const scale = memory.placeFloats(steps.map((step) => 1 / (step * HIDDEN_STEPS)));
  return { weight: memory.placeShorts(weights), scale, bias };
}

/** Columns for `moves` in whole groups. */
export function inGroups(moves: readonly number[]): number[] {
  const length = Math.ceil(moves.length / COLUMN_GROUP) * COLUMN_GROUP;
  return Array.from({ length }, (_, column) => moves[column] ?? -1);
}
