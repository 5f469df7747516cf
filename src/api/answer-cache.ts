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
/** With the packed bytes that an answer may get beside it. */
const PACKED_TOO = 1.3;
/** What an entry costs beside its body: map entry, key, headers. */
const ENTRY_OVERHEAD_BYTES = 400;

export class AnswerCache {
  readonly #maxBytes: number;
  #bytes = 0;
  #version = '';
  readonly #kept = new Map<string, KeptAnswer>();

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

  #forget(version: string): void {
    this.#kept.clear();
    this.#bytes = 0;
    this.#version = version;
  }
}

const costOf = (question: string, answer: KeptAnswer): number =>
  question.length * 2 + Math.ceil(answer.body.length * PACKED_TOO) + ENTRY_OVERHEAD_BYTES;
