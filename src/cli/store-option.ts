// The store that a command reads: the same setting as the service's, by flag, environment or file.
import type { Command } from 'commander';
import { openStore } from '../adapters/stores/open.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { configOf, withSettings } from './settings.ts';

export const withStore = (command: Command): Command => withSettings(command, ['store', 'neo4jUser', 'neo4jPassword']);

/** Address and login of the store that the options name. */
export function storeAccess(options: Readonly<Record<string, unknown>>): {
  readonly url: string;
  readonly login: { readonly user?: string; readonly password?: string };
} {
  const { store: url, neo4jUser: user, neo4jPassword: password } = configOf(options);
  return { url, login: { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) } };
}

/** @throws AppError where there is no store */
export async function withOpenStore<T>(
  options: Readonly<Record<string, unknown>>,
  use: (store: GraphStore) => Promise<T>,
): Promise<T> {
  const { url, login } = storeAccess(options);
  const store = await openStore(url, { create: false, ...login });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
