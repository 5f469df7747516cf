// Bytes to text: byte-order marks, UTF-8, UTF-16, and Windows-1252 (a superset of Latin-1) for what is not UTF-8.

export interface DecodedText {
  /** BOM and line ends untouched. */
  readonly text: string;
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const SAMPLE_BYTES = 4096;

/** UTF-16 without a mark: most of the bytes at even or odd places are zero. */
function guessWideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]!++;
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.1) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.1) return 'utf-16be';
  return undefined;
}

function findCharset(bytes: Uint8Array): DecodedText['charset'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return guessWideCharset(bytes) ?? 'utf-8';
}

/** @param part true where the bytes are the beginning of more: the last character may be cut */
export function decodeText(bytes: Uint8Array, part = false): DecodedText {
  const charset = findCharset(bytes);
  const options = { stream: part };
  if (charset !== 'utf-8')
    return { text: new TextDecoder(charset, { ignoreBOM: true }).decode(bytes, options), charset };
  try {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes, options), charset };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252' };
  }
}

/** Characters that no text holds: control characters other than white space, and what could not be decoded. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0;
  return strange > sample.length * 0.02;
}
