// Text to tokens as spaCy's English tokenizer does it; merged spans become one token each.
import type { MergedSpan } from '../doc.ts';
import type { ModelTables } from '../model.ts';
import { isSpaceUnit } from '../words/characters.ts';
import type { Lexeme, Lexicon } from '../words/lexicon.ts';
import { AffixSplitter, type Piece } from './affixes.ts';
import { SpecialCases } from './special-cases.ts';
import { TokenList } from './token-list.ts';

const SPACE = 32;
/** Chunks seen so far; past this many the cache starts anew. */
const MAX_CACHED_CHUNKS = 60_000;
/** Longer chunks are not worth remembering. */
const MAX_CACHED_LENGTH = 64;

export class Tokenizer {
  readonly #lexicon: Lexicon;
  readonly #affixes: AffixSplitter;
  readonly #specialCases: SpecialCases;
  #chunks = new Map<string, readonly Lexeme[]>();

  constructor(tables: ModelTables['tokenizer'], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#affixes = new AffixSplitter(tables);
    this.#specialCases = new SpecialCases(tables, this.#affixes.specials, lexicon);
  }

  tokenize(text: string, merge: readonly MergedSpan[] = []): TokenList {
    if (merge.length === 0) return this.#between(text, 0, text.length);
    const tokens = new TokenList();
    let from = 0;
    for (const span of merge) {
      tokens.append(this.#between(text, from, span.start));
      from = span.end;
      tokens.push(this.#lexicon.lexeme(span.surface), span.start, span.end);
      // One space after a token belongs to it; the rest starts after that space.
      if (text.charCodeAt(from) === SPACE) {
        tokens.markSpace();
        from++;
      }
    }
    tokens.append(this.#between(text, from, text.length));
    return tokens;
  }

  /** Tokens of `text[from, to)`. White space of one plain space separates and is no token. */
  #between(text: string, from: number, to: number): TokenList {
    const tokens = new TokenList();
    if (from >= to) return tokens;
    let start = from;
    let isWhite = isSpaceUnit(text.charCodeAt(from));
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (isSpaceUnit(unit) === isWhite) continue;
      if (start < i) this.#addChunk(tokens, text, start, i);
      if (unit === SPACE) {
        tokens.markSpace();
        start = i + 1;
      } else {
        start = i;
      }
      isWhite = !isWhite;
    }
    if (start < to) this.#addChunk(tokens, text, start, to);
    return this.#specialCases.apply(tokens, text);
  }

  #addChunk(tokens: TokenList, text: string, from: number, to: number): void {
    const chunk = text.slice(from, to);
    let lexemes = this.#chunks.get(chunk);
    if (lexemes === undefined) {
      lexemes = this.#split(chunk);
      if (this.#chunks.size >= MAX_CACHED_CHUNKS) this.#chunks = new Map();
      if (chunk.length <= MAX_CACHED_LENGTH) this.#chunks.set(chunk, lexemes);
    }
    let start = from;
    for (const lexeme of lexemes) {
      tokens.push(lexeme, start, start + lexeme.text.length);
      start += lexeme.text.length;
    }
  }

  #split(chunk: string): Lexeme[] {
    const pieces: Piece[] = [];
    const special = this.#affixes.specials.get(chunk);
    if (special === undefined) this.#affixes.split(chunk, pieces);
    else pieces.push(...special);
    return pieces.map((piece) => this.#lexicon.lexeme(piece.text, piece.norm));
  }
}
