// A copy of an embedded store while it is in use.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { AppError } from '../../domain/errors.ts';
import { guarded, openForReading, prepareFolder } from './embedded/database.ts';
import { folderOf, isFileUrl } from './store-url.ts';

/** One consistent state of the store, whatever is written meanwhile; the copy appears whole or not at all. */
export function backupStore(url: string, file: string): void {
  if (!isFileUrl(url))
    throw new AppError(
      'Unsupported',
      'Only the embedded store is backed up here: use neo4j-admin, or `plenary export --format jsonl`.',
    );
  if (existsSync(file)) throw new AppError('InvalidInput', 'The file exists already: name one that does not.');
  const folder = folderOf(url);
  prepareFolder(folder, false);
  const database = openForReading(folder);
  // A name that nobody else uses: a copy that is cut short is never taken for a backup.
  const part = `${file}.${process.pid}.part`;
  try {
    guarded(() => database.prepare('VACUUM INTO ?').run(part));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    database.close();
  }
}
