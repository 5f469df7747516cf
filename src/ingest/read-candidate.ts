// One file from its path to its outcome; what a worker thread runs, or the process itself.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { MAX_BYTES } from '../adapters/readers/index.ts';
import { extractBytes } from './extractor.ts';
import type { Candidate, Outcome } from './types.ts';

/** Endings of the formats that are read: such a file failed if it gave nothing, any other is simply no document. */
const DOCUMENTS = /^\.(?:txt|text|md|markdown|html?|xhtml|pdf|docx|eml)$/iu;

export default async function readCandidate(candidate: Candidate): Promise<Outcome> {
  const { path, source, isNamed } = candidate;
  const isWanted = isNamed || DOCUMENTS.test(extname(path));
  if (candidate.bytes > MAX_BYTES) {
    if (!isWanted) return { state: 'skipped', source };
    const message = `The file is larger than ${MAX_BYTES / 1024 / 1024} MB: split it or take the text out of it.`;
    return { state: 'set-aside', source, stage: 'read', reason: 'too-large', message };
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = 'The file cannot be read: check its permissions.';
    return { state: 'set-aside', source, stage: 'read', reason: 'not-readable', message };
  }
  const extracted = await extractBytes(bytes, path);
  if (extracted.ok) return { state: 'extracted', source, claims: extracted.value, bytes };
  if (extracted.error.reason === 'unsupported-format' && !isWanted) return { state: 'skipped', source };
  return { state: 'set-aside', source, ...extracted.error };
}
