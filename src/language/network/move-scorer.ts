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
/**
 * Features that nearly every token is asked for, by how many a scorer has: the parser's first and second of the buffer and
 * top of the stack, the recogniser's own token. Their rows are multiplied out for all tokens at once, which is faster a
 * row; the others when a state asks for one, which most tokens' never are.
 */
const EAGER: Readonly<Record<number, number>> = { 8: 3, 3: 1 };
/** Fields of the kernels' `Scorer`, in its order, 32 bits each. */
const FIELDS = [
  'cache',
  'isThere',
  'reduced',
  'first',
  'features',
  'ids',
  'rows',
  'pad',
  'lower',
  'lowerScale',
  'lowerBias',
  'hiddenBias',
  'hidden',
  'packed',
  'weight',
  'scale',
  'steps',
  'bias',
  'scores',
] as const;
/** Fields that are written for every batch of vectors. */
const CHANGING = ['cache', 'isThere', 'reduced', 'first'] as const;
const FIRST = FIELDS.indexOf('first');

type Addresses = Readonly<Record<Exclude<(typeof FIELDS)[number], (typeof CHANGING)[number] | 'steps'>, number>>;

export class MoveScorer {
  /** Index of a state's token indexes in `memory.integers`, and of the scores in `memory.floats`. */
  readonly idsIndex: number;
  readonly scoresIndex: number;
  readonly #memory: KernelMemory;
  readonly #order: readonly number[];
  readonly #linear: Product;
  readonly #lower: Product;
  readonly #features: number;
  readonly #reduced: GrowingBuffer;
  readonly #cache: GrowingBuffer;
  readonly #isThere: GrowingBuffer;
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
    this.#features = shape.features;
    this.#reduced = new GrowingBuffer(memory);
    this.#cache = new GrowingBuffer(memory);
    this.#isThere = new GrowingBuffer(memory);
    const addresses = {
      features: shape.features,
      ids: memory.allocate(shape.features * 4),
      rows: memory.allocate(shape.features * 4),
      pad: tensors.address(`${prefix}.lower.pad`),
      lower: this.#lower.weight,
      lowerScale: this.#lower.scale,
      lowerBias: this.#lower.bias,
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
    const features = this.#features;
    const reduced = this.#reduced.reserve((count + SPARE_ROWS) * HIDDEN);
    const cache = this.#cache.reserve((count + SPARE_ROWS) * columns);
    const isThere = this.#isThere.reserve(Math.ceil((count * features) / 4));
    this.#linear.apply(vectors, reduced, count);
    const eager = this.#lower.scale === 0 ? features : EAGER[features]!;
    let quantised = 0;
    if (eager === features) this.#lower.apply(reduced, cache, count);
    else quantised = this.#lower.applyInteger(reduced, cache, count, (columns / features) * eager);
    this.#markRows(isThere, count, eager);
    this.#memory.integers.set([cache, isThere, quantised], this.#scorer / 4);
    this.select(0);
  }

  /** The vector that token 0 of the states from now on has among those of `prepare`. */
  select(first: number): void {
    this.#memory.integers[this.#scorer / 4 + FIRST] = first;
  }

  #markRows(isThere: number, count: number, eager: number): void {
    const features = this.#features;
    const marks = this.#memory.bytes.subarray(isThere, isThere + count * features);
    for (let at = 0; at < marks.length; at += features)
      for (let feature = 0; feature < features; feature++) marks[at + feature] = feature < eager ? 1 : 0;
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

const isChanging = (field: (typeof FIELDS)[number]): field is (typeof CHANGING)[number] =>
  (CHANGING as readonly string[]).includes(field);

function placeScorer(memory: KernelMemory, addresses: Addresses): number {
  const scorer = memory.allocate(FIELDS.length * 4);
  FIELDS.forEach((field, i) => {
    if (field === 'steps') memory.floats[scorer / 4 + i] = HIDDEN_STEPS;
    else if (!isChanging(field)) memory.integers[scorer / 4 + i] = addresses[field];
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
  const own = tensors.values(`${name}.weight`);
  const ownBias = tensors.values(`${name}.bias`);
  const panels =
    own instanceof Float32Array ? new Float32Array(order.length * HIDDEN) : new Uint16Array(order.length * HIDDEN);
  const at = (column: number): number => (column - (column % PANEL)) * HIDDEN + (column % PANEL);
  order.forEach((move, column) => {
    if (move < 0) return;
    for (let k = 0; k < HIDDEN; k++) panels[at(column) + k * PANEL] = own[at(move) + k * PANEL]!;
  });
  const bias = memory.placeFloats(order.map((move) => (move < 0 ? 0 : ownBias[move]!)));
  const placed = memory.place(panels);
  if (panels instanceof Float32Array) return { weight: placed, scale: 0, bias };
  return { ...toIntegers(memory, placed, { inner: HIDDEN, columns: order.length }, HIDDEN_STEPS), bias };
}

/** Columns for `moves` in whole groups. */
export function inGroups(moves: readonly number[]): number[] {
  const length = Math.ceil(moves.length / COLUMN_GROUP) * COLUMN_GROUP;
  return Array.from({ length }, (_, column) => moves[column] ?? -1);
}
