// What the network knows of a word type before it sees its neighbours, computed once per type and kept for a while.
import type { EncoderShape } from '../model.ts';
import { firstCharacter, lastThree, type Lexeme, type Lexicon } from '../words/lexicon.ts';
import type { StringHasher } from '../words/string-hash.ts';
import type { TokenList } from '../tokenizer/token-list.ts';
import { COLUMNS, normOf, ROW_BYTES, WIDTH, type Norm } from './convolution.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';

/** Embedding, then what the word adds to the row after it, to its own row and to the row before it. */
const RECORD_FLOATS = WIDTH + 3 * COLUMNS;
/** The bias of the first convolution is added once, with the word's own part. */
const OWN_OFFSET = WIDTH + COLUMNS;
const POSITIONS = ['after', 'own', 'before'] as const;
/** Records of one generation; 7.9 MB. */
const GENERATION = 2048;

/** Slot kinds of `Lexeme.slots`; the word network has a second one for tokens that a space follows. */
export const WORD_SLOT = 0;
export const NAME_SLOT = 2;

interface Owner {
  readonly lexeme: Lexeme;
  readonly slot: number;
}

/**
 * Two generations of records: words in use move from the old to the young one, and when the young one is full
 * the old one is forgotten. Forgetting changes speed, never answers.
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
  readonly #buffers: { readonly [name in 'keys' | 'embedded' | 'wide' | 'mixed' | 'targets']: GrowingBuffer };
  #young: number;
  #old: number;
  #youngOwners: Owner[] = [];
  #oldOwners: Owner[] = [];

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
    this.padding = memory.allocateFloats(RECORD_FLOATS);
    this.#zeros = memory.allocateFloats(WIDTH);
    const biasAt = tensors.address(bias) / 4;
    memory.floats.copyWithin(this.padding / 4 + OWN_OFFSET, biasAt, biasAt + COLUMNS);
    this.#tables = memory.allocate(count * 12);
    for (let i = 0; i < count; i++) {
      const entry = [tensors.address(`${prefix}.hash${i}`), shape.rows[i]!, shape.seeds[i]!];
      memory.integers.set(entry, this.#tables / 4 + i * 3);
    }
    const buffer = (): GrowingBuffer => new GrowingBuffer(memory);
    this.#buffers = { keys: buffer(), embedded: buffer(), wide: buffer(), mixed: buffer(), targets: buffer() };
    this.#young = memory.allocateFloats(GENERATION * RECORD_FLOATS);
    this.#old = memory.allocateFloats(GENERATION * RECORD_FLOATS);
  }

  /**
   * Writes the record addresses of the tokens `[from, to)`, at most `GENERATION`, from `at` (an index into
   * `memory.integers`) on. `slot` is the network's first kind of embedding; they stay valid until the next call.
   */
  writeAddresses(tokens: TokenList, from: number, to: number, slot: number, at: number): void {
    if (this.#youngOwners.length + to - from > GENERATION) this.#forget();
    const fresh: Owner[] = [];
    for (let i = from; i < to; i++) {
      const lexeme = tokens.lexemes[i]!;
      const kind = this.#seesSpaces ? slot + tokens.spaces[i]! : slot;
      const known = lexeme.slots[kind]!;
      if (known === 0) fresh.push({ lexeme, slot: kind });
      if (known === 0 || this.#isOld(known)) {
        const address = this.#take(lexeme, kind);
        if (known !== 0) this.#move(known, address);
      }
      this.#memory.integers[at + i - from] = lexeme.slots[kind]!;
    }
    if (fresh.length > 0) this.#compute(fresh);
  }

  #isOld(address: number): boolean {
    return address >= this.#old && address < this.#old + GENERATION * RECORD_FLOATS * 4;
  }

  #forget(): void {
    for (const { lexeme, slot } of this.#oldOwners) {
      if (this.#isOld(lexeme.slots[slot]!)) lexeme.slots[slot] = 0;
    }
    this.#oldOwners = this.#youngOwners;
    this.#youngOwners = [];
    [this.#young, this.#old] = [this.#old, this.#young];
  }

  #take(lexeme: Lexeme, slot: number): number {
    const address = this.#young + this.#youngOwners.length * RECORD_FLOATS * 4;
    this.#youngOwners.push({ lexeme, slot });
    lexeme.slots[slot] = address;
    return address;
  }

  #move(from: number, to: number): void {
    this.#memory.floats.copyWithin(to / 4, from / 4, from / 4 + RECORD_FLOATS);
  }

  #compute(fresh: readonly Owner[]): void {
    const { kernels } = this.#memory;
    const attributes = this.#shape.attributes.length;
    const rows = fresh.length + SPARE_ROWS;
    const keys = this.#buffers.keys.reserve(attributes * 2);
    const embedded = this.#buffers.embedded.reserve(rows * attributes * WIDTH);
    const targets = this.#buffers.targets.reserve(fresh.length);
    fresh.forEach((owner, i) => {
      this.#writeKeys(owner, keys);
      kernels.embedWord(keys, attributes, this.#tables, embedded + i * attributes * WIDTH * 4);
      this.#memory.integers[targets / 4 + i] = owner.lexeme.slots[owner.slot]!;
    });
    const wide = this.#buffers.wide.reserve(rows * COLUMNS);
    const mixed = this.#buffers.mixed.reserve(rows * WIDTH);
    this.#mix.apply(embedded, wide, fresh.length);
    kernels.maxout(wide, fresh.length);
    kernels.normaliseRows(wide, fresh.length, this.#norm.gain, this.#norm.shift, this.#zeros, 0, mixed);
    kernels.scatter(mixed, fresh.length, ROW_BYTES, targets, 0);
    this.#positions.forEach((position, i) => {
      position.apply(mixed, wide, fresh.length);
      kernels.scatter(wide, fresh.length, COLUMNS * 4, targets, (WIDTH + i * COLUMNS) * 4);
    });
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
