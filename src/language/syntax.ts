// Tags, heads and sentence starts of texts, window by window; each window begins where a sentence does.
import { inBatches, WINDOW, type Progress } from './batches.ts';
import type { Parser } from './decode/parser.ts';
import { markSentenceStarts } from './decode/tree.ts';
import type { Encoder, Stretch } from './network/encoder.ts';
import type { Tagger } from './network/tagger.ts';
import { sizeOf } from './recognise.ts';
import type { TokenList } from './tokenizer/token-list.ts';

export interface Syntax {
  /** Index of each token's tag; empty where the text was not parsed. */
  readonly tags: Uint8Array;
  /** Relation of each token; empty where the text was not parsed. */
  readonly deps: readonly string[];
  readonly head: Int32Array;
  readonly startsSentence: Uint8Array;
}

interface SyntaxProgress extends Progress, Syntax {
  readonly tokens: TokenList;
  readonly deps: string[];
  /** Start of the sentence that the end of what was parsed may have cut. */
  open: number;
}

/** Tokens that are parsed after the one that was asked for, at first: its sentence rarely has more. */
const AHEAD = 64;

function startProgress(tokens: TokenList, end: number): SyntaxProgress {
  const [tags, startsSentence] = [new Uint8Array(end), new Uint8Array(end)];
  return { tokens, at: 0, end, tags, startsSentence, head: new Int32Array(end), deps: [], open: 0 };
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
  readonly #tagger: Tagger;
  readonly #parser: Parser;

  constructor(encoder: Encoder, tagger: Tagger, parser: Parser) {
    this.#encoder = encoder;
    this.#tagger = tagger;
    this.#parser = parser;
  }

  analyse(texts: readonly TokenList[]): readonly Syntax[] {
    const progress = texts.map((tokens) => startProgress(tokens, tokens.length));
    inBatches(progress, (batch) => {
      this.#analyseBatch(batch);
    });
    return progress;
  }

  /**
   * The sentences up to the one that holds token `asked`, as the whole text has them: the parser goes from left to right
   * and never comes back over a sentence start.
   */
  analyseUntil(tokens: TokenList, asked: number): Syntax {
    for (let size = asked + AHEAD; ; size *= 2) {
      const progress = startProgress(tokens, Math.min(tokens.length, size));
      inBatches([progress], (batch) => {
        this.#analyseBatch(batch);
      });
      const next = progress.startsSentence.indexOf(1, asked + 1);
      const end = next < 0 ? progress.end : next;
      if (end <= progress.open || progress.end === tokens.length) return upTo(progress, end);
    }
  }

  #analyseBatch(batch: readonly SyntaxProgress[]): void {
    const stretches = batch.map(({ tokens, at, end }): Stretch => ({
      tokens,
      from: at,
      to: Math.min(end, at + WINDOW),
    }));
    const vectors = this.#encoder.encode(stretches);
    const size = sizeOf(stretches);
    this.#parser.prepare(vectors, size);
    const tags = this.#tagger.tag(vectors, size);
    let first = 0;
    batch.forEach((text, i) => {
      const { tokens, at: base } = text;
      const count = stretches[i]!.to - base;
      const parsed = this.#parser.parse(
        first,
        count,
        base + count === tokens.length,
        (at) => tokens.lexemes[base + at]!.isSpace,
      );
      text.tags.set(tags.subarray(first, first + parsed.length), base);
      markSentenceStarts(parsed.heads, text.startsSentence.subarray(base));
      for (let k = 0; k < parsed.length; k++) text.head[base + k] = base + parsed.heads[k]!;
      text.deps.push(...parsed.labels);
      text.open = base;
      text.at += parsed.length;
      first += count;
    });
  }
}

const upTo = ({ tags, deps, head, startsSentence }: Syntax, end: number): Syntax => ({
  tags: tags.subarray(0, end),
  deps: deps.slice(0, end),
  head: head.subarray(0, end),
  startsSentence: startsSentence.subarray(0, end),
});
