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

export class Encoder {
  readonly #memory: KernelMemory;
  readonly #records: WordRecords;
  readonly #slot: number;
  readonly #firstBias: number;
  readonly #firstNorm: Norm;
  readonly #deeper: readonly { readonly product: Product; readonly norm: Norm }[];
  readonly #addresses: number;
  readonly #rows: readonly [number, number];
  readonly #wide: number;
  readonly #vectors: GrowingBuffer;
  readonly #slots = new Uint8Array(BLOCK + 2 * CONTEXT);

  /** `slot` is the first of the word's slot kinds that this network uses. */
  constructor(memory: KernelMemory, tensors: Tensors, records: WordRecords, slot: number, prefix: string) {
    this.#memory = memory;
    this.#records = records;
    this.#slot = slot;
    const norm = (layer: number): Norm => ({
      gain: tensors.address(`${prefix}.layer${layer}.gain`),
      shift: tensors.address(`${prefix}.layer${layer}.shift`),
    });
    this.#firstBias = tensors.address(`${prefix}.layer1.bias`);
    this.#firstNorm = norm(1);
    this.#deeper = [2, 3, 4].map((layer) => ({
      product: new Product(memory, tensors, `${prefix}.layer${layer}`, CONTEXT_ROWS * WIDTH, WIDTH),
      norm: norm(layer),
    }));
    const rows = BLOCK + 4 * CONTEXT + SPARE_ROWS;
    this.#addresses = memory.allocate(rows * 4);
    this.#rows = [memory.allocate(rows * ROW_BYTES), memory.allocate(rows * ROW_BYTES)];
    this.#wide = memory.allocateFloats(rows * COLUMNS);
    this.#vectors = new GrowingBuffer(memory);
  }

  /**
   * Address of one row of 96 floats for each token of `[from, to)`; valid until the next call.
   * Beyond the text there is padding, beyond the range the neighbours are looked at.
   */
  encode(tokens: TokenList, from: number, to: number): number {
    const vectors = this.#vectors.reserve((to - from + SPARE_ROWS) * WIDTH);
    for (let start = from; start < to; start += BLOCK) {
      const end = Math.min(to, start + BLOCK);
      const first = Math.max(0, start - CONTEXT);
      const last = Math.min(tokens.length, end + CONTEXT);
      const rows = this.#convolve(this.#findRecords(tokens, first, last), last - first);
      const source = (rows + (start - first) * ROW_BYTES) / 4;
      const target = (vectors + (start - from) * ROW_BYTES) / 4;
      this.#memory.floats.copyWithin(target, source, source + (end - start) * WIDTH);
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

  /** Each layer is computed only as far beyond the ends as the layers after it look: 3, 2, 1 and 0 rows of padding. */
  #convolve(addresses: number, count: number): number {
    const { kernels } = this.#memory;
    let source = this.#rows[0] + CONTEXT * ROW_BYTES;
    let target = this.#rows[1] + CONTEXT * ROW_BYTES;
    let margin = CONTEXT - 1;
    kernels.firstConvolution(
      addresses - margin * 4,
      count + 2 * margin,
      this.#firstBias,
      this.#firstNorm.gain,
      this.#firstNorm.shift,
      this.#wide,
      source - margin * ROW_BYTES,
    );
    for (const { product, norm } of this.#deeper) {
      margin--;
      const rows = count + 2 * margin;
      const start = source - margin * ROW_BYTES;
      product.apply(start - ROW_BYTES, this.#wide, rows);
      kernels.maxoutNorm(this.#wide, rows, norm.gain, norm.shift, start, target - margin * ROW_BYTES);
      [source, target] = [target, source];
    }
    return source;
  }
}
