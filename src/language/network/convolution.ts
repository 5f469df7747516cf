// A convolution over a row and its two neighbours, with maxout, layer norm and the residual: one layer of the encoder.
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';

/** Floats of a row. */
export const WIDTH = 96;
const PIECES = 3;
/** Columns before the maxout. */
export const COLUMNS = WIDTH * PIECES;
export const ROW_BYTES = WIDTH * 4;
/** A convolution looks at a row and its two neighbours. */
const TAPS = 3;
/** Output rows that are computed together; tiles lie at multiples of this, so that no cut of a text moves them. */
export const TILE = 4;

/** Gain and shift of a layer norm, by address. */
export interface Norm {
  readonly gain: number;
  readonly shift: number;
}

export function normOf(tensors: Tensors, name: string): Norm {
  return { gain: tensors.address(`${name}.gain`), shift: tensors.address(`${name}.shift`) };
}

/** Rows of one text: `rows` of them from `source` on, a row before and after looked at, to `target` without the first `skip`. */
interface Piece {
  readonly source: number;
  readonly target: number;
  readonly rows: number;
  readonly skip?: number;
}

export const tilesOf = (rows: number): number => Math.ceil(rows / TILE);

export interface Convolution {
  /**
   * Whole tiles of every piece are computed, so that many rows are read; only its own rows are written.
   * What lies beyond a piece's text must be zero.
   */
  apply(pieces: readonly Piece[]): void;
}

/** The convolution that the model's file has weights for: float32 as it stands, integers by tiles. */
export function convolutionOf(memory: KernelMemory, tensors: Tensors, name: string): Convolution {
  return tensors.kind(`${name}.weight`) === 'f32'
    ? new FloatConvolution(memory, tensors, name)
    : new TiledConvolution(memory, tensors, name);
}

class FloatConvolution implements Convolution {
  readonly #memory: KernelMemory;
  readonly #product: Product;
  readonly #norm: Norm;
  readonly #wide: GrowingBuffer;

  constructor(memory: KernelMemory, tensors: Tensors, name: string) {
    this.#memory = memory;
    this.#product = new Product(memory, tensors, name, TAPS * WIDTH, { stride: WIDTH });
    this.#norm = normOf(tensors, name);
    this.#wide = new GrowingBuffer(memory);
  }

  apply(pieces: readonly Piece[]): void {
    const { kernels } = this.#memory;
    const { gain, shift } = this.#norm;
    for (const { source, target, rows, skip = 0 } of pieces) {
      const wide = this.#wide.reserve((rows + SPARE_ROWS) * COLUMNS);
      this.#product.apply(source - ROW_BYTES, wide, rows);
      kernels.maxout(wide, rows);
      const before = skip * ROW_BYTES;
      kernels.normaliseRows(wide + before, rows - skip, gain, shift, source + before, ROW_BYTES, target);
    }
  }
}

/** Points of the minimal filtering, without infinity, and products in all (src/language/wasm/convolution.as.ts). */
const POINTS = [0, 0.75, -0.75, 1.5, -1.5] as const;
const PRODUCTS = POINTS.length + 1;
/** Steps to the unit of the packed rows at ±1.5 and elsewhere: the largest seen are 17 of a range of 23, and 31 of 39. */
const INNER_STEPS = 1408;
const OUTER_STEPS = 832;
/** Columns of a panel of the weights as the products want them. */
const WIDE_PANEL = 16;
const stepsOf = (product: number): number => (product === 3 || product === 4 ? INNER_STEPS : OUTER_STEPS);

class TiledConvolution implements Convolution {
  readonly #memory: KernelMemory;
  readonly #weight: number;
  readonly #scale: number;
  readonly #bias: number;
  readonly #norm: Norm;
  readonly #steps: number;
  readonly #scratch: number;
  readonly #packed: GrowingBuffer;
  readonly #wide: GrowingBuffer;

  constructor(memory: KernelMemory, tensors: Tensors, name: string) {
    this.#memory = memory;
    this.#weight = memory.allocate(PRODUCTS * WIDTH * COLUMNS * 2);
    this.#scale = memory.allocateFloats(PRODUCTS * COLUMNS);
    this.#tileWeights(tensors, name);
    this.#bias = tensors.address(`${name}.bias`);
    this.#norm = normOf(tensors, name);
    this.#steps = memory.placeFloats([OUTER_STEPS, INNER_STEPS]);
    this.#scratch = memory.allocate(PRODUCTS * 2 * WIDE_PANEL * 4);
    this.#packed = new GrowingBuffer(memory);
    this.#wide = new GrowingBuffer(memory);
  }

  /** Weights [18][6][48][16][2], the six products' panels beside one another, and scales [6][288]. */
  #tileWeights(tensors: Tensors, name: string): void {
    const ownScale = tensors.address(`${name}.scale`);
    const own = tensors.address(`${name}.weight`);
    FILTERS.forEach(([before, middle, after], product) => {
      this.#memory.kernels.tileWeights(
        own,
        ownScale,
        before,
        middle,
        after,
        stepsOf(product),
        this.#weight + product * WIDTH * WIDE_PANEL * 2,
        this.#scale + product * COLUMNS * 4,
      );
    });
  }

  apply(pieces: readonly Piece[]): void {
    const { kernels } = this.#memory;
    const { gain, shift } = this.#norm;
    let tiles = 0;
    for (const { rows } of pieces) tiles += tilesOf(rows);
    const packed = this.#packed.reserve((tiles * PRODUCTS * WIDTH) / 2);
    const wide = this.#wide.reserve(tiles * TILE * WIDTH);
    let first = 0;
    for (const { source, rows } of pieces) {
      const own = tilesOf(rows);
      kernels.packTiles(source - ROW_BYTES, first, own, tiles, this.#steps, packed);
      first += own;
    }
    kernels.convolve(packed, tiles, this.#weight, this.#scale, this.#bias, this.#scratch, wide);
    first = 0;
    for (const { source, target, rows, skip = 0 } of pieces) {
      const before = skip * ROW_BYTES;
      const from = wide + first * TILE * ROW_BYTES + before;
      kernels.normaliseRows(from, rows - skip, gain, shift, source + before, ROW_BYTES, target);
      first += tilesOf(rows);
    }
  }
}

/** What the three taps are multiplied with for each product: a filter evaluated at the points, and its last tap. */
const FILTERS: readonly (readonly [before: number, middle: number, after: number])[] = [
  ...POINTS.map((point): [number, number, number] => {
    const others = POINTS.filter((other) => other !== point);
    const divisor = others.reduce((product, other) => product * (point - other), 1);
    return [1 / divisor, point / divisor, (point * point) / divisor];
  }),
  [0, 0, 1],
];
