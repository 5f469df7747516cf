// What the network knows of a word type before it sees its neighbours, computed once per type and kept for a while.
import type { EncoderShape } from '../model.ts';
import { firstCharacter, lastThree, type Lexeme, type Lexicon } from '../words/lexicon.ts';
import type { StringHasher } from '../words/string-hash.ts';
import type { TokenList } from '../tokenizer/token-list.ts';
import { COLUMNS, normOf, ROW_BYTES, WIDTH, type Norm } from './convolution.ts';
import { ACTIVATION_STEPS, pairIndex } from './integers.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';
import { WordCache, type Owner } from './word-cache.ts';

/** What a word adds to the row after it, to its own row and to the row before it: as the kernels want them. */
const POSITIONS = ['after', 'own', 'before'] as const;
/** The bias of the first convolution is added once, with the word's own part. */
const OWN = POSITIONS.indexOf('own');
/** Records of one generation, 10.8 MB. */
const RECORDS = 5120;

/** Slot kinds of `Lexeme.slots`; the word network has a second one for tokens that a space follows. */
export const WORD_SLOT = 0;
export const NAME_SLOT = 2;
export const DOMAIN_SLOT = 3;

/** Addresses of how many steps a unit of each of the 96 outputs has, and of what a step is worth. */
interface Rounding {
  readonly steps: number;
  readonly units: number;
}

/** Tokens `[from, to)` of a text, and the index in `memory.integers` from which on their records' addresses go. */
interface WantedRecords {
  readonly tokens: TokenList;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/**
 * What a network adds up for a word type before it looks at the neighbours: the embedding, 96 floats, and 288 numbers for
 * each position, floats where the model's weights are.
 */
export class WordRecords {
  /** Address of the record that stands for padding. */
  readonly padding: number;
  readonly #memory: KernelMemory;
  readonly #lexicon: Lexicon;
  readonly #hasher: StringHasher;
  readonly #shape: EncoderShape;
  /** True where the network looks at the space after a token. */
  readonly #seesSpaces: boolean;
  readonly #mix: Product;
  readonly #norm: Norm;
  readonly #positions: readonly Product[];
  readonly #tables: number;
  readonly #zeros: number;
  readonly #scratch: number;
  readonly #buffers: { readonly [name in 'keys' | 'embedded' | 'wide' | 'mixed' | 'targets']: GrowingBuffer };
  readonly #records: WordCache;
  /** Undefined where records hold floats. */
  readonly #rounding: Rounding | undefined;

  constructor(
    memory: KernelMemory,
    tensors: Tensors,
    words: { readonly lexicon: Lexicon; readonly hasher: StringHasher },
    shape: EncoderShape,
    prefix: string,
  ) {
    this.#memory = memory;
    this.#lexicon = words.lexicon;
    this.#hasher = words.hasher;
    this.#shape = shape;
    this.#seesSpaces = shape.attributes.includes('SPACY');
    const count = shape.attributes.length;
    this.#mix = new Product(memory, tensors, `${prefix}.layer0`, count * WIDTH);
    this.#norm = normOf(tensors, `${prefix}.layer0`);
    const bias = `${prefix}.layer1.bias`;
    this.#positions = POSITIONS.map((position) => {
      const options = position === 'own' ? { bias } : {};
      return new Product(memory, tensors, `${prefix}.layer1.${position}`, WIDTH, options);
    });
    const isExact = tensors.kind(`${prefix}.layer1.own.weight`) === 'f32';
    this.#rounding = isExact ? undefined : roundingOf(memory, tensors, prefix);
    const bytes = ROW_BYTES + POSITIONS.length * this.#partBytes;
    this.#zeros = memory.allocateFloats(WIDTH);
    this.#scratch = memory.allocateFloats(WIDTH);
    const buffer = (): GrowingBuffer => new GrowingBuffer(memory);
    this.#buffers = { keys: buffer(), embedded: buffer(), wide: buffer(), mixed: buffer(), targets: buffer() };
    this.#records = new WordCache(memory, bytes, RECORDS);
    this.padding = memory.allocate(bytes);
    this.#spread(tensors.address(bias), [this.padding], OWN);
    this.#tables = memory.allocate(count * 16);
    for (let i = 0; i < count; i++) {
      const table = `${prefix}.hash${i}`;
      const isHalf = tensors.kind(table) === 'f16' ? 1 : 0;
      const entry = [tensors.address(table), shape.rows[i]!, shape.seeds[i]!, isHalf];
      memory.integers.set(entry, this.#tables / 4 + i * 4);
    }
  }

  /** Bytes of what a word adds to one row. */
  get #partBytes(): number {
    return COLUMNS * (this.#rounding === undefined ? 4 : 2);
  }

  /**
   * Writes the record addresses of the wanted tokens, at most `RECORDS` in all. `slot` is the network's first slot kind;
   * they stay valid until the next call.
   */
  writeAddresses(wanted: readonly WantedRecords[], slot: number): void {
    let count = 0;
    for (const { from, to } of wanted) count += to - from;
    this.#records.makeRoom(count);
    const fresh: Owner[] = [];
    const { integers } = this.#memory;
    for (const { tokens, from, to, at } of wanted) {
      for (let i = from; i < to; i++) {
        const lexeme = tokens.lexemes[i]!;
        const kind = this.#seesSpaces ? slot + tokens.spaces[i]! : slot;
        let address = this.#records.find(lexeme, kind);
        if (address === 0) {
          const owner = { lexeme, slot: kind };
          address = this.#records.take(owner);
          fresh.push(owner);
        }
        integers[at + i - from] = address;
      }
    }
    if (fresh.length > 0) this.#compute(fresh);
  }

