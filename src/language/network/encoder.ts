// Token vectors in context: spaCy's tok2vec, four convolutions over the words' own vectors.
import type { TokenList } from '../tokenizer/token-list.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';
import { COLUMNS, WIDTH, type WordRecords } from './word-records.ts';

/** Layers of convolution; a token's vector depends on this many neighbours to each side. */
const CONTEXT = 4;
/** Tokens that are encoded at once: the buffers then fit the second-level cache. */
const BLOCK = 256;
/** A convolution looks at a row and its two neighbours. */
const CONTEXT_ROWS = 3;
const ROW_BYTES = WIDTH * 4;

interface Norm {
  readonly gain: number;
  readonly shift: number;
}

/** A convolution and the norm after it. */
class Layer {
  readonly #memory: KernelMemory;
  readonly #product: Product;
  readonly #norm: Norm;

  constructor(memory: KernelMemory, tensors: Tensors, name: string) {
    this.#memory = memory;
    this.#product = new Product(memory, tensors, name, CONTEXT_ROWS * WIDTH, WIDTH);
    this.#norm = normOf(tensors, name);
  }

  /** Rows `source` to rows `target`, by way of `wide`. */
  apply(source: number, wide: number, target: number, rows: number): void {
    this.#product.apply(source - ROW_BYTES, wide, rows);
    this.#memory.kernels.maxoutNorm(wide, rows, this.#norm.gain, this.#norm.shift, source, target);
  }
}

/** Last two layers of the network and the vectors they gave. */
export interface Branch {
  readonly layers: readonly [Layer, Layer];
  readonly vectors: GrowingBuffer;
}

export class Encoder {
  readonly #memory: KernelMemory;
  readonly #records: WordRecords;
  readonly #slot: number;
  readonly #firstBias: number;
  readonly #firstNorm: Norm;
  readonly #second: Layer;
  readonly #addresses: number;
  readonly #rows: readonly [number, number, number];
  readonly #wide: number;
  readonly #slots = new Uint8Array(BLOCK + 2 * CONTEXT);

  /** `slot` is the first of the word's slot kinds that this network uses. */
  constructor(memory: KernelMemory, tensors: Tensors, records: WordRecords, slot: number, prefix: string) {
    this.#memory = memory;
    this.#records = records;
    this.#slot = slot;
    this.#firstBias = tensors.address(`${prefix}.layer1.bias`);
    this.#firstNorm = normOf(tensors, `${prefix}.layer1`);
    this.#second = new Layer(memory, tensors, `${prefix}.layer2`);
    const rows = BLOCK + 4 * CONTEXT + SPARE_ROWS;
    this.#addresses = memory.allocate(rows * 4);
    const matrix = (): number => memory.allocate(rows * ROW_BYTES);
    this.#rows = [matrix(), matrix(), matrix()];
    this.#wide = memory.allocateFloats(rows * COLUMNS);
  }

  /** Layers three and four under the names of `prefix`; several branches share what comes before. */
  branch(tensors: Tensors, prefix: string): Branch {
    const layer = (index: number): Layer => new Layer(this.#memory, tensors, `${prefix}.layer${index}`);
    return { layers: [layer(3), layer(4)], vectors: new GrowingBuffer(this.#memory) };
  }

  /**
   * For each branch the address of one row of 96 floats for each token of `[from, to)`; valid until the next call.
   * Beyond the text there is padding, beyond the range the neighbours are looked at.
   */
  encode(tokens: TokenList, from: number, to: number, branches: readonly Branch[]): number[] {
    const vectors = branches.map((branch) => branch.vectors.reserve((to - from + SPARE_ROWS) * WIDTH));
    for (let start = from; start < to; start += BLOCK) {
      const end = Math.min(to, start + BLOCK);
      const first = Math.max(0, start - CONTEXT);
      const last = Math.min(tokens.length, end + CONTEXT);
      this.#encodeTrunk(this.#findRecords(tokens, first, last), last - first);
      branches.forEach((branch, i) => {
        const source = (this.#finish(branch, last - first) + (start - first) * ROW_BYTES) / 4;
        const target = (vectors[i]! + (start - from) * ROW_BYTES) / 4;
        this.#memory.floats.copyWithin(target, source, source + (end - start) * WIDTH);
      });
    }
    return vectors;
  }

  /** Record addresses of the tokens with `CONTEXT` empty places to each side; returns the first token's place. */
  #findRecords(tokens: TokenList, first: number, last: number): number {
    const count = last - first;
    const base = this.#addresses + CONTEXT * 4;
    const spaces = this.#records.seesSpaces ? tokens.spaces : [];
    for (let i = 0; i < count; i++) this.#slots[i] = this.#slot + (spaces[first + i] ?? 0);
    this.#records.addresses(tokens.lexemes.slice(first, last), this.#slots, base / 4);
    this.#memory.integers.fill(0, base / 4 - CONTEXT, base / 4);
    this.#memory.integers.fill(0, base / 4 + count, base / 4 + count + CONTEXT);
    return base;
  }

  /**
   * Layers one and two, into the second matrix. Each layer is computed only as far beyond the ends as the layers
   * after it look: 3, 2, 1 and 0 rows of padding.
   */
  #encodeTrunk(addresses: number, count: number): void {
    const [first, second] = this.#rows.map((rows) => rows + CONTEXT * ROW_BYTES) as [number, number, number];
    this.#memory.kernels.firstConvolution(
      addresses - 3 * 4,
      count + 6,
      this.#firstBias,
      this.#firstNorm.gain,
      this.#firstNorm.shift,
      this.#wide,
      first - 3 * ROW_BYTES,
    );
    this.#second.apply(first - 2 * ROW_BYTES, this.#wide, second - 2 * ROW_BYTES, count + 4);
  }

  /** Layers three and four of a branch; returns the address of the first token's row. */
  #finish({ layers }: Branch, count: number): number {
    const [last, second, third] = this.#rows.map((rows) => rows + CONTEXT * ROW_BYTES) as [number, number, number];
    layers[0].apply(second - ROW_BYTES, this.#wide, third - ROW_BYTES, count + 2);
    layers[1].apply(third, this.#wide, last, count);
    return last;
  }
}

function normOf(tensors: Tensors, name: string): Norm {
  return { gain: tensors.address(`${name}.gain`), shift: tensors.address(`${name}.shift`) };
}
