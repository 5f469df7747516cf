// Token vectors in context: spaCy's tok2vec, four convolutions over the words' own vectors.
import type { TokenList } from '../tokenizer/token-list.ts';
import { convolutionOf, normOf, ROW_BYTES, TILE, WIDTH, type Convolution, type Norm } from './convolution.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import type { Tensors } from './weights.ts';
import type { WordRecords } from './word-records.ts';

/** Tokens that are encoded at once: the buffers then fit the second-level cache. A multiple of `TILE`. */
const BLOCK = 256;
/** Rows that layers one to three are computed before a block; the last begins where the block does. */
const LEAD = 3;
/** Rows of a matrix: a block, what the layers look at around it, and the rest of a tile. */
const ROWS = BLOCK + 2 * LEAD + 3 * TILE;

/** Last two layers of the network and the vectors they gave. */
export interface Branch {
  readonly layers: readonly [Convolution, Convolution];
  readonly vectors: GrowingBuffer;
}

const wholeTiles = (rows: number): number => Math.ceil(rows / TILE) * TILE;

export class Encoder {
  readonly #memory: KernelMemory;
  readonly #records: WordRecords;
  readonly #slot: number;
  readonly #firstNorm: Norm;
  readonly #second: Convolution;
  readonly #addresses: number;
  /** First row of the matrices of layers one to three. */
  readonly #rows: readonly [number, number, number];
  readonly #scratch: number;

  /** `slot` is the first of the word's slot kinds that this network uses. */
  constructor(memory: KernelMemory, tensors: Tensors, records: WordRecords, slot: number, prefix: string) {
    this.#memory = memory;
    this.#records = records;
    this.#slot = slot;
    this.#firstNorm = normOf(tensors, `${prefix}.layer1`);
    this.#second = convolutionOf(memory, tensors, `${prefix}.layer2`);
    this.#addresses = memory.allocate((ROWS + 2) * 4);
    const matrix = (): number => memory.allocate(ROWS * ROW_BYTES);
    this.#rows = [matrix(), matrix(), matrix()];
    this.#scratch = memory.allocate(ROW_BYTES);
  }

  /** Layers three and four under the names of `prefix`; several branches share what comes before. */
  branch(tensors: Tensors, prefix: string): Branch {
    const layer = (index: number): Convolution => convolutionOf(this.#memory, tensors, `${prefix}.layer${index}`);
    return { layers: [layer(3), layer(4)], vectors: new GrowingBuffer(this.#memory) };
  }

  /**
   * For each branch the address of one row of 96 floats for each token of `[from, to)`; valid until the next call.
   * Beyond the text there is padding, beyond the range the neighbours are looked at. Tiles lie at multiples of
   * `TILE` from the start of the text, and so a vector's bits never depend on the range that was asked for.
   */
  encode(tokens: TokenList, from: number, to: number, branches: readonly Branch[]): number[] {
    const aligned = from - (from % TILE);
    const vectors = branches.map((branch) => branch.vectors.reserve((wholeTiles(to - aligned) + TILE) * WIDTH));
    for (let start = aligned; start < to; start += BLOCK) {
      const rows = wholeTiles(Math.min(to, start + BLOCK) - start);
      const third = this.#rowsOf(3, rows, start, tokens.length);
      this.#encodeTrunk(tokens, start, third);
      branches.forEach((branch, i) => {
        this.#finish(branch, rows, third, vectors[i]! + (start - aligned) * ROW_BYTES);
      });
    }
    return vectors.map((address) => address + (from - aligned) * ROW_BYTES);
  }

  /**
   * How many rows of `layer` are wanted where the next layer computes `next` rows of a block: one more to each side,
   * but none beyond the padding that spaCy has after the text, which is 4 rows at the words and one fewer each layer.
   */
  #rowsOf(layer: number, next: number, start: number, length: number): number {
    const [first, end] = [start - (4 - layer), length + (4 - layer)];
    return Math.min(next + 2, end - first);
  }

  /** Layers one and two; `third` is how many rows layer three is wanted of. */
  #encodeTrunk(tokens: TokenList, start: number, third: number): void {
    const second = this.#rowsOf(2, wholeTiles(third), start, tokens.length);
    const first = this.#rowsOf(1, wholeTiles(second), start, tokens.length);
    const [firstRows, secondRows] = this.#rows;
    this.#writeAddresses(tokens, start - LEAD - 1, first + 2);
    const { gain, shift } = this.#firstNorm;
    this.#memory.kernels.firstConvolution(this.#addresses + 4, first, gain, shift, this.#scratch, firstRows);
    this.#clear(firstRows, first, wholeTiles(second) + 2);
    this.#second.apply(firstRows + ROW_BYTES, secondRows, wholeTiles(second));
    this.#clear(secondRows, second, wholeTiles(third) + 2);
  }

  /** Layers three and four of a branch; the vectors go to `target`. */
  #finish({ layers }: Branch, rows: number, third: number, target: number): void {
    const [, secondRows, thirdRows] = this.#rows;
    layers[0].apply(secondRows + ROW_BYTES, thirdRows, wholeTiles(third));
    this.#clear(thirdRows, third, rows + 2);
    layers[1].apply(thirdRows + ROW_BYTES, target, rows);
  }

  /** Rows beyond the padding are zeros: what a tile holds must be a matter of the text alone. */
  #clear(matrix: number, from: number, to: number): void {
    if (from < to) this.#memory.floats.fill(0, (matrix + from * ROW_BYTES) / 4, (matrix + to * ROW_BYTES) / 4);
  }

  /** Record addresses of `count` places from token `first` on, which may lie outside of the text. */
  #writeAddresses(tokens: TokenList, first: number, count: number): void {
    const at = this.#addresses / 4;
    const [from, to] = [Math.max(0, first), Math.min(tokens.length, first + count)];
    const { padding } = this.#records;
    this.#memory.integers.fill(padding, at, at + from - first);
    this.#memory.integers.fill(padding, at + to - first, at + count);
    this.#records.writeAddresses(tokens, from, to, this.#slot, at + from - first);
  }
}
