// The arc-eager transition system: a stack, a buffer with give-backs, and the arcs found so far.

export const SHIFT = 0;
export const REDUCE = 1;
export const LEFT = 2;
export const RIGHT = 3;
export const BREAK = 4;

/** Parse state over `length` tokens, used again for the next text; indexes are local to the range that is parsed. */
export class ArcEagerState {
  length = 0;
  /** Head of each token, -1 where it has none. */
  heads = new Int32Array(0);
  /** Move that made each token's arc. */
  arcs = new Int16Array(0);
  /** The last token that was marked as the start of a sentence, or 0. */
  lastBreak = 0;
  #stack = new Int32Array(0);
  #depth = 0;
  /** Tokens that were given back to the buffer, the next one last. */
  readonly #returned: number[] = [];
  #next = 0;
  #startsSentence = new Uint8Array(0);
  #wasReturned = new Uint8Array(0);
  /** The dependent that was attached last on each side, and the one attached before it to the same head. */
  #lastLeft = new Int32Array(0);
  #lastRight = new Int32Array(0);
  #previousRight = new Int32Array(0);

  start(length: number): void {
    if (length > this.heads.length) this.#grow(Math.max(length, 2 * this.heads.length));
    this.length = length;
    this.lastBreak = 0;
    this.#depth = 0;
    this.#next = 0;
    this.heads.fill(-1, 0, length);
    this.arcs.fill(-1, 0, length);
    this.#startsSentence.fill(0, 0, length);
    this.#wasReturned.fill(0, 0, length);
    this.#lastLeft.fill(-1, 0, length);
    this.#lastRight.fill(-1, 0, length);
    this.#previousRight.fill(-1, 0, length);
  }

  #grow(length: number): void {
    this.heads = new Int32Array(length);
    this.arcs = new Int16Array(length);
    this.#stack = new Int32Array(length);
    this.#startsSentence = new Uint8Array(length);
    this.#wasReturned = new Uint8Array(length);
    this.#lastLeft = new Int32Array(length);
    this.#lastRight = new Int32Array(length);
    this.#previousRight = new Int32Array(length);
  }

  get isFinal(): boolean {
    return this.#depth === 0 && this.#bufferLength === 0;
  }

  get #bufferLength(): number {
    return this.length - this.#next + this.#returned.length;
  }

  #buffer(index: number): number {
    const returned = this.#returned.length;
    if (index < returned) return this.#returned[returned - 1 - index]!;
    const token = this.#next + index - returned;
    return token < this.length ? token : -1;
  }

  #stackTop(index: number): number {
    return index < this.#depth ? this.#stack[this.#depth - 1 - index]! : -1;
  }

  /** The eight tokens that the network looks at, -1 for none, written from `at` on. */
  writeFeatures(ids: Int32Array, at: number): void {
    const first = this.#buffer(0);
    const top = this.#stackTop(0);
    ids[at] = first;
    ids[at + 1] = this.#buffer(1);
    ids[at + 2] = top;
    ids[at + 3] = this.#stackTop(1);
    ids[at + 4] = this.#stackTop(2);
    ids[at + 5] = first < 0 ? -1 : this.#lastLeft[first]!;
    ids[at + 6] = top < 0 ? -1 : this.#lastLeft[top]!;
    ids[at + 7] = top < 0 ? -1 : this.#lastRight[top]!;
  }

  /** Kinds of move that are valid now, one bit each. */
  get allowed(): number {
    const first = this.#buffer(0);
    const second = this.#buffer(1);
    const waiting = this.#bufferLength;
    const startsSentence = first >= 0 && this.#startsSentence[first] === 1;
    const canBreak = waiting >= 2 && second === first + 1 && this.#startsSentence[second] === 0;
    let kinds = canBreak ? 1 << BREAK : 0;
    if (this.#depth === 0) return kinds | (1 << SHIFT);
    kinds |= 1 << REDUCE;
    if (waiting > 0 && !startsSentence) kinds |= (1 << LEFT) | (1 << RIGHT);
    if (waiting >= 2 && !startsSentence && this.#wasReturned[first] === 0) kinds |= 1 << SHIFT;
    return kinds;
  }

  apply(kind: number, move: number): void {
    const top = this.#stackTop(0);
    const first = this.#buffer(0);
    if (kind === SHIFT) {
      this.#push();
    } else if (kind === REDUCE) {
      this.#reduce(top);
    } else if (kind === LEFT) {
      this.#attach(first, top, move);
      this.#wasReturned[first] = 0;
      this.#depth--;
    } else if (kind === RIGHT) {
      this.#attach(top, first, move);
      this.#push();
    } else {
      this.lastBreak = this.#buffer(1);
      this.#startsSentence[this.lastBreak] = 1;
    }
  }

  #push(): void {
    this.#stack[this.#depth++] = this.#returned.pop() ?? this.#next++;
  }

  /** Pops the stack; a token without a head goes back to the buffer, unless it is the last and so a root. */
  #reduce(top: number): void {
    if (this.heads[top]! < 0 && this.#depth > 1) {
      this.#wasReturned[top] = 1;
      this.#returned.push(top);
    }
    this.#depth--;
  }

  #attach(head: number, child: number, move: number): void {
    const old = this.heads[child]!;
    // Only a right arc is ever replaced, and it is its head's latest.
    if (old >= 0 && this.#lastRight[old] === child) this.#lastRight[old] = this.#previousRight[child]!;
    if (head > child) {
      this.#lastLeft[head] = child;
    } else {
      this.#previousRight[child] = this.#lastRight[head]!;
      this.#lastRight[head] = child;
    }
    this.heads[child] = head;
    this.arcs[child] = move;
  }
}
