// `plenary backup`: a copy of the embedded store in one file, while it is in use.
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { backupStore } from '../../adapters/stores/backup.ts';
import { storeAccess, withStore } from '../store-option.ts';

export function register(program: Command): void {
  const command = program
    .command('backup')
    .description(
      'Copy the store into one file, also while it is written; put it back as plenary.sqlite in an empty folder',
    )
    .argument('<file>', 'where to write the copy; it must not exist yet');
  withStore(command).action((file: string, options: Record<string, unknown>) => {
    backupStore(storeAccess(options).url, resolve(file));
    console.log(`Backed up to ${file}.`);
  });
}
