// The ids of a payload's nodes, spelled out only when asked for: most are never looked at.

const HEX = Array.from({ length: 256 }, (_unused, byte) => byte.toString(16).padStart(2, '0'));

export class IdColumn {
  readonly count: number;
  /** Hexadecimal digits of each id. */
  readonly digits: number;
  private readonly bytes: Uint8Array;
  private index: Map<string, number> | undefined;

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

  /** @param id a whole id or a prefix at least as long as those of the column; -1 where no node has it */
  find(id: string): number {
    if (id.length < this.digits) return -1;
    this.index ??= new Map(Array.from({ length: this.count }, (_unused, node) => [this.at(node), node]));
    return this.index.get(id.slice(0, this.digits)) ?? -1;
  }
}
