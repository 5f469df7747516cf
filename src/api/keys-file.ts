// Where the API keys of a store lie: beside an embedded store, or where the service of a remote one is started.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';

export function keysFileOf(config: Pick<Config, 'keysFile' | 'store'>): string {
  if (config.keysFile !== undefined) return config.keysFile;
  if (!config.store.startsWith('file:')) return 'plenary-keys.json';
  const folder = config.store.startsWith('file://') ? fileURLToPath(config.store) : config.store.slice('file:'.length);
  return join(folder, 'api-keys.json');
}
