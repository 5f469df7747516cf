// The dependency parser: greedy arc-eager decoding in windows that are cut where the parser itself ends a sentence.
import type { KernelMemory } from '../network/memory.ts';
import { inGroups, type MoveScorer } from '../network/move-scorer.ts';
import { ArcEagerState, REDUCE, SHIFT } from './arc-eager.ts';
import { lowerLiftedArcs } from './tree.ts';

/** Index in the letters is the kind: shift, reduce, left, right, break. */
const KIND_LETTERS = 'SDLRB';

export interface ParsedRange {
  /** Tokens of the range whose parse is final. */
  readonly length: number;
  /** Heads as local indexes; a root is its own head. */
  readonly heads: Int32Array;
  readonly labels: string[];
}

/** Columns of the parser's scorer: the moves in their own order. */
export const parserColumns = (moves: readonly string[]): number[] => inGroups([...moves.keys()]);

export class Parser {
  readonly #memory: KernelMemory;
  readonly #scorer: MoveScorer;
  readonly #kinds: number[];
  readonly #labels: string[];
  readonly #columns: number;
  /** Mask of the moves whose kinds are bits of the index. */
  readonly #masks: number[];
  readonly #state = new ArcEagerState();

  constructor(memory: KernelMemory, scorer: MoveScorer, moves: readonly string[]) {
    this.#memory = memory;
    this.#scorer = scorer;
    const kinds = moves.map((move) => KIND_LETTERS.indexOf(move.charAt(0)));
    this.#kinds = kinds;
    this.#labels = moves.map((move) => move.slice(2));
    this.#columns = parserColumns(moves).length;
    this.#masks = Array.from({ length: 1 << KIND_LETTERS.length }, (_, allowed) =>
      scorer.maskOf((move) => ((allowed >> kinds[move]!) & 1) === 1),
    );
  }

  /** Takes the vectors of `count` tokens, of one text or of several. */
  prepare(vectors: number, count: number): void {
    this.#scorer.prepare(vectors, count);
  }

  /**
   * Parses `count` tokens, the first of which has vector `first`. Where more text follows, only what lies before the last
   * sentence break is final: a break empties the stack, so parsing can start anew there and gives what one pass would
   * have given.
   */
  parse(first: number, count: number, isEnd: boolean, isSpace: (token: number) => boolean): ParsedRange {
    this.#scorer.select(first);
    const state = this.#decode(count);
    const length = isEnd || state.lastBreak === 0 ? count : state.lastBreak;
    const heads = state.heads.slice(0, length);
    const labels: string[] = [];
    for (let i = 0; i < length; i++) {
      labels.push(heads[i]! < 0 ? 'ROOT' : this.#labels[state.arcs[i]!]!);
      if (heads[i]! < 0) heads[i] = i;
    }
    lowerLiftedArcs(heads, labels, isSpace);
    return { length, heads, labels };
  }

  #decode(count: number): ArcEagerState {
    const ids = this.#memory.integers;
    const at = this.#scorer.idsIndex;
    const state = this.#state;
    state.start(count);
    while (!state.isFinal) {
      const { allowed } = state;
      // Where the text ends there is nothing to choose.
      if (allowed === 1 << SHIFT || allowed === 1 << REDUCE) {
        state.apply(allowed === 1 << SHIFT ? SHIFT : REDUCE, -1);
        continue;
      }
      state.writeFeatures(ids, at);
      const move = this.#scorer.best(this.#masks[allowed]!, this.#columns);
      state.apply(this.#kinds[move]!, move);
    }
    return state;
  }
}
