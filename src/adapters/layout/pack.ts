// The payload as it travels: compressed once by the server that keeps it, whatever proxies do with encodings.
import { gzipSync } from 'node:zlib';

export const packPayload = (payload: Uint8Array): Uint8Array => gzipSync(payload, { level: 6 });
