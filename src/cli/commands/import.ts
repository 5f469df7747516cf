// `plenary import`: reads a canonical JSON Lines export into a store; the graph is derived again, nothing is lost.
import type { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readJsonl } from '../../adapters/exports/jsonl.ts';
import { openStore } from '../../adapters/stores/open.ts';
import { AppError } from '../../domain/errors.ts';
import { documentId } from '../../domain/ids.ts';
import type { DocumentCommit, GraphStore } from '../../ports/graph-store.ts';
import { claimFaults } from '../../projection/audit.ts';
import { storeAccess, withStore } from '../store-option.ts';
import { counted } from '../terminal.ts';

/** Documents a transaction. */
const BATCH = 50;

export function register(program: Command): void {
  const command = program
    .command('import')
    .description('Read a JSON Lines export into the store (it is created where there is none)')
    .argument('<file>', 'what `plenary export --format jsonl` wrote; - reads standard input')
    .option('--format <format>', 'the format of the file', 'jsonl');
  withStore(command).action(async (file: string, options: { readonly format: string } & Record<string, unknown>) => {
    if (options.format !== 'jsonl') throw new AppError('InvalidInput', 'Only jsonl can be imported: export it so.');
    const { url, login } = storeAccess(options);
    const store = await openStore(url, { create: true, own: true, ...login });
    try {
      const added = await importInto(store, linesOf(file));
      console.log(`${counted(added, 'document')} imported.`);
    } finally {
      await store.close();
    }
  });
}

async function importInto(store: GraphStore, lines: AsyncIterable<string>): Promise<number> {
  let waiting: DocumentCommit[] = [];
  let added = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) added += (await store.commit(waiting)).added.length;
    waiting = [];
  };
  for await (const { document, judgement } of readJsonl(lines)) {
    if (document !== undefined) waiting.push(checked(document));
    if (waiting.length >= BATCH) await flush();
    if (judgement !== undefined) {
      await flush();
      await store.judge(judgement);
    }
  }
  await flush();
  return added;
}

/** A file may have been changed on its way: nothing enters that its own bytes and text do not bear out. */
function checked(commit: DocumentCommit): DocumentCommit {
  const { document } = commit.claims;
  const faults = documentId(commit.bytes) === document.id ? claimFaults(commit.claims) : ['its bytes are not its own'];
  if (faults.length === 0) return commit;
  throw new AppError(
    'InvalidInput',
    `Document ${document.id} of the export is damaged (${faults[0]!}): export it again.`,
  );
}

async function* linesOf(file: string): AsyncIterable<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (cause) {
    if (cause instanceof AppError || (cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new AppError('InvalidInput', 'The file cannot be read: check its name and permissions.', { cause });
  }
}
