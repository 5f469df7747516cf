// Opens the store that a URL names: a folder on this machine, or a Neo4j server.
import { AppError } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { EmbeddedStore } from './embedded/embedded-store.ts';
import { Neo4jStore } from './neo4j/neo4j-store.ts';
import { folderOf, isFileUrl, isNeo4jUrl, neo4jAddress } from './store-url.ts';

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

/** @throws AppError with one sentence that says what to do */
export async function openStore(url = 'file:./plenary-data', options: OpenOptions = {}): Promise<GraphStore> {
  const { create = true, own = false } = options;
  if (isFileUrl(url)) return new EmbeddedStore(folderOf(url), { create, own });
  if (isNeo4jUrl(url)) return await openNeo4j(url, create, options);
  throw new AppError('InvalidInput', 'Name the store as file:<folder>, neo4j://<host> or bolt://<host>.');
}

async function openNeo4j(url: string, create: boolean, options: OpenOptions): Promise<GraphStore> {
  const { env } = process;
  const address = neo4jAddress(url);
  const user = options.user ?? address.user ?? env['NEO4J_USER'] ?? env['NEO4J_USERNAME'] ?? 'neo4j';
  const password = options.password ?? address.password ?? env['NEO4J_PASSWORD'];
  if (password === undefined)
    throw new AppError(
      'Unauthenticated',
      'Neo4j needs a password: set NEO4J_PASSWORD (and NEO4J_USER if it is not neo4j).',
    );
  const database = options.database ?? env['NEO4J_DATABASE'];
  return await Neo4jStore.open(address.url, { user, password, ...(database ? { database } : {}) }, create);
}
