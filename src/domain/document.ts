// A source document: the bytes as they arrived, and the text that a reader found in them.
import type { Span } from './span.ts';

/** Lower-case hex sha-256 of the document's bytes. */
export type DocumentId = string;

export interface PageSpan extends Span {
  /** 1-based page number of a paged format. */
  readonly page: number;
}

/** What the readers hand over: one document's text with what its file says about it. */
export interface SourceDocument {
  readonly id: DocumentId;
  readonly mediaType: string;
  /** Reader id and version, for example `html/1`: offsets are valid for this reader's text only. */
  readonly reader: string;
  /** For txt and md the decoded file, BOM and line ends untouched; for other formats the reader's text. */
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  /** ISO date, possibly partial (`2018-11`). */
  readonly publishedOn?: string;
  /** The place (and agency) line that opens a news report, for example `Hanoi (VNA)`. */
  readonly dateline?: string;
  /** BCP 47 language tag, `und` where unknown. */
  readonly language: string;
  readonly pages?: readonly PageSpan[];
}
