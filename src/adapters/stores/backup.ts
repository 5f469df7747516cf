// A copy of an embedded store while it is in use.
import { rmSync } from 'node:fs';
import { AppError } from '../../domain/errors.ts';
import { guarded, openForReading, prepareFolder } from './embedded/database.ts';
import { folderOf, isFileUrl } from './store-url.ts';

/** One consistent state of the store, whatever is written meanwhile; the copy appears whole or not at all. */
export function backupStore(url: string, file: string): Promise<void> {
  if (!isFileUrl(url))
    throw new AppError(
      'Unsupported',
      'Only the embedded store is backed up here: use neo4j-admin, or `plenary export --format jsonl`.',
    );
  const folder = folderOf(url);
  prepareFolder(folder, false);
  const database = openForReading(folder);
  try {
    guarded(() => database.prepare('VACUUM INTO ?').run(file));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    database.close();
  }
  return Promise.resolve();
}
