// The named-span recogniser: begin, in, last, unit, out, one pass; spans that a rule has fixed are kept as they are.
import type { TokenSpan } from '../doc.ts';
import type { KernelMemory } from '../network/memory.ts';
import { COLUMN_GROUP, inGroups, type MoveScorer } from '../network/move-scorer.ts';

const BEGIN = 0;
const UNIT = 3;
const OUT = 4;
/** Index in the letters is the kind of move. */
const KIND_LETTERS = 'BILUO';

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
  readonly from: number;
  readonly to: number;
}

interface Columns {
  /** The move of each column. */
  readonly order: readonly number[];
  /** How many columns hold the moves that are possible outside of a span. */
  readonly outside: number;
  /** Column of each label's `I`; its `L` is the next. */
  readonly inside: ReadonlyMap<string, number>;
}

/**
 * Columns of a recogniser's scorer: what can happen outside of a span, in the model's order, then each label's two
 * moves inside of one, so that a state scores only what it can do. A unit without a label is never chosen.
 */
export function nameColumns(moves: readonly string[]): Columns {
  const outside = inGroups([...moves.keys()].filter((move) => moves[move] !== 'U-' && !/^[IL]/.test(moves[move]!)));
  const labels = moves.filter((move) => move.startsWith('I-')).map((move) => move.slice(2));
  const pairs = labels.flatMap((label) => [moves.indexOf(`I-${label}`), moves.indexOf(`L-${label}`)]);
  const inside = new Map(labels.map((label, i) => [label, outside.length + 2 * i]));
  return { order: [...outside, ...inGroups(pairs)], outside: outside.length, inside };
}

export class NameDecoder {
  readonly #memory: KernelMemory;
  readonly #scorer: MoveScorer;
  readonly #kinds: number[];
  readonly #labels: string[];
  readonly #columns: Columns;
  /** Masks for tokens that no span may begin at, that must be a span by themselves, and for all others. */
  readonly #masks: { readonly [name in 'out' | 'unit' | 'any']: number };

  constructor(memory: KernelMemory, scorer: MoveScorer, moves: readonly string[]) {
    const kinds = moves.map((move) => KIND_LETTERS.indexOf(move.charAt(0)));
    this.#memory = memory;
    this.#scorer = scorer;
    this.#kinds = kinds;
    this.#labels = moves.map((move) => move.slice(2));
    this.#columns = nameColumns(moves);
    this.#masks = {
      out: scorer.maskOf((move) => kinds[move] === OUT),
      unit: scorer.maskOf((move) => kinds[move] !== BEGIN),
      any: scorer.maskOf(() => true),
    };
  }

  knows(label: string): boolean {
    return this.#columns.inside.has(label);
  }

  /** Takes the vectors of `count` tokens, of one text or of several. */
  prepare(vectors: number, count: number): void {
    this.#scorer.prepare(vectors, count);
  }

  /**
   * Adds the spans of tokens `[from, to)` to `out`; `first` is the vector of token `from`.
   * Returns where to go on: `to`, or the start of a span that the end of the range would have cut.
   */
  decode(first: number, { from, to }: NameRange, context: NameContext, out: NamedSpan[]): number {
    this.#scorer.select(first);
    let token = from;
    while (token < to) {
      const fixed = context.fixedAt(token);
      if (fixed !== undefined) {
        out.push(fixed);
        token = fixed.to;
        continue;
      }
      const move = this.#choose(token, from, context);
      const kind = this.#kinds[move]!;
      if (kind === OUT) {
        token++;
        continue;
      }
      const label = this.#labels[move]!;
      const end = kind === UNIT ? token + 1 : this.#extend(token, from, to, label, context);
      if (end > to && token > from) return token;
      out.push({ from: token, to: Math.min(end, to), label });
      token = Math.min(end, to);
    }
    return token;
  }

  /** Best move at a token outside of any span. */
  #choose(token: number, base: number, context: NameContext): number {
    const { out, unit, any } = this.#masks;
    this.#writeIds(token, -1, base);
    let mask = any;
    if (context.isSpace(token)) mask = out;
    else if (this.#mustEndBefore(token + 1, context)) mask = unit;
    return this.#scorer.best(mask, this.#columns.outside);
  }

  /** End of the span that begins at `start`; past `to` where the range ends within it. */
  #extend(start: number, base: number, to: number, label: string, context: NameContext): number {
    const column = this.#columns.inside.get(label)!;
    const group = column - (column % COLUMN_GROUP);
    const inside = this.#scorer.scoresIndex + column;
    for (let token = start + 1; token < to; token++) {
      if (this.#mustEndBefore(token + 1, context)) return token + 1;
      this.#writeIds(token, start, base);
      this.#scorer.score(group, group + COLUMN_GROUP);
      if (this.#memory.floats[inside + 1]! > this.#memory.floats[inside]!) return token + 1;
    }
    return to + 1;
  }

  #mustEndBefore(token: number, context: NameContext): boolean {
    return token >= context.length || context.startsSentence(token) || context.fixedAt(token) !== undefined;
  }

  #writeIds(token: number, open: number, base: number): void {
    const ids = this.#memory.integers;
    const at = this.#scorer.idsIndex;
    ids[at] = token - base;
    ids[at + 1] = open < 0 ? -1 : open - base;
    ids[at + 2] = open < 0 ? -1 : token - 1 - base;
  }
}
