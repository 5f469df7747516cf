// Token vectors in context: spaCy's tok2vec, four convolutions over the words' own vectors.
import type { TokenList } from '../tokenizer/token-list.ts';
import { convolutionOf, normOf, ROW_BYTES, TILE, tilesOf, WIDTH, type Convolution, type Norm } from './convolution.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';
import type { WordRecords } from './word-records.ts';

/** Tokens of a text that are encoded at once. A multiple of `TILE`. */
const BLOCK = 256;
/** Rows that layers one to three are computed before a block; the last begins where the block does. */
const LEAD = 3;
/** Rows of a matrix: a block, what the layers look at around it, and the rest of a tile. The buffers fit the second-level cache. */
const ROWS = BLOCK + 2 * LEAD + 4 * TILE;

/** Tokens `[from, to)` of a text. */
export interface Stretch {
  readonly tokens: TokenList;
  readonly from: number;
  readonly to: number;
}

/** What a block of rows has of one text. */
interface Slice {
  readonly tokens: TokenList;
  /** Token of the first row; a multiple of `TILE`. */
  readonly start: number;
  /** Rows of layer four, in whole tiles, and of the layers before it. */
  readonly rows: number;
  readonly third: number;
  readonly second: number;
  readonly first: number;
  /** Rows of layer four before the first and up to the last that were asked for, and where the first of them goes. */
  readonly skip: number;
  readonly end: number;
  readonly target: number;
  /** Where its rows begin in each matrix. */
  readonly at: number;
}

const wholeTiles = (rows: number): number => tilesOf(rows) * TILE;

export class Encoder {
  readonly #memory: KernelMemory;
  readonly #records: WordRecords;
  readonly #slot: number;
  readonly #firstNorm: Norm;
  readonly #second: Convolution;
  readonly #third: Convolution;
  readonly #fourth: Convolution;
  readonly #vectors: GrowingBuffer;
  readonly #addresses: number;
  /** First row of the matrices of layers one to three. */
  readonly #rows: readonly [number, number, number];

  /** `slot` is the first of the word's slot kinds that this network uses. */
  constructor(memory: KernelMemory, tensors: Tensors, records: WordRecords, slot: number, prefix: string) {
    this.#memory = memory;
    this.#records = records;
    this.#slot = slot;
    this.#firstNorm = normOf(tensors, `${prefix}.layer1`);
    this.#second = convolutionOf(memory, tensors, `${prefix}.layer2`);
    this.#third = convolutionOf(memory, tensors, `${prefix}.layer3`);
    this.#fourth = convolutionOf(memory, tensors, `${prefix}.layer4`);
    this.#vectors = new GrowingBuffer(memory);
    this.#addresses = memory.allocate(ROWS * 4);
    const matrix = (): number => memory.allocate(ROWS * ROW_BYTES);
    this.#rows = [matrix(), matrix(), matrix()];
  }

  /**
   * Address of a row of 96 floats for each token, stretch after stretch; valid until the next call.
   * Beyond a text there is padding, beyond a stretch its neighbours are looked at. Tiles lie at multiples of
   * `TILE` from the start of the text, and so a vector's bits depend neither on the stretch nor on what is encoded with it.
   */
  encode(stretches: readonly Stretch[]): number {
    let total = 0;
    for (const { from, to } of stretches) total += to - from;
    const vectors = this.#vectors.reserve((total + SPARE_ROWS) * WIDTH);
    let block: Slice[] = [];
    let room = 0;
    let target = 0;
    for (const { tokens, from, to } of stretches) {
      for (let start = from - (from % TILE); start < to; start += BLOCK) {
        const needed = roomOf(tokens.length, start, to);
        if (room + needed > ROWS) {
          this.#encodeBlock(block, vectors);
          block = [];
          room = 0;
        }
        const slice = sliceOf(tokens, { start, from, to }, target, room);
        block.push(slice);
        room += needed;
        target += slice.end - slice.skip;
      }
    }
    this.#encodeBlock(block, vectors);
    return vectors;
  }

