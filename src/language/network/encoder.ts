// Token vectors in context: spaCy's tok2vec, four convolutions over the words' own vectors.
import type { TokenList } from '../tokenizer/token-list.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import type { Tensors } from './weights.ts';
import { COLUMNS, WIDTH, type WordRecords } from './word-records.ts';

/** Layers of convolution; a token's vector depends on this many neighbours to each side. */
export const CONTEXT = 4;

interface Layer {
  readonly weight: number;
  readonly bias: number;
  readonly gain: number;
  readonly shift: number;
}

export class Encoder {
  readonly #memory: KernelMemory;
  readonly #records: WordRecords;
  readonly #slot: number;
  readonly #layers: Layer[];
  readonly #slots: GrowingBuffer;
  readonly #rows: [GrowingBuffer, GrowingBuffer];
  readonly #wide: GrowingBuffer;
  readonly #scratch: number;

  /** `slot` is the first of the word's slot kinds that this network uses. */
  constructor(memory: KernelMemory, records: WordRecords, slot: number, prefix: string, tensors: Tensors) {
    this.#memory = memory;
    this.#records = records;
    this.#slot = slot;
    this.#layers = [1, 2, 3, 4].map((layer) => ({
      weight: tensors(`${prefix}.layer${layer}.weight`),
      bias: tensors(`${prefix}.layer${layer}.bias`),
      gain: tensors(`${prefix}.layer${layer}.gain`),
      shift: tensors(`${prefix}.layer${layer}.shift`),
    }));
    this.#slots = new GrowingBuffer(memory);
    this.#rows = [new GrowingBuffer(memory), new GrowingBuffer(memory)];
    this.#wide = new GrowingBuffer(memory);
    this.#scratch = memory.allocateFloats(WIDTH);
  }

  /**
   * Address of one row of 96 floats for each token of `[from, to)`; valid until the next call.
   * Beyond the text there is padding, beyond the range the neighbours are looked at.
   */
  encode(tokens: TokenList, from: number, to: number): number {
    const left = Math.min(CONTEXT, from);
    const first = from - left;
    const last = Math.min(tokens.length, to + CONTEXT);
    return this.#convolve(this.#fillSlots(tokens, first, last), last - first) + left * WIDTH * 4;
  }

  /** Record addresses of the tokens with `CONTEXT` empty places to each side; returns the first token's place. */
  #fillSlots(tokens: TokenList, first: number, last: number): number {
    const count = last - first;
    this.#records.reserve(count);
    const base = this.#slots.reserve(count + 2 * CONTEXT) + CONTEXT * 4;
    const seesSpaces = this.#records.seesSpaces;
    for (let i = 0; i < count; i++) {
      const space = seesSpaces && tokens.spaces[first + i] === 1;
      const address = this.#records.address(tokens.lexemes[first + i]!, this.#slot + (space ? 1 : 0), space);
      this.#memory.integers[base / 4 + i] = address;
    }
    this.#memory.integers.fill(0, base / 4 - CONTEXT, base / 4);
    this.#memory.integers.fill(0, base / 4 + count, base / 4 + count + CONTEXT);
    return base;
  }

  /** Each layer is computed only as far beyond the ends as the layers after it look: 3, 2, 1 and 0 rows of padding. */
  #convolve(slots: number, count: number): number {
    const { kernels } = this.#memory;
    const rowBytes = WIDTH * 4;
    let source = this.#rows[0].reserve((count + 2 * CONTEXT) * WIDTH) + CONTEXT * rowBytes;
    let target = this.#rows[1].reserve((count + 2 * CONTEXT) * WIDTH) + CONTEXT * rowBytes;
    const wide = this.#wide.reserve((count + 2 * CONTEXT) * COLUMNS);
    const [one, ...deeper] = this.#layers;
    const pad = CONTEXT - 1;
    const firstRow = source - pad * rowBytes;
    kernels.firstConvolution(
      slots - pad * 4,
      count + 2 * pad,
      one!.bias,
      one!.gain,
      one!.shift,
      this.#scratch,
      firstRow,
    );
    deeper.forEach((layer, index) => {
      const margin = pad - 1 - index;
      const rows = count + 2 * margin;
      const start = source - margin * rowBytes;
      kernels.multiply(start - rowBytes, layer.weight, layer.bias, wide, rows, 3 * WIDTH, COLUMNS, WIDTH);
      kernels.maxoutNorm(wide, rows, layer.gain, layer.shift, start, target - margin * rowBytes, rowBytes);
      [source, target] = [target, source];
    });
    return source;
  }
}
