// Opens the SQLite file and turns SQLite's failures into sentences.
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../../domain/errors.ts';
import { FORMAT } from '../graph-model.ts';
import { TABLES } from './tables.ts';

export const TRUTH_FILE = 'plenary.sqlite';
/** How long a statement waits for another process's transaction. */
const BUSY_TIMEOUT_MS = 10_000;

export function prepareFolder(folder: string, create: boolean): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory())
    throw new AppError('InvalidInput', 'The store is a file, not a folder: name a folder that Plenary may fill.');
  try {
    if (create) makeFolder(folder);
    if (create || found !== undefined)
      accessSync(folder, create ? constants.R_OK | constants.W_OK : constants.R_OK | constants.X_OK);
  } catch (cause) {
    const may = create ? 'written' : 'read';
    const message = `The store folder cannot be ${may}: change its permissions or name another folder.`;
    throw new AppError('Forbidden', message, { cause });
  }
  if (!create && !existsSync(join(folder, TRUTH_FILE)))
    throw new AppError(
      'NotFound',
      'There is no store in this folder: run `plenary build` first, or name another folder.',
    );
}

/** One folder at a time: the recursive mkdir of Node never ends where the system answers ENOENT to a new folder. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

/** For who owns the store, or for who asks it and may write later; a folder that only may be read is opened so. */
export function openDatabase(folder: string): DatabaseSyncInstance {
  if (isSealed(folder)) return openForReading(folder);
  return guarded(() => {
    const database = new DatabaseSync(join(folder, TRUTH_FILE));
    return closedOnFailure(database, () => {
      const format = formatOf(database);
      database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
      if (format < FORMAT) createTables(database);
    });
  });
}

/** Without the right to write: for the thread that only reads the claims, and for a folder that only may be read. */
export function openForReading(folder: string, sealed = isSealed(folder)): DatabaseSyncInstance {
  const file = join(folder, TRUTH_FILE);
  // SQLite reads a log through a file of its own beside it; where it cannot make one, nobody here writes a log either.
  const place = pathToFileURL(file);
  if (sealed && !existsSync(`${file}-wal`)) place.search = 'immutable=1';
  return guarded(() => {
    const database = new DatabaseSync(place, { readOnly: true });
    return closedOnFailure(database, () => formatOf(database));
  }, 'The store cannot be read: change its permissions, or copy it to a folder of yours.');
}

/** A folder that is there and that we may not write: of somebody else, or on a disk that is only read. */
function isSealed(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

function closedOnFailure(database: DatabaseSyncInstance, prepare: () => void): DatabaseSyncInstance {
  try {
    database.exec(`PRAGMA busy_timeout=${BUSY_TIMEOUT_MS}`);
    prepare();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** One transaction: all or nothing. */
export function transaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  return guarded(() => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  });
}

function formatOf(database: DatabaseSyncInstance): number {
  const { user_version: format } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (format > FORMAT)
    throw new AppError('Unsupported', 'A newer Plenary wrote this store: update Plenary, or name another folder.');
  return format;
}

function createTables(database: DatabaseSyncInstance): void {
  database.exec('BEGIN IMMEDIATE');
  database.exec(TABLES);
  database.exec(`PRAGMA user_version=${FORMAT}`);
  database.exec('COMMIT');
}

const NOT_WRITTEN = 'The store cannot be written: change the permissions of its folder.';

/** SQLite's primary result codes, which the message of a failure starts with or its `errcode` holds. */
const FAILURES: readonly (readonly [RegExp, 'Conflict' | 'Forbidden' | 'StoreUnavailable', string?])[] = [
  [/locked|busy/i, 'Conflict', 'Another process is writing this store: wait until it is done, or stop it.'],
  [/readonly|read-only|unable to open/i, 'Forbidden'],
  [
    /full|disk I\/O/i,
    'StoreUnavailable',
    'The disk of the store is full or failing: free some space and run it again.',
  ],
  [
    /malformed|not a database|corrupt/i,
    'StoreUnavailable',
    'The store is damaged: restore a backup, or delete the folder and build it again.',
  ],
];

/** @param forbidden what to do where the system does not let us at the file */
export function guarded<T>(work: () => T, forbidden = NOT_WRITTEN): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    const known = FAILURES.find(([pattern]) => pattern.test(message));
    if (known === undefined) throw cause;
    throw new AppError(known[1], known[2] ?? forbidden, { cause });
  }
}
