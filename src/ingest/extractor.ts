// Reads one document's bytes into claims with everything that ships; the same code in a worker thread and outside.
import { loadKnowledge } from '../adapters/knowledge/load-knowledge.ts';
import { loadEnglish } from '../adapters/model/load-engine.ts';
import { readDocument } from '../adapters/readers/index.ts';
import type { DocumentClaims } from '../domain/claim.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { extract } from '../pipeline/index.ts';
import type { SetAside } from './types.ts';

export type ExtractFailure = Pick<SetAside, 'stage' | 'reason' | 'message'>;

export async function extractBytes(
  bytes: Uint8Array,
  sourceName: string,
): Promise<Result<DocumentClaims, ExtractFailure>> {
  const read = await readDocument(bytes, sourceName);
  if (!read.ok) return err({ stage: 'read', ...read.error });
  try {
    return ok(extract(read.value, loadKnowledge(loadEnglish())));
  } catch (error) {
    // A fault of ours: the document waits for the next version, the others are built.
    if (!(error instanceof Error)) throw error;
    return err({ stage: 'extract', reason: 'fault', message: `Please report this fault of Plenary: ${error.message}` });
  }
}
