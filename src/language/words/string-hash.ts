// spaCy's hash of strings, computed by the kernels; strings that are spaCy symbols have small fixed numbers in its place.
import { GrowingBuffer, type KernelMemory } from '../network/memory.ts';

const SHORT_BYTES = 4096;

export class StringHasher {
  readonly #memory: KernelMemory;
  readonly #symbols: ReadonlyMap<string, number>;
  readonly #encoder = new TextEncoder();
  readonly #text: number;
  readonly #longText: GrowingBuffer;
  readonly #result: number;

  constructor(memory: KernelMemory, symbols: Readonly<Record<string, number>>) {
    this.#memory = memory;
    this.#symbols = new Map(Object.entries(symbols));
    this.#text = memory.allocate(SHORT_BYTES);
    this.#longText = new GrowingBuffer(memory);
    this.#result = memory.allocate(8);
  }

  /** Writes the 64-bit key of `text` at `address`: 0 for the empty string, a symbol's number, or the hash. */
  writeKey(text: string, address: number): void {
    const symbol = text === '' ? 0 : this.#symbols.get(text);
    if (symbol === undefined) {
      this.#hash(text, address);
      return;
    }
    const at = address >> 2;
    this.#memory.integers[at] = symbol;
    this.#memory.integers[at + 1] = 0;
  }

  /** The 64-bit hash as 16 hexadecimal digits. */
  hexOf(text: string): string {
    this.#hash(text, this.#result);
    const at = this.#result >> 2;
    const [low, high] = [this.#memory.integers[at]!, this.#memory.integers[at + 1]!];
    return hex(high) + hex(low);
  }

  #hash(text: string, out: number): void {
    let address = this.#text;
    // UTF-8 takes at most three bytes for a UTF-16 unit; longer words are rare enough to hash their encoded copy.
    let length: number;
    if (text.length * 3 <= SHORT_BYTES) {
      const room = this.#memory.bytes.subarray(address, address + SHORT_BYTES);
      length = this.#encoder.encodeInto(text, room).written;
    } else {
      const encoded = this.#encoder.encode(text);
      address = this.#longText.reserve((encoded.length >> 2) + 1);
      this.#memory.bytes.set(encoded, address);
      length = encoded.length;
    }
    this.#memory.kernels.hashString(address, length, out);
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
