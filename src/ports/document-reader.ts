// The port to readers of file formats: bytes in, text and what the file says about itself out.
import type { PageSpan, SourceDocument } from '../domain/document.ts';
import type { Result } from '../domain/result.ts';

export const READ_FAILURES = [
  'empty',
  'no-text',
  'too-large',
  'expands-too-much',
  'unsupported-format',
  'password-protected',
  'damaged',
  'not-found',
  'not-readable',
  'language-not-supported',
] as const;
export type ReadFailureReason = (typeof READ_FAILURES)[number];

/** Why a document is set aside: a machine-readable reason, and a sentence for the person who must mend it. */
export interface ReadFailure {
  readonly reason: ReadFailureReason;
  readonly message: string;
}

/** What one format's reader finds; what it leaves out is found in the text itself. */
export interface ReadText {
  readonly text: string;
  readonly mediaType: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedOn?: string;
  readonly language?: string;
  readonly pages?: readonly PageSpan[];
}

export interface FormatReader {
  /** Id with version, for example `html/1`: stored offsets are valid for this version only. */
  readonly id: string;
  read(bytes: Uint8Array): Promise<Result<ReadText, ReadFailure>>;
}

/** @param sourceName file name or URI; only a hint where the bytes do not say what they are */
export type ReadDocument = (bytes: Uint8Array, sourceName: string) => Promise<Result<SourceDocument, ReadFailure>>;
