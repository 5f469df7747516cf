// Tags, heads and sentence starts of a whole text, window by window; each window begins where a sentence does.
import type { Parser } from './decode/parser.ts';
import { markSentenceStarts } from './decode/tree.ts';
import type { Branch, Encoder } from './network/encoder.ts';
import type { Tagger } from './network/tagger.ts';
import { WINDOW } from './recognise.ts';
import type { TokenList } from './tokenizer/token-list.ts';

export interface Syntax {
  /** Index of each token's tag; empty where the text was not parsed. */
  readonly tags: Uint8Array;
  /** Relation of each token; empty where the text was not parsed. */
  readonly deps: readonly string[];
  readonly head: Int32Array;
  readonly startsSentence: Uint8Array;
}

/** Every token its own head in one sentence. */
export function withoutSyntax(count: number): Syntax {
  const startsSentence = new Uint8Array(count);
  const head = new Int32Array(count);
  if (count > 0) startsSentence[0] = 1;
  for (let i = 0; i < count; i++) head[i] = i;
  return { tags: new Uint8Array(0), deps: [], head, startsSentence };
}

export class SyntaxAnalyser {
  readonly #encoder: Encoder;
  readonly #branch: Branch;
  readonly #tagger: Tagger;
  readonly #parser: Parser;

  constructor(encoder: Encoder, branch: Branch, tagger: Tagger, parser: Parser) {
    this.#encoder = encoder;
    this.#branch = branch;
    this.#tagger = tagger;
    this.#parser = parser;
  }

  analyse(tokens: TokenList): Syntax {
    const count = tokens.length;
    const tags = new Uint8Array(count);
    const head = new Int32Array(count);
    const startsSentence = new Uint8Array(count);
    const deps: string[] = [];
    for (let from = 0; from < count;) {
      const base = from;
      const to = Math.min(count, from + WINDOW);
      const [vectors] = this.#encoder.encode(tokens, from, to, [this.#branch]);
      const parsed = this.#parser.parse(vectors!, to - from, to === count, (i) => tokens.lexemes[base + i]!.isSpace);
      this.#tagger.tag(vectors!, parsed.length, tags, from);
      markSentenceStarts(parsed.heads, startsSentence.subarray(from));
      for (let i = 0; i < parsed.length; i++) {
        head[from + i] = from + parsed.heads[i]!;
        deps.push(parsed.labels[i]!);
      }
      from += parsed.length;
    }
    return { tags, deps, head, startsSentence };
  }
}
