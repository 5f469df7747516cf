// Sentence spans and each token's sentence, from the marks of sentence starts.
import type { TokenSpan } from './doc.ts';

export interface Sentences {
  readonly sentence: Int32Array;
  readonly sentences: readonly TokenSpan[];
}

export function collectSentences(starts: Uint8Array): Sentences {
  const sentence = new Int32Array(starts.length);
  const sentences: TokenSpan[] = [];
  for (let from = 0; from < starts.length;) {
    let to = from + 1;
    while (to < starts.length && starts[to] === 0) to++;
    sentence.fill(sentences.length, from, to);
    sentences.push({ from, to });
    from = to;
  }
  return { sentence, sentences };
}
