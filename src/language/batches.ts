// Texts in batches for the network: weights pass the cache once for a batch, and long texts go by windows.

/** Tokens that are analysed at once: a bound on memory, invisible in the answers (docs/decisions/0102). */
export const WINDOW = 4096;
/** Short texts are analysed together up to this many tokens. */
const BATCH = 1024;

/** How far the analysis of a text has come. */
export interface Progress {
  /** Next token. */
  at: number;
  /** One after the last token that is wanted. */
  readonly end: number;
}

/** Hands over batches until every text is done: `analyse` must move each text of its batch on. */
export function inBatches<Text extends Progress>(
  texts: readonly Text[],
  analyse: (batch: readonly Text[]) => void,
): void {
  let batch: Text[] = [];
  let size = 0;
  const finish = (): void => {
    // Only a text that is longer than a window is not done after one turn, and then it is alone.
    for (let open = batch; open.length > 0; open = open.filter(({ at, end }) => at < end)) analyse(open);
    batch = [];
    size = 0;
  };
  for (const text of texts) {
    const length = text.end - text.at;
    if (length === 0) continue;
    if (size + length > BATCH) finish();
    batch.push(text);
    size += length;
  }
  finish();
}
