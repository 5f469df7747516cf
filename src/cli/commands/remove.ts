// `plenary remove`: takes a source or a document out of the store, and with it what only it supported.
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { CommitReport, GraphStore } from '../../ports/graph-store.ts';
import { withOpenStore, withStore } from '../store-option.ts';
import { unknownDocument } from '../unknown-document.ts';

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
  for (const name of new Set([reference, resolve(reference)])) {
    try {
      return await store.remove(name);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'NotFound') throw error;
    }
  }
  throw unknownDocument();
}
