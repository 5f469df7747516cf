// Compression where it pays: texts above one packet, packed once and kept beside the answer that they are the bytes of.
import type { Request, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { constants, createGzip, gzip, type Gzip } from 'node:zlib';
import type { KeptAnswer } from './answer-cache.ts';
import { isLoopback } from './guards/addresses.ts';

/** One packet: what is shorter arrives no sooner for being packed. */
const LEAST_BYTES = 1400;
const TEXTS =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|x-ndjson)|application\/(?:vnd\.neo4j\.query|x-ndjson|x-cypher-query))/;
const LEVEL = { level: constants.Z_BEST_SPEED };

const pack = promisify(gzip);
/** Beside the cache's own entries, so that a repeat is packed no second time. */
const packed = new WeakMap<Buffer, Buffer>();

function wantsGzip({ 'accept-encoding': accepted }: IncomingHttpHeaders): boolean {
  const [, quality = '1'] = /(?:^|[\s,])gzip\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(accepted ?? '') ?? [undefined, '0'];
  return Number(quality) > 0;
}

/** The answer of a query is packed for those only who are far away: on one machine it would cost more than it saves. */
export function paysToPack(
  headers: IncomingHttpHeaders,
  address: string | undefined,
  { body, type }: KeptAnswer,
  isKept: boolean,
): boolean {
  if (body.length < LEAST_BYTES || !TEXTS.test(type) || !wantsGzip(headers)) return false;
  return isKept || !isLoopback(address?.replace(/^::ffff:/, '') ?? '');
}

export const knownPacked = (body: Buffer): Buffer | undefined => packed.get(body);

export async function packedBytes(response: Response, body: Buffer): Promise<Buffer> {
  response.setHeader('Content-Encoding', 'gzip');
  const known = packed.get(body);
  if (known !== undefined) return known;
  const bytes = await pack(body, LEVEL);
  packed.set(body, bytes);
  return bytes;
}

/** For an answer that is streamed; undefined where the client takes it as it is only. */
export function packingStream(request: Request, response: Response): Gzip | undefined {
  response.vary('Accept-Encoding');
  if (!wantsGzip(request.headers)) return undefined;
  response.setHeader('Content-Encoding', 'gzip');
  return createGzip(LEVEL);
}
