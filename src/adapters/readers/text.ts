// Reads plain text and Markdown: the text is the decoded file, character for character.
import { err, ok } from '../../domain/result.ts';
import type { FormatReader } from '../../ports/document-reader.ts';
import { decodeText, looksBinary } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';

function mediaTypeOf(base: string, charset: string): string {
  return charset === 'utf-8' ? base : `${base}; charset=${charset}`;
}

export const plainTextReader: FormatReader = {
  id: 'txt/1',
  read(bytes) {
    const { text, charset } = decodeText(bytes);
    if (looksBinary(text)) {
      return Promise.resolve(
        err({
          reason: 'unsupported-format',
          message: 'The file is not text: save it as UTF-8 text, PDF, DOCX, HTML or EML.',
        }),
      );
    }
    return Promise.resolve(ok({ text, mediaType: mediaTypeOf('text/plain', charset) }));
  },
};

export const markdownReader: FormatReader = {
  id: 'md/1',
  async read(bytes) {
    const plain = await plainTextReader.read(bytes);
    if (!plain.ok) return plain;
    const { text } = plain.value;
    return ok({
      text,
      mediaType: plain.value.mediaType.replace('text/plain', 'text/markdown'),
      ...readFrontMatter(text),
    });
  },
};
