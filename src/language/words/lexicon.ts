// Word types: every distinct token string once, with what the network looks at: norm, first and last characters, shape.
import type { ModelTables } from '../model.ts';
import { CodePointSet, isSpace, lowerCase } from './characters.ts';

export interface Lexeme {
  readonly text: string;
  readonly norm: string;
  readonly isSpace: boolean;
  /** Addresses of what the networks keep of the word, 0 where they keep nothing. */
  readonly slots: number[];
}

/** The word network without and with a space after the token, the name network, the domain's. */
const SLOT_KINDS = 4;

/** Beyond this many word types the dictionary starts anew: a bound on memory, never on answers. */
const MAX_LEXEMES = 60_000;
/** spaCy: words of 100 characters and more share one shape. */
const LONG_WORD = 100;

export class Lexicon {
  readonly alpha: CodePointSet;
  readonly #upper: CodePointSet;
  readonly #digit: CodePointSet;
  readonly #words: Map<string, string>;
  readonly #hashes: Map<string, string>;
  readonly #hashOf: (text: string) => string;
  #lexemes = new Map<string, Lexeme>();

  /** `hashOf` gives spaCy's 64-bit string hash as 16 hexadecimal digits. */
  constructor(tables: ModelTables, hashOf: (text: string) => string) {
    this.alpha = new CodePointSet(tables.characters.alpha);
    this.#upper = new CodePointSet(tables.characters.upper);
    this.#digit = new CodePointSet(tables.characters.digit);
    this.#words = new Map(Object.entries(tables.norms.words));
    this.#hashes = new Map(Object.entries(tables.norms.hashes));
    this.#hashOf = hashOf;
  }

  /** The word type of a token; a special case may give a norm of its own. */
  lexeme(text: string, norm?: string): Lexeme {
    const key = norm === undefined ? text : `${norm}\u0000${text}`;
    const known = this.#lexemes.get(key);
    if (known !== undefined) return known;
    if (this.#lexemes.size >= MAX_LEXEMES) this.#lexemes = new Map();
    const made: Lexeme = {
      text,
      norm: norm ?? this.#normOf(text),
      isSpace: isSpace(text),
      slots: new Array<number>(SLOT_KINDS).fill(0),
    };
    this.#lexemes.set(key, made);
    return made;
  }

  #normOf(text: string): string {
    return this.#words.get(text) ?? this.#hashes.get(this.#hashOf(text)) ?? lowerCase(text);
  }

  /** `Xxxx`, `dd.d`: letters and digits by class, runs cut at four. */
  shapeOf(text: string): string {
    if (text.length >= LONG_WORD && Array.from(text).length >= LONG_WORD) return 'LONG';
    let shape = '';
    let last = '';
    let run = 0;
    for (const char of text) {
      const code = char.codePointAt(0)!;
      let mark = char;
      if (this.alpha.has(code)) mark = this.#upper.has(code) ? 'X' : 'x';
      else if (this.#digit.has(code)) mark = 'd';
      run = mark === last ? run + 1 : 0;
      last = mark;
      if (run < 4) shape += mark;
    }
    return shape;
  }

  /** `str.isalpha`. */
  isAlpha(text: string): boolean {
    for (const char of text) if (!this.alpha.has(char.codePointAt(0)!)) return false;
    return text.length > 0;
  }
}

/** The first character, and the last three, counted in code points. */
export function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0)!);
}

export function lastThree(text: string): string {
  let start = text.length;
  for (let count = 0; count < 3 && start > 0; count++) {
    start--;
    const isPairEnd = start > 0 && (text.charCodeAt(start) & 0xfc00) === 0xdc00;
    if (isPairEnd && (text.charCodeAt(start - 1) & 0xfc00) === 0xd800) start--;
  }
  return text.slice(start);
}
