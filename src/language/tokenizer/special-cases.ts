// Special cases that the affix rules would split (`:-)`, `don't` after a bracket): found again in the split tokens.
import type { ModelTables } from '../model.ts';
import type { Lexeme, Lexicon } from '../words/lexicon.ts';
import type { Piece } from './affixes.ts';
import { TokenList } from './token-list.ts';

interface Sequence {
  readonly texts: readonly string[];
  readonly key: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
}

export class SpecialCases {
  readonly #byFirst = new Map<string, Sequence[]>();
  readonly #replacements: ReadonlyMap<string, readonly Lexeme[]>;

  constructor(tables: ModelTables['tokenizer'], specials: ReadonlyMap<string, readonly Piece[]>, lexicon: Lexicon) {
    for (const [key, texts] of Object.entries(tables.sequences)) {
      const list = this.#byFirst.get(texts[0]!) ?? [];
      list.push({ texts, key });
      this.#byFirst.set(texts[0]!, list);
    }
    this.#replacements = new Map(
      Object.keys(tables.sequences).map((key) => [
        key,
        specials.get(key)!.map((piece) => lexicon.lexeme(piece.text, piece.norm)),
      ]),
    );
  }

  /** The same tokens with every special case put back; a match across a space counts as taken but changes nothing. */
  apply(tokens: TokenList, text: string): TokenList {
    const found = this.#search(tokens);
    if (found.length === 0) return tokens;
    const chosen = new Map(longestFirst(found).map((span) => [span.start, span.end]));
    const merged = new TokenList();
    for (let i = 0; i < tokens.length;) {
      const end = chosen.get(i);
      const key = end === undefined ? '' : text.slice(tokens.starts[i], tokens.ends[end - 1]);
      const replacement = end === undefined ? undefined : this.#replacements.get(key);
      if (end === undefined || replacement === undefined) {
        merged.push(tokens.lexemes[i]!, tokens.starts[i]!, tokens.ends[i]!, tokens.spaces[i]);
        i++;
        continue;
      }
      let start = tokens.starts[i]!;
      for (const lexeme of replacement) {
        merged.push(lexeme, start, start + lexeme.text.length);
        start += lexeme.text.length;
      }
      if (tokens.spaces[end - 1] === 1) merged.markSpace();
      i = end;
    }
    return merged;
  }

  #search(tokens: TokenList): Found[] {
    const found: Found[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const sequences = this.#byFirst.get(tokens.lexemes[i]!.text);
      if (sequences === undefined) continue;
      for (const { texts } of sequences) {
        if (texts.every((text, j) => tokens.lexemes[i + j]?.text === text)) {
          found.push({ start: i, end: i + texts.length });
        }
      }
    }
    return found;
  }
}

/** spaCy's filter: longest first, then leftmost; every candidate takes its tokens, chosen or not. */
function longestFirst(found: readonly Found[]): Found[] {
  const order = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const seen = new Set<number>();
  const chosen: Found[] = [];
  for (const span of order) {
    if (!seen.has(span.start) && !seen.has(span.end - 1)) chosen.push(span);
    for (let i = span.start; i < span.end; i++) seen.add(i);
  }
  return chosen;
}