  #encodeBlock(block: readonly Slice[], vectors: number): void {
    if (block.length === 0) return;
    this.#encodeFirstLayers(block);
    const [, secondRows, thirdRows] = this.#rows;
    this.#third.apply(
      block.map(({ at, third }) => ({
        source: rowOf(secondRows, at + 1),
        target: rowOf(thirdRows, at),
        rows: third,
      })),
    );
    for (const { at, third, rows } of block) this.#clear(thirdRows, at + third, at + rows + 2);
    this.#fourth.apply(
      block.map(({ at, skip, end, target }) => ({
        source: rowOf(thirdRows, at + 1),
        target: rowOf(vectors, target),
        rows: end,
        skip,
      })),
    );
  }

  /** Layers one and two. */
  #encodeFirstLayers(block: readonly Slice[]): void {
    const [firstRows, secondRows] = this.#rows;
    this.#writeAddresses(block);
    for (const { at, first, second } of block) {
      this.#records.convolve(this.#addresses + (at + 1) * 4, first, this.#firstNorm, rowOf(firstRows, at));
      this.#clear(firstRows, at + first, at + wholeTiles(second) + 2);
    }
    this.#second.apply(
      block.map(({ at, second }) => ({
        source: rowOf(firstRows, at + 1),
        target: rowOf(secondRows, at),
        rows: second,
      })),
    );
    for (const { at, second, third } of block) this.#clear(secondRows, at + second, at + wholeTiles(third) + 2);
  }

  /** Rows beyond the padding are zeros: what a tile holds must be a matter of the text alone. */
  #clear(matrix: number, from: number, to: number): void {
    if (from < to) this.#memory.floats.fill(0, rowOf(matrix, from) / 4, rowOf(matrix, to) / 4);
  }

  /** Record addresses of the places that the first layer looks at, some of which lie outside of their text. */
  #writeAddresses(block: readonly Slice[]): void {
    const { padding } = this.#records;
    const wanted = block.map(({ tokens, start, first, at }) => {
      const before = start - LEAD - 1;
      const [from, to] = [Math.max(0, before), Math.min(tokens.length, before + first + 2)];
      const index = this.#addresses / 4 + at;
      this.#memory.integers.fill(padding, index, index + from - before);
      this.#memory.integers.fill(padding, index + to - before, index + first + 2);
      return { tokens, from, to, at: index + from - before };
    });
    this.#records.writeAddresses(wanted, this.#slot);
  }
}

const rowOf = (matrix: number, row: number): number => matrix + row * ROW_BYTES;

/**
 * How many rows of `layer` are wanted where the next layer computes `next` rows of a block: one more to each side,
 * but none beyond the padding that spaCy has after the text, which is 4 rows at the words and one fewer each layer.
 */
function rowsOfLayer(layer: number, next: number, start: number, length: number): number {
  const [first, end] = [start - (4 - layer), length + (4 - layer)];
  return Math.min(next + 2, end - first);
}

function layersOf(length: number, start: number, to: number): Pick<Slice, 'rows' | 'third' | 'second' | 'first'> {
  const rows = wholeTiles(Math.min(to, start + BLOCK) - start);
  const third = rowsOfLayer(3, rows, start, length);
  const second = rowsOfLayer(2, wholeTiles(third), start, length);
  const first = rowsOfLayer(1, wholeTiles(second), start, length);
  return { rows, third, second, first };
}

/** Rows of a matrix that a slice takes: the first layer's, with a row looked at on both sides. */
const roomOf = (length: number, start: number, to: number): number =>
  wholeTiles(layersOf(length, start, to).second) + TILE;

function sliceOf(
  tokens: TokenList,
  { start, from, to }: { readonly start: number; readonly from: number; readonly to: number },
  target: number,
  at: number,
): Slice {
  const skip = Math.max(0, from - start);
  const end = Math.min(to, start + BLOCK) - start;
  return { tokens, start, ...layersOf(tokens.length, start, to), skip, end, target, at };
}
