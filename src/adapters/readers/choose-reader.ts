// Chooses the reader for some bytes: magic numbers first, then what the text looks like; the name only where neither says.
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import type { FormatReader } from '../../ports/document-reader.ts';
import { decodeText, looksBinary } from './decode.ts';
import { docxReader, oleReader } from './docx.ts';
import { emlReader } from './eml.ts';
import { htmlReader } from './html.ts';
import { pdfReader } from './pdf.ts';
import { markdownReader, plainTextReader } from './text.ts';

const SAMPLE_BYTES = 8192;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Readers by magic number; every other magic number is a format that is not read. */
const BINARY: Readonly<Record<string, FormatReader>> = {
  'application/pdf': pdfReader,
  [DOCX]: docxReader,
  'application/x-cfb': oleReader,
};
/** Text that is not prose: data and programs. */
const NOT_PROSE =
  /^\.(?:json[lc5]?|ndjson|ya?ml|csv|tsv|xml|rss|atom|toml|ini|cfg|conf|env|properties|sql|log|lock|[cm]?[jt]sx?|d\.ts|py|rb|pl|php|java|kt|c|h|cc|cpp|hpp|cs|go|rs|swift|r|lua|sh|bash|zsh|bat|ps1|css|scss|less|vue|svelte|map|svg|tex|bib|srt|vtt|ics|vcf|geojson|graphml|gexf|ttl|nt|nq|rdf|owl|cypher|proto|diff|patch|makefile)$/iu;

const MAIL_HEADS = [
  'from',
  'to',
  'date',
  'subject',
  'received',
  'message-id',
  'mime-version',
  'content-type',
  'return-path',
  'delivered-to',
];

/** At least three lines of a mail's head, one of them such as no person would type. */
function looksLikeMail(sample: string): boolean {
  const head =
    /^(?:From .*\r?\n)?((?:[A-Za-z][A-Za-z-]*:.*\r?\n(?:[ \t]+\S.*\r?\n)*)+)/u.exec(
      sample.replace(/^\ufeff/u, ''),
    )?.[1] ?? '';
  const fields = new Set([...head.matchAll(/^([A-Za-z-]+):/gmu)].map(({ 1: field = '' }) => field.toLowerCase()));
  const known = MAIL_HEADS.filter((field) => fields.has(field));
  return (
    known.length >= 3 &&
    ['received', 'message-id', 'mime-version', 'return-path', 'delivered-to'].some((field) => fields.has(field))
  );
}

function looksLikeHtml(sample: string, extension: string): boolean {
  const opening = sample
    .replace(/^\ufeff/u, '')
    .replace(/<!--[\s\S]*?-->|<\?xml[^>]*\?>/gu, '')
    .trimStart();
  if (/^<(?:!doctype\s+html|html|head|body)\b/iu.test(opening)) return true;
  return /^\.x?html?$/iu.test(extension) && /<(?:p|div|article|main|section|h1|table|span)\b/iu.test(sample);
}

function looksLikeData(sample: string, text: () => string): boolean {
  if (/^\s*(?:%!|#!|<\?xml|<\?php|\{\\rtf)/u.test(sample)) return true;
  if (!/^\s*[[{]/u.test(sample)) return false;
  try {
    JSON.parse(text());
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function chooseTextReader(bytes: Uint8Array, sample: string, extension: string): FormatReader | undefined {
  if (looksLikeHtml(sample, extension)) return htmlReader;
  if (looksLikeMail(sample) || /^\.(?:eml|mht)$/iu.test(extension)) return emlReader;
  if (NOT_PROSE.test(extension) || looksLikeData(sample, () => decodeText(bytes).text)) return undefined;
  return /^\.(?:md|markdown|mdown|mkd)$/iu.test(extension) ? markdownReader : plainTextReader;
}

/** Where magic numbers end too early, as in a file that was cut: the name says what it was to be. */
function chooseCutReader(type: string | undefined, bytes: Uint8Array, extension: string): FormatReader | undefined {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && extension === '.docx') return docxReader;
  return type === undefined ? undefined : BINARY[type];
}

/** @returns undefined where the format is not one that is read */
export async function chooseReader(bytes: Uint8Array, sourceName: string): Promise<FormatReader | undefined> {
  const extension = extname(sourceName).toLowerCase();
  const found = await fileTypeFromBuffer(bytes);
  const binary = chooseCutReader(found?.mime, bytes, extension);
  if (binary !== undefined) return binary;
  // Short magic numbers hit plain words (`BMW` is no bitmap): what decodes cleanly is text.
  const sample = decodeText(bytes.subarray(0, SAMPLE_BYTES), true).text;
  return looksBinary(sample) ? undefined : chooseTextReader(bytes, sample, extension);
}
