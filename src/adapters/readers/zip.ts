// Looks into a zip archive before a library unpacks it: what is inside, and that it does not grow beyond all measure.
import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../../ports/document-reader.ts';

/** A document of a thousand pages unpacks to a tenth of this. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

export interface ZipEntry {
  readonly name: string;
  readonly packed: Buffer;
  readonly method: number;
}

const damaged = (): Result<never, ReadFailure> =>
  err({ reason: 'damaged', message: 'The file is damaged or cut short: fetch it again.' });

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

/** Entries by the central directory; a cut file has none. */
function listEntries(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = findEnd(bytes);
  if (end < 0) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) return undefined;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) return undefined;
    const method = bytes.readUInt16LE(at + 10);
    const packedLength = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) return undefined;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      packed: bytes.subarray(start, start + packedLength),
      method,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The entries of a sound archive. Sizes are measured, not believed: each entry is unpacked up to the limit. */
export function openZip(source: Uint8Array): Result<readonly ZipEntry[], ReadFailure> {
  const entries = listEntries(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  if (entries === undefined) return damaged();
  let left = MAX_UNPACKED_BYTES;
  for (const entry of entries) {
    try {
      left -= entry.method === 0 ? entry.packed.length : inflateRawSync(entry.packed, { maxOutputLength: left }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return damaged();
      left = -1;
    }
    if (left < 0) {
      return err({ reason: 'expands-too-much', message: 'The file unpacks to more than 100 MB: it is no document.' });
    }
  }
  return ok(entries);
}
