// Tells whether a chunk is a URL as spaCy's pattern has it, in linear time: scheme, user info and host are tried apart.
import type { ModelTables } from '../model.ts';

export class UrlMatcher {
  readonly #scheme: RegExp;
  readonly #host: RegExp;

  constructor(tables: Pick<ModelTables['tokenizer'], 'urlScheme' | 'urlHost'>) {
    this.#scheme = new RegExp(tables.urlScheme, 'uy');
    this.#host = new RegExp(tables.urlHost, 'uy');
  }

  /** What stands after the host is any run without white space, and a chunk has none, so only the start matters. */
  matches(chunk: string): boolean {
    if (!chunk.includes('.')) return false;
    this.#scheme.lastIndex = 0;
    const afterScheme = this.#scheme.test(chunk) ? this.#scheme.lastIndex : 0;
    if (this.#hostAt(chunk, 0) || (afterScheme > 0 && this.#hostAt(chunk, afterScheme))) return true;
    // User info is any run of at least one character before an @.
    for (let at = chunk.indexOf('@', 1); at >= 0; at = chunk.indexOf('@', at + 1)) {
      if (this.#hostAt(chunk, at + 1)) return true;
    }
    return false;
  }

  #hostAt(chunk: string, index: number): boolean {
    this.#host.lastIndex = index;
    return this.#host.test(chunk);
  }
}
