// What the network knows of a word type before it sees its neighbours, computed once per type and kept for a while.
import type { EncoderShape } from '../model.ts';
import { firstCharacter, lastThree, SLOT_KINDS, type Lexeme, type Lexicon } from '../words/lexicon.ts';
import type { StringHasher } from '../words/string-hash.ts';
import type { TokenList } from '../tokenizer/token-list.ts';
import { COLUMNS, normOf, ROW_BYTES, WIDTH, type Norm } from './convolution.ts';
import { GrowingBuffer, type KernelMemory } from './memory.ts';
import { Product, SPARE_ROWS } from './product.ts';
import type { Tensors } from './weights.ts';
import { WordCache, type Owner } from './word-cache.ts';

/** Embedding, then what the word adds to the row after it, to its own row and to the row before it. */
const RECORD_FLOATS = WIDTH + 3 * COLUMNS;
/** The bias of the first convolution is added once, with the word's own part. */
const OWN_OFFSET = WIDTH + COLUMNS;
const POSITIONS = ['after', 'own', 'before'] as const;
/** Whole records of one generation, 7.9 MB, and embeddings, 3.1 MB. */
const RECORDS = 2048;
const EMBEDDINGS = 8192;

/** Slot kinds of `Lexeme.slots`; the word network has a second one for tokens that a space follows. */
export const WORD_SLOT = 0;
export const NAME_SLOT = 2;
/** The slot of an embedding is so far behind that of the whole record. */
const EMBEDDING_SLOT = SLOT_KINDS / 2;

/** Tokens `[from, to)` of a text, and the index in `memory.integers` from which on their records' addresses go. */
interface WantedRecords {
  readonly tokens: TokenList;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/**
 * What a network adds up for a word type before it looks at the neighbours. The embedding alone is kept for four times
 * as many words as the whole record, since it is a tenth of the size and most of the work.
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
  readonly #records: WordCache;
  readonly #embeddings: WordCache;

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
    this.#tables = memory.allocate(count * 16);
    for (let i = 0; i < count; i++) {
      const table = `${prefix}.hash${i}`;
      const isHalf = tensors.kind(table) === 'f16' ? 1 : 0;
      const entry = [tensors.address(table), shape.rows[i]!, shape.seeds[i]!, isHalf];
      memory.integers.set(entry, this.#tables / 4 + i * 4);
    }
    const buffer = (): GrowingBuffer => new GrowingBuffer(memory);
    this.#buffers = { keys: buffer(), embedded: buffer(), wide: buffer(), mixed: buffer(), targets: buffer() };
    this.#records = new WordCache(memory, RECORD_FLOATS, RECORDS);
    this.#embeddings = new WordCache(memory, WIDTH, EMBEDDINGS);
  }

  /**
   * Writes the record addresses of the wanted tokens, at most `RECORDS` in all. `slot` is the network's first kind of
   * embedding; they stay valid until the next call.
   */
  writeAddresses(wanted: readonly WantedRecords[], slot: number): void {
    let count = 0;
    for (const { from, to } of wanted) count += to - from;
    this.#records.makeRoom(count);
    const fresh: Owner[] = [];
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
        this.#memory.integers[at + i - from] = address;
      }
    }
    if (fresh.length > 0) this.#compute(fresh);
  }

  #compute(fresh: readonly Owner[]): void {
    const { kernels } = this.#memory;
    const rows = fresh.length + SPARE_ROWS;
    const targets = this.#buffers.targets.reserve(fresh.length);
    const wide = this.#buffers.wide.reserve(rows * COLUMNS);
    const mixed = this.#buffers.mixed.reserve(rows * WIDTH);
    this.#findEmbeddings(fresh, mixed);
    fresh.forEach(({ lexeme, slot }, i) => {
      this.#memory.integers[targets / 4 + i] = lexeme.slots[slot]!;
    });
    kernels.scatter(mixed, fresh.length, ROW_BYTES, targets, 0);
    this.#positions.forEach((position, i) => {
      position.apply(mixed, wide, fresh.length);
      kernels.scatter(wide, fresh.length, COLUMNS * 4, targets, (WIDTH + i * COLUMNS) * 4);
    });
  }

  /** Writes the embedding of each word type to a row of `mixed`. */
  #findEmbeddings(owners: readonly Owner[], mixed: number): void {
    this.#embeddings.makeRoom(owners.length);
    const unknown: Owner[] = [];
    const addresses = owners.map(({ lexeme, slot }) => {
      const known = this.#embeddings.find(lexeme, slot + EMBEDDING_SLOT);
      if (known !== 0) return known;
      const owner = { lexeme, slot: slot + EMBEDDING_SLOT };
      unknown.push(owner);
      return this.#embeddings.take(owner);
    });
    if (unknown.length > 0) this.#embed(unknown);
    addresses.forEach((address, i) => {
      this.#memory.floats.copyWithin(mixed / 4 + i * WIDTH, address / 4, address / 4 + WIDTH);
    });
  }

  #embed(owners: readonly Owner[]): void {
    const { kernels } = this.#memory;
    const attributes = this.#shape.attributes.length;
    const rows = owners.length + SPARE_ROWS;
    const keys = this.#buffers.keys.reserve(attributes * 2);
    const embedded = this.#buffers.embedded.reserve(rows * attributes * WIDTH);
    const wide = this.#buffers.wide.reserve(rows * COLUMNS);
    owners.forEach((owner, i) => {
      this.#writeKeys(owner, keys);
      kernels.embedWord(keys, attributes, this.#tables, embedded + i * attributes * ROW_BYTES);
    });
    this.#mix.apply(embedded, wide, owners.length);
    kernels.maxout(wide, owners.length);
    const { gain, shift } = this.#norm;
    kernels.normaliseRows(wide, owners.length, gain, shift, this.#zeros, 0, wide);
    owners.forEach(({ lexeme, slot }, i) => {
      const [from, to] = [wide / 4 + i * WIDTH, lexeme.slots[slot]! / 4];
      this.#memory.floats.copyWithin(to, from, from + WIDTH);
    });
  }

  #writeKeys({ lexeme, slot }: Owner, keys: number): void {
    this.#shape.attributes.forEach((attribute, i) => {
      const address = keys + i * 8;
      if (attribute === 'SPACY') this.#writeFlag(slot === WORD_SLOT + 1 + EMBEDDING_SLOT, address);
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
