// What an export format is: its files, each written as a stream of text.
import type { ExportSource } from './source.ts';

export interface ExportFile {
  /** File name where the format has several files, or the one name that a download gets. */
  readonly name: string;
  readonly mediaType: string;
  write(source: ExportSource): AsyncIterable<string>;
}

export interface ExportFormat {
  readonly name: string;
  readonly summary: string;
  readonly files: readonly [ExportFile, ...ExportFile[]];
  /** What to do with the files, for the command line to print. */
  readonly hint?: string;
}
