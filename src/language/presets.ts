// Spans that a rule has fixed, from characters to tokens.
import type { LabelledSpan } from './doc.ts';
import type { NamedSpan } from './decode/names.ts';

export class PresetSpans {
  readonly #byStart = new Map<number, NamedSpan>();

  /** A span takes every token that it touches; where two want a token, the earlier keeps it and the later is dropped. */
  constructor(spans: readonly LabelledSpan[], tokenStart: Int32Array, tokenEnd: Int32Array) {
    let next = 0;
    for (const { start, end, label } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
      let from = firstEndingAfter(tokenEnd, start);
      if (from < next) continue;
      const first = from;
      while (from < tokenStart.length && tokenStart[from]! < end) from++;
      if (from === first) continue;
      this.#byStart.set(first, { from: first, to: from, label });
      next = from;
    }
  }

  startingAt(token: number): NamedSpan | undefined {
    return this.#byStart.get(token);
  }
}

function firstEndingAfter(tokenEnd: Int32Array, offset: number): number {
  let low = 0;
  let high = tokenEnd.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokenEnd[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