  /** The first convolution of `rows` places whose record addresses are at `addresses`. */
  convolve(addresses: number, rows: number, norm: Norm, target: number): void {
    const { kernels } = this.#memory;
    const { gain, shift } = norm;
    const units = this.#rounding?.units;
    if (units === undefined) kernels.firstConvolution(addresses, rows, gain, shift, this.#scratch, target);
    else kernels.firstConvolutionRounded(addresses, rows, gain, shift, units, this.#scratch, target);
  }

  #compute(fresh: readonly Owner[]): void {
    const mixed = this.#embed(fresh);
    const wide = this.#buffers.wide.reserve((fresh.length + SPARE_ROWS) * COLUMNS);
    const records = fresh.map(({ lexeme, slot }) => lexeme.slots[slot]!);
    this.#memory.kernels.scatter(mixed, fresh.length, ROW_BYTES, this.#targetsOf(records), 0);
    this.#positions.forEach((position, i) => {
      position.apply(mixed, wide, fresh.length);
      this.#spread(wide, records, i);
    });
  }

  /** Writes rows of what words add at a position into their records. */
  #spread(rows: number, records: readonly number[], position: number): void {
    const { kernels } = this.#memory;
    const targets = this.#targetsOf(records);
    const offset = ROW_BYTES + position * this.#partBytes;
    if (this.#rounding === undefined) kernels.scatter(rows, records.length, COLUMNS * 4, targets, offset);
    else kernels.scatterRounded(rows, records.length, targets, offset, this.#rounding.steps);
  }

  #targetsOf(records: readonly number[]): number {
    const targets = this.#buffers.targets.reserve(records.length);
    this.#memory.integers.set(records, targets / 4);
    return targets;
  }

  /** Address of a row for each word type: its embedding. */
  #embed(owners: readonly Owner[]): number {
    const { kernels } = this.#memory;
    const attributes = this.#shape.attributes.length;
    const rows = owners.length + SPARE_ROWS;
    const keys = this.#buffers.keys.reserve(attributes * 2);
    const embedded = this.#buffers.embedded.reserve(rows * attributes * WIDTH);
    const mixed = this.#buffers.mixed.reserve(rows * COLUMNS);
    owners.forEach((owner, i) => {
      this.#writeKeys(owner, keys);
      kernels.embedWord(keys, attributes, this.#tables, embedded + i * attributes * ROW_BYTES);
    });
    this.#mix.apply(embedded, mixed, owners.length);
    kernels.maxout(mixed, owners.length);
    const { gain, shift } = this.#norm;
    kernels.normaliseRows(mixed, owners.length, gain, shift, this.#zeros, 0, mixed);
    return mixed;
  }

  #writeKeys({ lexeme, slot }: Owner, keys: number): void {
    this.#shape.attributes.forEach((attribute, i) => {
      const address = keys + i * 8;
      if (attribute === 'SPACY') this.#writeFlag(slot === WORD_SLOT + 1, address);
      else if (attribute === 'IS_SPACE') this.#writeFlag(lexeme.isSpace, address);
      else this.#hasher.writeKey(this.#attribute(attribute, lexeme), address);
    });
  }

  #attribute(attribute: string, lexeme: Lexeme): string {
    if (attribute === 'NORM') return lexeme.norm;
    if (attribute === 'PREFIX') return firstCharacter(lexeme.text);
    if (attribute === 'SUFFIX') return lastThree(lexeme.text);
    if (attribute === 'SHAPE') return this.#lexicon.shapeOf(lexeme.text);
    throw new Error(`the model asks for an attribute that is not known: ${attribute}`);
  }

  #writeFlag(flag: boolean, address: number): void {
    this.#memory.integers[address / 4] = flag ? 1 : 0;
    this.#memory.integers[address / 4 + 1] = 0;
  }
}

/**
 * The range of 16-bit integers is made to hold half of what three words could add up to, going by the lengths of the
 * weights and of an embedding, which layer norm fixes: the largest sums of twenty-five thousand words come to 0.45 of it.
 */
function roundingOf(memory: KernelMemory, tensors: Tensors, prefix: string): Rounding {
  const gain = tensors.values(`${prefix}.layer0.gain`);
  const reaches = new Float64Array(COLUMNS);
  for (const position of POSITIONS) {
    const weights = tensors.values(`${prefix}.layer1.${position}.weight`);
    const scale = tensors.values(`${prefix}.layer1.${position}.scale`);
    for (let column = 0; column < COLUMNS; column++) {
      let squares = 0;
      for (let k = 0; k < WIDTH; k++) squares += (weights[pairIndex(WIDTH, k, column)]! * gain[k]!) ** 2;
      reaches[column]! += Math.sqrt(squares * WIDTH) * scale[column]! * ACTIVATION_STEPS;
    }
  }
  const steps = Array.from({ length: WIDTH }, (_, unit) => {
    const reach = Math.max(reaches[unit]!, reaches[WIDTH + unit]!, reaches[2 * WIDTH + unit]!);
    return (2 * 32_767) / reach;
  });
  return { steps: memory.placeFloats(steps), units: memory.placeFloats(steps.map((step) => 1 / step)) };
}
