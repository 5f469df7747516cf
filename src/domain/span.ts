// A piece of a text by its offsets.

/** Half-open span in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of a document's text with the text itself: `text.slice(start, end) === quote`. */
export interface QuotedSpan extends Span {
  readonly quote: string;
}
