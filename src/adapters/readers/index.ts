// First stage of the line: bytes to a source document, by what the bytes are and not by how the file is called.
import type { SourceDocument } from '../../domain/document.ts';
import { documentId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readPageFacts } from '../../pipeline/02-clean/page-facts.ts';
import type { ReadFailure, ReadText } from '../../ports/document-reader.ts';
import { chooseReader } from './choose-reader.ts';
import { detectLanguage, nameLanguage } from './language.ts';

/** No news article comes near it; an archive that was named by mistake does. */
export const MAX_BYTES = 50 * 1024 * 1024;
const LANGUAGES = new Set(['en', 'und']);

const fail = (reason: ReadFailure['reason'], message: string): Result<never, ReadFailure> => err({ reason, message });

function describe(bytes: Uint8Array, reader: string, read: ReadText): SourceDocument {
  const facts = readPageFacts(read.text, read.mediaType);
  const title = read.title ?? facts.title;
  const publisher = read.publisher ?? facts.publisher;
  const publishedOn = read.publishedOn ?? facts.publishedOn;
  // What the words are says more than what a template declares.
  const detected = detectLanguage(read.text);
  return {
    id: documentId(bytes),
    mediaType: read.mediaType,
    reader,
    text: read.text,
    language: detected === 'und' ? (read.language?.slice(0, 2).toLowerCase() ?? 'und') : detected,
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(facts.dateline !== undefined && { dateline: facts.dateline }),
    ...(read.pages !== undefined && { pages: read.pages }),
  };
}

/** Reads one document; every expected failure is a value with a named reason. */
export async function readDocument(
  bytes: Uint8Array,
  sourceName: string,
): Promise<Result<SourceDocument, ReadFailure>> {
  if (bytes.length === 0) return fail('empty', 'The file is empty: name a file with text in it.');
  if (bytes.length > MAX_BYTES) {
    return fail(
      'too-large',
      `The file is larger than ${MAX_BYTES / 1024 / 1024} MB: split it or take the text out of it.`,
    );
  }
  if (bytes.every((byte) => byte === 0)) return fail('no-text', 'The file holds nothing but zeros: fetch it again.');
  const reader = await chooseReader(bytes, sourceName);
  if (reader === undefined) {
    return fail('unsupported-format', 'The format is not supported: give TXT, MD, HTML, PDF, DOCX or EML.');
  }
  const read = await reader.read(bytes);
  if (!read.ok) return read;
  if (!/[\p{L}\p{N}]/u.test(read.value.text)) {
    return fail('no-text', 'The file holds no text: a scanned document needs text recognition first.');
  }
  const document = describe(bytes, reader.id, read.value);
  if (LANGUAGES.has(document.language)) return ok(document);
  return fail('language-not-supported', `The text is in ${nameLanguage(document.language)}: only English is read.`);
}
