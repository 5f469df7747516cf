// The ids of a payload's nodes, spelled out only when asked for: most are never looked at.

const HEX = Array.from({ length: 256 }, (_unused, byte) => byte.toString(16).padStart(2, '0'));

export class IdColumn {
  readonly count: number;
  /** Hexadecimal digits of each id. */
  readonly digits: number;
  private readonly bytes: Uint8Array;
  private readonly indexes = new Map<number, ReadonlyMap<string, number>>();

  constructor(bytes: Uint8Array, count: number, digits: number) {
    this.bytes = bytes;
    this.count = count;
    this.digits = digits;
  }

  at(node: number): string {
    const from = node * this.digits;
    let text = '';
    for (let byte = from >> 1; byte < (from + this.digits + 1) >> 1; byte++) text += HEX[this.bytes[byte]!]!;
    return text.slice(from & 1, (from & 1) + this.digits);
  }

  /** @param id a whole id, or its first digits as a link has them; -1 where no node has it */
  find(id: string): number {
    const length = Math.min(id.length, this.digits);
    let index = this.indexes.get(length);
    if (index === undefined) {
      index = new Map(Array.from({ length: this.count }, (_unused, node) => [this.at(node).slice(0, length), node]));
      this.indexes.set(length, index);
    }
    return index.get(id.slice(0, length)) ?? -1;
  }
}
