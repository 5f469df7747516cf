// Compression where it pays: texts above one packet, packed once and kept beside the answer that they are the bytes of.
import type { Request, Response } from 'express';
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

const wantsGzip = (request: Request): boolean =>
  request.headers['accept-encoding'] !== undefined && request.acceptsEncodings(['gzip', 'identity']) === 'gzip';

/** The answer of a query is packed for those only who are far away: on one machine it would cost more than it saves. */
export function paysToPack(request: Request, { body, type }: KeptAnswer, isKept: boolean): boolean {
  if (body.length < LEAST_BYTES || !TEXTS.test(type) || !wantsGzip(request)) return false;
  return isKept || !isLoopback(request.ip?.replace(/^::ffff:/, '') ?? '');
}

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
  if (!wantsGzip(request)) return undefined;
  response.setHeader('Content-Encoding', 'gzip');
  return createGzip(LEVEL);
}
