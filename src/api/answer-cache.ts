// Finished answers by question, kept while the graph stays the same; the least recently used go first.

export interface KeptAnswer {
  readonly status: number;
  readonly type: string;
  /** Address of the route that made it, for the metrics. */
  readonly pattern: string;
  readonly body: Buffer;
}

/** Above this an answer would push out too many others. */
const LARGEST_SHARE = 0.125;
/**
 * A smaller one is kept when it is asked for again: answers that are kept for nobody grow old in memory, and to copy, mark and drop
 * them takes a tenth of the time of a service that looks up one thing after the other.
 */
const KEPT_AT_ONCE_BYTES = 16 * 1024;
/** Of questions that were asked; a later one takes the place of an earlier. */
const SEEN_PLACES = 2 ** 16;
/** With the packed bytes that an answer may get beside it. */
const PACKED_TOO = 1.3;
/** What an entry costs beside its body: map entry, key, headers. */
const ENTRY_OVERHEAD_BYTES = 400;

export class AnswerCache {
  readonly #maxBytes: number;
  #bytes = 0;
  #version = '';
  readonly #kept = new Map<string, KeptAnswer>();
  readonly #seen = new Int32Array(SEEN_PLACES);

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(version: string, question: string): KeptAnswer | undefined {
    if (version !== this.#version) return undefined;
    const kept = this.#kept.get(question);
    if (kept === undefined) return undefined;
    this.#kept.delete(question);
    this.#kept.set(question, kept);
    return kept;
  }

  put(version: string, question: string, answer: KeptAnswer): void {
    const cost = costOf(question, answer);
    if (cost > this.#maxBytes * LARGEST_SHARE) return;
    if (answer.body.length < KEPT_AT_ONCE_BYTES && !this.#isAskedAgain(question)) return;
    if (version !== this.#version) this.#forget(version);
    const before = this.#kept.get(question);
    if (before !== undefined) this.#bytes -= costOf(question, before);
    this.#kept.delete(question);
    this.#kept.set(question, answer);
    this.#bytes += cost;
    for (const [oldest, dropped] of this.#kept) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= costOf(oldest, dropped);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  #isAskedAgain(question: string): boolean {
    const sum = sumOf(question);
    const place = sum & (SEEN_PLACES - 1);
    if (this.#seen[place] === sum) return true;
    this.#seen[place] = sum;
    return false;
  }

  #forget(version: string): void {
    this.#kept.clear();
    this.#bytes = 0;
    this.#version = version;
  }
}

const costOf = (question: string, answer: KeptAnswer): number =>
  question.length * 2 + Math.ceil(answer.body.length * PACKED_TOO) + ENTRY_OVERHEAD_BYTES;

/** FNV-1a: two questions with one sum do no harm, one of them is kept earlier. */
function sumOf(question: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < question.length; at++) sum = Math.imul(sum ^ question.charCodeAt(at), 0x01000193);
  return sum;
}
