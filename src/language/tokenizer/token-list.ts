// The tokens of a text while it is analysed: word types, where they start, and whether a space follows.
import type { Lexeme } from '../words/lexicon.ts';

export class TokenList {
  readonly lexemes: Lexeme[] = [];
  readonly starts: number[] = [];
  /** End of each token in the text; differs from start + length only for a merged span. */
  readonly ends: number[] = [];
  /** 1 where one plain space follows the token. */
  readonly spaces: number[] = [];

  get length(): number {
    return this.lexemes.length;
  }

  push(lexeme: Lexeme, start: number, end: number, space = 0): void {
    this.lexemes.push(lexeme);
    this.starts.push(start);
    this.ends.push(end);
    this.spaces.push(space);
  }

  append(more: TokenList): void {
    for (let i = 0; i < more.length; i++) this.push(more.lexemes[i]!, more.starts[i]!, more.ends[i]!, more.spaces[i]);
  }

  /** Index of the first token that ends after the character, the length where none does. */
  firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  markSpace(): void {
    if (this.spaces.length > 0) this.spaces[this.spaces.length - 1] = 1;
  }
}
