// Bodies: read whole within their limit, JSON no deeper than allowed, before any schema sees them.
import express, { type Request, type RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Nesting of a JSON text, counted on its bytes: a bomb is refused before it is parsed. */
export function jsonDepth(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (isInString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return deepest;
}

const texts = new WeakMap<IncomingMessage, string>();

/** The JSON body as it was sent; it tells 1 from 1.0. */
export const jsonText = (request: Request): string => texts.get(request) ?? JSON.stringify(request.body);

export function readJson(maxBytes: number, maxDepth: number, types: readonly string[]): RequestHandler {
  return express.json({
    limit: maxBytes,
    type: [...types],
    strict: false,
    verify: (request, _response, bytes, encoding) => {
      if (encoding === 'utf-8') texts.set(request, bytes.toString('utf8'));
      if (jsonDepth(bytes) > maxDepth)
        // The parser writes a status onto what is thrown here, so it must be an error of no class of ours.
        throw new Error(`The JSON is nested deeper than ${maxDepth} levels; send it flatter.`);
    },
  });
}

/** Any other body, as bytes. */
export const readBytes = (maxBytes: number): RequestHandler =>
  express.raw({ limit: maxBytes, type: (request) => !isJson(request.headers['content-type']), inflate: false });

export const isJson = (contentType: string | undefined): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');
