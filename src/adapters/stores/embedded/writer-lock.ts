// The one writer of an embedded store: a lock that names its owner and that the system lets go when the owner dies.
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../../domain/errors.ts';
import { guarded } from './database.ts';

const LOCK_FILE = 'writer.lock';
const OWNER_FILE = 'writer.txt';

/**
 * The lock is an open write transaction of an empty SQLite file: the kernel drops it with the process, so there is
 * never a stale lock to judge. The owner's name lies beside it.
 * @throws AppError Conflict, or Forbidden where we may not write the folder
 */
export class WriterLock {
  private readonly database: DatabaseSyncInstance;

  constructor(folder: string) {
    this.database = guarded(() => new DatabaseSync(join(folder, LOCK_FILE)));
    try {
      guarded(() => this.database.exec('BEGIN IMMEDIATE'));
    } catch (cause) {
      this.database.close();
      if (!(cause instanceof AppError) || cause.code !== 'Conflict') throw cause;
      throw new AppError('Conflict', `${ownerOf(folder)} is writing this store: wait until it is done, or stop it.`, {
        cause,
      });
    }
    writeFileSync(join(folder, OWNER_FILE), `Process ${process.pid} on ${hostname()}`);
  }

  release(): void {
    this.database.close();
  }
}

function ownerOf(folder: string): string {
  try {
    return readFileSync(join(folder, OWNER_FILE), 'utf8');
  } catch {
    return 'Another process'; // it has just taken the lock: its name is not there yet
  }
}
