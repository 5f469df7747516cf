// The dependency parser: greedy arc-eager decoding in windows that are cut where the parser itself ends a sentence.
import type { KernelMemory } from '../network/memory.ts';
import type { MoveScorer } from '../network/move-scorer.ts';
import { ArcEagerState } from './arc-eager.ts';
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

export function moveKinds(moves: readonly string[]): number[] {
  return moves.map((move) => KIND_LETTERS.indexOf(move.charAt(0)));
}

export class Parser {
  readonly #memory: KernelMemory;
  readonly #scorer: MoveScorer;
  readonly #kinds: number[];
  readonly #labels: string[];

  constructor(memory: KernelMemory, scorer: MoveScorer, moves: readonly string[]) {
    this.#memory = memory;
    this.#scorer = scorer;
    this.#kinds = moveKinds(moves);
    this.#labels = moves.map((move) => move.slice(2));
  }

  /**
   * Parses `count` tokens. Where more text follows, only what lies before the last sentence break is final:
   * a break empties the stack, so parsing can start anew there and gives what one pass would have given.
   */
  parse(vectors: number, count: number, isEnd: boolean, isSpace: (token: number) => boolean): ParsedRange {
    const state = this.#decode(vectors, count);
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

  #decode(vectors: number, count: number): ArcEagerState {
    this.#scorer.prepare(vectors, count);
    const ids = this.#memory.integers;
    const at = this.#scorer.idsIndex;
    const state = new ArcEagerState(count);
    while (!state.isFinal) {
      state.writeFeatures(ids, at);
      this.#scorer.score();
      const move = this.#scorer.best(state.allowed);
      state.apply(this.#kinds[move]!, move);
    }
    return state;
  }
}
