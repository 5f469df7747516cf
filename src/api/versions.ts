// The version of the graph in headers: what an answer is labelled with, and what a caller has already.

/** A key may see what another may not, and an answer is packed or not. */
export const VARY = 'Accept, Accept-Encoding, Authorization';

export const versionHeaders = (version: string): [string, string][] => [
  ['ETag', `W/"${version}"`],
  ['Cache-Control', 'private, no-cache'],
  ['Vary', VARY],
];

/** What an answer is kept under. */
export const questionOf = (accept: string | undefined, url: string): string => `${accept ?? ''} ${url}`;

/** Express's own check gives way to a `Cache-Control: no-cache` that clients add unasked. */
export function hasVersion(known: string | undefined, version: string): boolean {
  if (known === undefined) return false;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return known.trim() === '*' || known.split(',').some((tag) => bare(tag) === `"${version}"`);
}
