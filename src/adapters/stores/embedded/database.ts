// Opens the SQLite file and turns SQLite's failures into sentences.
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  if (!create && !existsSync(join(folder, TRUTH_FILE)))
    throw new AppError(
      'NotFound',
      'There is no store in this folder: run `plenary build` first, or name another folder.',
    );
  try {
    if (create) makeFolder(folder);
    accessSync(folder, create ? constants.R_OK | constants.W_OK : constants.R_OK);
  } catch (cause) {
    throw new AppError(
      'Forbidden',
      'The store folder cannot be written: change its permissions or name another folder.',
      {
        cause,
      },
    );
  }
}

/** One folder at a time: the recursive mkdir of Node never ends where the system answers ENOENT to a new folder. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

export function openDatabase(folder: string): DatabaseSyncInstance {
  return guarded(() => {
    const database = new DatabaseSync(join(folder, TRUTH_FILE));
    try {
      database.exec(`PRAGMA busy_timeout=${BUSY_TIMEOUT_MS}`);
      const format = formatOf(database);
      if (format > FORMAT)
        throw new AppError('Unsupported', 'A newer Plenary wrote this store: update Plenary, or name another folder.');
      database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
      if (format < FORMAT) createTables(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Without the right to write: for the thread that only reads the claims. */
export function openForReading(folder: string): DatabaseSyncInstance {
  return guarded(() => {
    const database = new DatabaseSync(join(folder, TRUTH_FILE), { readOnly: true });
    database.exec(`PRAGMA busy_timeout=${BUSY_TIMEOUT_MS}`);
    return database;
  });
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
  return format;
}

function createTables(database: DatabaseSyncInstance): void {
  database.exec('BEGIN IMMEDIATE');
  database.exec(TABLES);
  database.exec(`PRAGMA user_version=${FORMAT}`);
  database.exec('COMMIT');
}

/** SQLite's primary result codes, which the message of a failure starts with or its `errcode` holds. */
const FAILURES: readonly (readonly [RegExp, 'Conflict' | 'Forbidden' | 'StoreUnavailable', string])[] = [
  [/locked|busy/i, 'Conflict', 'Another process is writing this store: wait until it is done, or stop it.'],
  [
    /readonly|read-only|unable to open/i,
    'Forbidden',
    'The store cannot be written: change the permissions of its folder.',
  ],
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

export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    const known = FAILURES.find(([pattern]) => pattern.test(message));
    if (known === undefined) throw cause;
    throw new AppError(known[1], known[2], { cause });
  }
}
