// Opens the store that a URL names: a folder on this machine, or a Neo4j server.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { EmbeddedStore } from './embedded/embedded-store.ts';

export const DEFAULT_STORE = 'file:./plenary-data';

export interface OpenOptions {
  /** Make the store where there is none (default), or say that there is none. */
  readonly create?: boolean;
  /** Keep all other writers out until the store is closed; without it each write locks the store for itself. */
  readonly own?: boolean;
}

/** @throws AppError with one sentence that says what to do */
export async function openStore(
  url: string = DEFAULT_STORE,
  { create = true, own = false }: OpenOptions = {},
): Promise<GraphStore> {
  const scheme = /^([a-z0-9+]+):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'file') return await Promise.resolve(new EmbeddedStore(folderOf(url), { create, own }));
  throw new AppError('InvalidInput', 'A store is named file:<folder>, neo4j://<host> or bolt://<host>.');
}

/** `file:./data` is relative to the working folder; `file:///data` is a URL. */
function folderOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}
