// JSON read without losing what JavaScript's own reader loses: 1 is an integer and 1.0 a float, however many digits they have.
import type { ResultValue } from '../../cypher/result.ts';

type Entry = readonly [string, ResultValue];

const TOKEN = /[\s,:]*(?:([[\]{}])|("[^"\\]*(?:\\.[^"\\]*)*")|(-?\d[\d.eE+-]*)|(true|false|null))/y;

/** Two commas, colons or brackets in a wrong place are not seen here. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): ResultValue {
    const [bracket, text, digits, word] = this.#token();
    if (text !== undefined) return JSON.parse(text) as string;
    if (digits !== undefined) return /[.eE]/.test(digits) ? Number(digits) : BigInt(digits);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    return bracket === '[' ? this.#list() : { type: 'map', entries: this.#entries() };
  }

  #list(): ResultValue[] {
    const values: ResultValue[] = [];
    while (!this.#ends(']')) values.push(this.value());
    return values;
  }

  /** Of a name that stands twice the last one counts, as in JSON.parse. */
  #entries(): readonly Entry[] {
    const entries = new Map<string, ResultValue>();
    while (!this.#ends('}')) entries.set(this.value() as string, this.value());
    return [...entries];
  }

  #ends(bracket: string): boolean {
    const before = this.#at;
    if (this.#token()[0] === bracket) return true;
    this.#at = before;
    return false;
  }

  #token(): readonly (string | undefined)[] {
    TOKEN.lastIndex = this.#at;
    const [, ...token] = TOKEN.exec(this.#text) ?? [];
    if (token.length === 0) throw new SyntaxError('The text is not JSON.');
    this.#at = TOKEN.lastIndex;
    return token;
  }
}

/** @param text JSON that JSON.parse has read before */
export const readExactJson = (text: string): ResultValue => new Reader(text).value();
