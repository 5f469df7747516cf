// Splits one run of characters between spaces: prefixes and suffixes off both ends, then infixes, URLs kept whole.
import type { ModelTables } from '../model.ts';
import { UrlMatcher } from './urls.ts';

/** A token of a chunk: its characters, and the norm that a special case gives it. */
export interface Piece {
  readonly text: string;
  readonly norm?: string;
}

/** Affix patterns are looked for in windows, so that a chunk of a million characters takes linear time. */
const WINDOW = 64;

export class AffixSplitter {
  readonly specials: ReadonlyMap<string, readonly Piece[]>;
  readonly #prefix: RegExp;
  readonly #suffix: RegExp;
  readonly #infix: RegExp;
  readonly #urls: UrlMatcher;
  readonly #longestSpecial: number;

  constructor(tables: ModelTables['tokenizer']) {
    this.#prefix = new RegExp(tables.prefix, 'u');
    this.#suffix = new RegExp(tables.suffix, 'u');
    this.#infix = new RegExp(tables.infix, 'gu');
    this.#urls = new UrlMatcher(tables);
    const rules = Object.entries(tables.rules).map(([key, parts]) => [key, parts.map(toPiece)] as const);
    this.specials = new Map(rules);
    this.#longestSpecial = Math.max(...rules.map(([key]) => key.length));
  }

  /** Appends the tokens of `chunk` to `out`. */
  split(chunk: string, out: Piece[]): void {
    const suffixes: Piece[] = [];
    const [from, to] = this.#stripAffixes(chunk, out, suffixes);
    if (from < to) this.#splitMiddle(chunk.slice(from, to), out);
    for (let i = suffixes.length - 1; i >= 0; i--) out.push(suffixes[i]!);
  }

  #isSpecial(chunk: string, from: number, to: number): boolean {
    return to > from && to - from <= this.#longestSpecial && this.specials.has(chunk.slice(from, to));
  }

  #stripAffixes(chunk: string, prefixes: Piece[], suffixes: Piece[]): [number, number] {
    let from = 0;
    let to = chunk.length;
    for (let last = -1; from < to && to - from !== last;) {
      if (this.#isSpecial(chunk, from, to)) break;
      last = to - from;
      const prefix = this.#prefixLength(chunk, from, to);
      if (prefix > 0 && this.#isSpecial(chunk, from + prefix, to)) {
        prefixes.push({ text: chunk.slice(from, from + prefix) });
        return [from + prefix, to];
      }
      const suffix = this.#suffixLength(chunk, from + prefix, to);
      if (suffix > 0 && this.#isSpecial(chunk, from, to - suffix)) {
        suffixes.push({ text: chunk.slice(to - suffix, to) });
        return [from, to - suffix];
      }
      if (prefix > 0) prefixes.push({ text: chunk.slice(from, from + prefix) });
      if (suffix > 0) suffixes.push({ text: chunk.slice(to - suffix, to) });
      from += prefix;
      to -= suffix;
    }
    return [from, to];
  }

  /** Only a run of dots is longer than a few characters; it is measured by hand. */
  #prefixLength(chunk: string, from: number, to: number): number {
    if (to - from <= WINDOW) return this.#prefix.exec(chunk.slice(from, to))?.[0].length ?? 0;
    let dots = from;
    while (dots < to && chunk.charCodeAt(dots) === 46) dots++;
    if (dots - from > 1) return dots - from;
    return this.#prefix.exec(chunk.slice(from, from + WINDOW))?.[0].length ?? 0;
  }

  #suffixLength(chunk: string, from: number, to: number): number {
    if (to - from <= WINDOW) return this.#suffix.exec(chunk.slice(from, to))?.[0].length ?? 0;
    let dots = to;
    while (dots > from && chunk.charCodeAt(dots - 1) === 46) dots--;
    if (to - dots > 1) return to - dots;
    return this.#suffix.exec(chunk.slice(to - WINDOW, to))?.[0].length ?? 0;
  }

  #splitMiddle(text: string, out: Piece[]): void {
    const special = text.length <= this.#longestSpecial ? this.specials.get(text) : undefined;
    if (special !== undefined) {
      out.push(...special);
      return;
    }
    if (this.#urls.matches(text)) {
      out.push({ text });
      return;
    }
    let start = 0;
    for (const match of text.matchAll(this.#infix)) {
      if (match.index === 0) continue;
      if (match.index > start) out.push({ text: text.slice(start, match.index) });
      if (match[0] !== '') out.push({ text: match[0] });
      start = match.index + match[0].length;
    }
    if (start < text.length) out.push({ text: text.slice(start) });
  }
}

function toPiece([text, norm]: readonly string[]): Piece {
  return norm === undefined ? { text: text! } : { text: text!, norm };
}
