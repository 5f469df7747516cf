// The named-span recogniser: begin, in, last, unit, out, one pass; spans that a rule has fixed are kept as they are.
import type { TokenSpan } from '../doc.ts';
import type { KernelMemory } from '../network/memory.ts';
import type { MoveScorer } from '../network/move-scorer.ts';

const BEGIN = 0;
const UNIT = 3;
const OUT = 4;
/** Index in the letters is the kind of move; a unit without a label is never chosen. */
const KIND_LETTERS = 'BILUO';
const NEVER = 7;

export interface NamedSpan extends TokenSpan {
  readonly label: string;
}

/** What the decoder must know of a text, by token index. */
export interface NameContext {
  readonly length: number;
  isSpace(token: number): boolean;
  startsSentence(token: number): boolean;
  /** The fixed span that starts at the token. */
  fixedAt(token: number): NamedSpan | undefined;
}

export interface NameRange {
  readonly base: number;
  readonly from: number;
  readonly to: number;
}

export function nameKinds(moves: readonly string[]): number[] {
  return moves.map((move) => (move === 'U-' ? NEVER : KIND_LETTERS.indexOf(move.charAt(0))));
}

export class NameDecoder {
  readonly #memory: KernelMemory;
  readonly #scorer: MoveScorer;
  readonly #kinds: number[];
  readonly #labels: string[];
  readonly #moves: ReadonlyMap<string, number>;

  constructor(memory: KernelMemory, scorer: MoveScorer, moves: readonly string[]) {
    this.#memory = memory;
    this.#scorer = scorer;
    this.#kinds = nameKinds(moves);
    this.#labels = moves.map((move) => move.slice(2));
    this.#moves = new Map(moves.map((move, index) => [move, index]));
  }

  knows(label: string): boolean {
    return this.#moves.has(`U-${label}`);
  }

  /**
   * Adds the spans of tokens `[from, to)` to `out`; `vectors` is the row of token `base`, which is not after `from`.
   * Returns where to go on: `to`, or the start of a span that the end of the range would have cut.
   */
  decode(vectors: number, { base, from, to }: NameRange, context: NameContext, out: NamedSpan[]): number {
    this.#scorer.prepare(vectors, to - base);
    let token = from;
    while (token < to) {
      const fixed = context.fixedAt(token);
      if (fixed !== undefined) {
        out.push(fixed);
        token = fixed.to;
        continue;
      }
      const move = this.#choose(token, base, context);
      const kind = this.#kinds[move]!;
      if (kind === OUT) {
        token++;
        continue;
      }
      const label = this.#labels[move]!;
      const end = kind === UNIT ? token + 1 : this.#extend(token, base, to, label, context);
      if (end > to && token > base) return token;
      out.push({ from: token, to: Math.min(end, to), label });
      token = Math.min(end, to);
    }
    return token;
  }

  /** Best move at a token outside of any span. */
  #choose(token: number, base: number, context: NameContext): number {
    this.#score(token, -1, base);
    let allowed = 1 << OUT;
    if (!context.isSpace(token)) {
      allowed |= 1 << UNIT;
      if (!this.#mustEndBefore(token + 1, context)) allowed |= 1 << BEGIN;
    }
    return this.#scorer.best(allowed);
  }

  /** End of the span that begins at `start`; past `to` where the range ends within it. */
  #extend(start: number, base: number, to: number, label: string, context: NameContext): number {
    const [inside, last] = [this.#moves.get(`I-${label}`)!, this.#moves.get(`L-${label}`)!];
    for (let token = start + 1; token < to; token++) {
      if (this.#mustEndBefore(token + 1, context)) return token + 1;
      const scores = this.#score(token, start, base);
      if (this.#memory.floats[scores + last]! > this.#memory.floats[scores + inside]!) return token + 1;
    }
    return to + 1;
  }

  #mustEndBefore(token: number, context: NameContext): boolean {
    return token >= context.length || context.startsSentence(token) || context.fixedAt(token) !== undefined;
  }

  #score(token: number, open: number, base: number): number {
    const ids = this.#memory.integers;
    const at = this.#scorer.idsIndex;
    ids[at] = token - base;
    ids[at + 1] = open < 0 ? -1 : open - base;
    ids[at + 2] = open < 0 ? -1 : token - 1 - base;
    return this.#scorer.score();
  }
}
