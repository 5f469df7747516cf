// Records of word types in the kernels' memory: a bounded number of them, the longest unused forgotten first.
import type { Lexeme } from '../words/lexicon.ts';
import type { KernelMemory } from './memory.ts';

/** A word type, and the place in its `slots` that says where its record is. */
export interface Owner {
  readonly lexeme: Lexeme;
  readonly slot: number;
}

/**
 * Two generations of records: words in use move from the old to the young one, and when the young one is full
 * the old one is forgotten. Forgetting changes speed, never answers.
 */
export class WordCache {
  readonly #memory: KernelMemory;
  readonly #bytes: number;
  readonly #capacity: number;
  #young: number;
  #old: number;
  #youngOwners: Owner[] = [];
  #oldOwners: Owner[] = [];

  /** `bytes` is the size of a record, `capacity` the number of records of a generation. */
  constructor(memory: KernelMemory, bytes: number, capacity: number) {
    this.#memory = memory;
    this.#bytes = bytes;
    this.#capacity = capacity;
    this.#young = memory.allocate(capacity * bytes);
    this.#old = memory.allocate(capacity * bytes);
  }

  /** Makes sure that `count` records can be found or taken before any of them is forgotten. */
  makeRoom(count: number): void {
    if (this.#youngOwners.length + count <= this.#capacity) return;
    for (const { lexeme, slot } of this.#oldOwners) {
      if (this.#isOld(lexeme.slots[slot]!)) lexeme.slots[slot] = 0;
    }
    this.#oldOwners = this.#youngOwners;
    this.#youngOwners = [];
    [this.#young, this.#old] = [this.#old, this.#young];
  }

  /** Address of the record of a word type, 0 where there is none. */
  find(lexeme: Lexeme, slot: number): number {
    const known = lexeme.slots[slot]!;
    if (known === 0 || !this.#isOld(known)) return known;
    const address = this.take({ lexeme, slot });
    this.#memory.bytes.copyWithin(address, known, known + this.#bytes);
    return address;
  }

  /** Address of a new record. */
  take(owner: Owner): number {
    const address = this.#young + this.#youngOwners.length * this.#bytes;
    this.#youngOwners.push(owner);
    owner.lexeme.slots[owner.slot] = address;
    return address;
  }

  #isOld(address: number): boolean {
    return address >= this.#old && address < this.#old + this.#capacity * this.#bytes;
  }
}
