// What the network knows of a word type before it sees its neighbours, computed once per type and kept in the arena.
import type { EncoderShape } from '../model.ts';
import type { Lexeme, Lexicon } from '../words/lexicon.ts';
import { firstCharacter, lastThree } from '../words/lexicon.ts';
import type { StringHasher } from '../words/string-hash.ts';
import type { KernelMemory } from './memory.ts';
import type { Tensors } from './weights.ts';

export const WIDTH = 96;
const PIECES = 3;
/** Output columns of a maxout layer. */
export const COLUMNS = WIDTH * PIECES;
/** Embedding, then what the word adds to the row after it, to its own row and to the row before it. */
const RECORD_FLOATS = WIDTH + 3 * COLUMNS;
/** Records per kind; at 3.8 KB a record this is the engine's largest buffer, and it holds one window of new words. */
export const MAX_RECORDS = 6144;
const BLOCK_RECORDS = 256;

/** Slot kinds of `Lexeme.slots`. */
export const WORD_SLOT = 0;
export const NAME_SLOT = 2;

export class WordRecords {
  readonly #memory: KernelMemory;
  readonly #lexicon: Lexicon;
  readonly #hasher: StringHasher;
  readonly #shape: EncoderShape;
  readonly #weights: { mix: number; bias: number; gain: number; shift: number; first: number };
  readonly #keys: number;
  readonly #tables: number;
  readonly #embedding: number;
  readonly #mixed: number;
  readonly #zeroBias: number;
  readonly #blocks: number[] = [];
  #owners: [Lexeme, number][] = [];

  constructor(
    memory: KernelMemory,
    lexicon: Lexicon,
    hasher: StringHasher,
    shape: EncoderShape,
    prefix: string,
    tensors: Tensors,
  ) {
    this.#memory = memory;
    this.#lexicon = lexicon;
    this.#hasher = hasher;
    this.#shape = shape;
    const count = shape.attributes.length;
    this.#weights = {
      mix: tensors(`${prefix}.layer0.weight`),
      bias: tensors(`${prefix}.layer0.bias`),
      gain: tensors(`${prefix}.layer0.gain`),
      shift: tensors(`${prefix}.layer0.shift`),
      first: tensors(`${prefix}.layer1.weight`),
    };
    this.#keys = memory.allocate(count * 8);
    this.#tables = memory.allocate(count * 12);
    this.#embedding = memory.allocateFloats(count * WIDTH);
    this.#mixed = memory.allocateFloats(COLUMNS);
    this.#zeroBias = memory.allocateFloats(COLUMNS);
    for (let i = 0; i < count; i++) {
      const entry = [tensors(`${prefix}.hash${i}`), shape.rows[i]!, shape.seeds[i]!];
      memory.integers.set(entry, this.#tables / 4 + i * 3);
    }
  }

  /** True where the network looks at the space after a token. */
  get seesSpaces(): boolean {
    return this.#shape.attributes.includes('SPACY');
  }

  /** Makes sure that `count` new records fit: all records are dropped where they might not. */
  reserve(count: number): void {
    if (this.#owners.length + count <= MAX_RECORDS) return;
    for (const [lexeme, slot] of this.#owners) lexeme.slots[slot] = 0;
    this.#owners = [];
  }

  /** Address of the record; `slot` is the kind of embedding, `space` whether a space follows the token. */
  address(lexeme: Lexeme, slot: number, space: boolean): number {
    const known = lexeme.slots[slot]!;
    if (known !== 0) return known;
    const made = this.#fresh();
    this.#compute(lexeme, space, made);
    lexeme.slots[slot] = made;
    this.#owners.push([lexeme, slot]);
    return made;
  }

  #fresh(): number {
    const index = this.#owners.length;
    const block = Math.floor(index / BLOCK_RECORDS);
    this.#blocks[block] ??= this.#memory.allocateFloats(BLOCK_RECORDS * RECORD_FLOATS);
    return this.#blocks[block] + (index % BLOCK_RECORDS) * RECORD_FLOATS * 4;
  }

  #compute(lexeme: Lexeme, space: boolean, record: number): void {
    const { kernels } = this.#memory;
    const { mix, bias, gain, shift, first } = this.#weights;
    const inner = this.#shape.attributes.length * WIDTH;
    this.#shape.attributes.forEach((attribute, i) => this.#writeKey(attribute, lexeme, space, this.#keys + i * 8));
    kernels.embedWord(this.#keys, this.#shape.attributes.length, this.#tables, this.#embedding);
    kernels.multiply(this.#embedding, mix, bias, this.#mixed, 1, inner, COLUMNS, inner);
    kernels.maxoutNorm(this.#mixed, 1, gain, shift, 0, record, WIDTH * 4);
    for (let position = 0; position < 3; position++) {
      const weight = first + position * WIDTH * COLUMNS * 4;
      const out = record + (WIDTH + position * COLUMNS) * 4;
      kernels.multiply(record, weight, this.#zeroBias, out, 1, WIDTH, COLUMNS, WIDTH);
    }
  }

  #writeKey(attribute: string, lexeme: Lexeme, space: boolean, address: number): void {
    if (attribute === 'SPACY') this.#writeFlag(space, address);
    else if (attribute === 'IS_SPACE') this.#writeFlag(lexeme.isSpace, address);
    else this.#hasher.writeKey(this.#attribute(attribute, lexeme), address);
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
