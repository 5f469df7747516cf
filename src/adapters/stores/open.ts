// Opens the store that a URL names: a folder on this machine, or a Neo4j server.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { EmbeddedStore } from './embedded/embedded-store.ts';
import { Neo4jStore } from './neo4j/neo4j-store.ts';

export const DEFAULT_STORE = 'file:./plenary-data';

export interface OpenOptions {
  /** Make the store where there is none (default), or say that there is none. */
  readonly create?: boolean;
  /** Keep all other writers out until the store is closed; without it each write locks the store for itself. */
  readonly own?: boolean;
  /** For Neo4j; the environment's NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE where nothing is said. */
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

const NEO4J_SCHEME = /^(neo4j|bolt)(\+s|\+ssc)?$/;

/** @throws AppError with one sentence that says what to do */
export async function openStore(url: string = DEFAULT_STORE, options: OpenOptions = {}): Promise<GraphStore> {
  const { create = true, own = false } = options;
  const scheme = /^([a-z0-9+]+):/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (scheme === 'file') return new EmbeddedStore(folderOf(url), { create, own });
  if (NEO4J_SCHEME.test(scheme)) return await Neo4jStore.open(...neo4jAddress(url, options), create);
  throw new AppError('InvalidInput', 'Name the store as file:<folder>, neo4j://<host> or bolt://<host>.');
}

/** `file:./data` is relative to the working folder; `file:///data` is a URL. */
function folderOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

/** The user may stand in the address; the driver wants it apart. */
function neo4jAddress(
  url: string,
  options: OpenOptions,
): [string, { user: string; password: string; database?: string }] {
  let address: URL;
  try {
    address = new URL(url);
  } catch (cause) {
    throw new AppError('InvalidInput', 'This is not the address of a Neo4j: write neo4j://<host>:7687.', { cause });
  }
  const environment = process.env;
  const user =
    options.user ??
    (decodeURIComponent(address.username) || environment['NEO4J_USER']) ??
    environment['NEO4J_USERNAME'];
  const password = options.password ?? (decodeURIComponent(address.password) || environment['NEO4J_PASSWORD']);
  if (password === undefined)
    throw new AppError(
      'Unauthenticated',
      'Neo4j needs a password: set NEO4J_PASSWORD (and NEO4J_USER if it is not neo4j).',
    );
  const database = options.database ?? environment['NEO4J_DATABASE'];
  address.username = '';
  address.password = '';
  return [address.href, { user: user ?? 'neo4j', password, ...(database === undefined ? {} : { database }) }];
}
