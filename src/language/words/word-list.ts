// A sorted list of words in one string, searched in place: ninety thousand words cost no object each.

const LINE_END = 10;

export class WordList {
  readonly #text: string;

  /** Words in ascending order of UTF-16 units, each followed by `\n`. */
  constructor(text: string) {
    this.#text = text;
  }

  has(word: string): boolean {
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const start = this.#lineStart((low + high) >> 1, low);
      const end = this.#text.indexOf('\n', start);
      const found = this.#text.slice(start, end);
      if (found === word) return true;
      if (found < word) low = end + 1;
      else high = start;
    }
    return false;
  }

  #lineStart(at: number, low: number): number {
    let start = at;
    while (start > low && this.#text.charCodeAt(start - 1) !== LINE_END) start--;
    return start;
  }
}
