// `plenary backup`: a copy of the embedded store in one file, while it is in use.
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backupStore } from '../../adapters/stores/backup.ts';
import { AppError } from '../../domain/errors.ts';
import { storeAccess, withStore } from '../store-option.ts';

export function register(program: Command): void {
  const command = program
    .command('backup')
    .description(
      'Copy the store into one file, also while it is written; put it back as plenary.sqlite in an empty folder',
    )
    .argument('<file>', 'where to write the copy; it must not exist yet');
  withStore(command).action(async (file: string, options: Record<string, unknown>) => {
    if (existsSync(file)) throw new AppError('InvalidInput', 'The file exists already: name one that does not.');
    await backupStore(storeAccess(options).url, resolve(file));
    console.log(`Backed up to ${file}.`);
  });
}
