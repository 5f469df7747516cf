// What the thread of the upload pool runs.
import type { DocumentClaims } from '../domain/claim.ts';
import type { Result } from '../domain/result.ts';
import { extractBytes, type ExtractFailure } from './extractor.ts';

export default function extractUpload({
  bytes,
  source,
}: {
  bytes: Uint8Array;
  source: string;
}): Promise<Result<DocumentClaims, ExtractFailure>> {
  return extractBytes(bytes, source);
}
