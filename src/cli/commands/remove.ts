// `plenary remove`: takes a source or a document out of the store, and with it what only it supported.
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { CommitReport, GraphStore } from '../../ports/graph-store.ts';
import { withOpenStore, withStore } from '../store-option.ts';

export function register(program: Command): void {
  const command = program
    .command('remove')
    .description('Take a document out of the store, with all that only it supported')
    .argument('<reference>', 'path or address that it was read from, or its id')
    .option('--json', 'print the report as JSON');
  withStore(command).action(
    async (reference: string, options: { readonly json?: boolean } & Record<string, unknown>) => {
      const report = await withOpenStore(options, (store) => removeByAnyName(store, reference));
      if (options.json === true) console.log(JSON.stringify(report));
      else if (report.removed.length === 0)
        console.log('The source is gone; its document stays, other sources have it too.');
      else console.log(`Removed document ${report.removed.join(', ')}.`);
    },
  );
}

/** A path is stored whole; on the command line it may be relative. */
async function removeByAnyName(store: GraphStore, reference: string): Promise<CommitReport> {
  try {
    return await store.remove(reference);
  } catch (error) {
    const whole = resolve(reference);
    if (!(error instanceof AppError) || error.code !== 'NotFound') throw error;
    if (whole === reference && !existsSync(whole)) throw error;
    return await store.remove(whole);
  }
}
