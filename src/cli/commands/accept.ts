// `plenary accept`: puts proposed claims that a person has read into the graph.
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { withAccepted } from '../../ingest/accepted-proposals.ts';
import type { Proposals } from '../../ports/extractor.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { withOpenStore, withStore } from '../store-option.ts';
import { counted } from '../terminal.ts';

/** Only what the checks of acceptance do not look at themselves. */
const proposalsFile = z.object({
  documentId: z.string(),
  proposer: z.string(),
  complete: z.boolean(),
  entities: z.array(z.object({ id: z.string() }).loose()),
  claims: z.array(z.object({ id: z.string() }).loose()),
  rejected: z.array(z.object({}).loose()),
});

interface AcceptOptions extends Record<string, unknown> {
  readonly claim?: readonly string[];
  readonly all?: boolean;
}

export function register(program: Command): void {
  const command = program
    .command('accept')
    .description('Put claims that a model proposed, and you have read, into the graph')
    .argument('<file>', 'what `plenary propose` printed')
    .option('--claim <ids...>', 'ids of the claims to accept')
    .option('--all', 'accept every claim of the file');
  withStore(command).action(async (file: string, options: AcceptOptions) => {
    const proposals = readProposals(file);
    const ids = options.all === true ? proposals.claims.map((claim) => claim.id) : (options.claim ?? []);
    if (ids.length === 0) throw new AppError('InvalidInput', 'Say which: --claim <id> …, or --all.');
    await withOpenStore(options, (store) => accept(store, proposals, new Set(ids)));
    console.log(`Accepted ${counted(new Set(ids).size, 'claim')}.`);
  });
}

async function accept(store: GraphStore, proposals: Proposals, ids: ReadonlySet<string>): Promise<void> {
  const stored = await store.document(proposals.documentId);
  if (stored === undefined)
    throw new AppError('NotFound', 'The document of these proposals is not in the store: build it first.');
  const claims = withAccepted(stored.claims, proposals, ids);
  await store.commit(stored.sources.map((source) => ({ claims, bytes: stored.bytes, source })));
}

function readProposals(file: string): Proposals {
  try {
    return proposalsFile.parse(JSON.parse(readFileSync(file, 'utf8'))) as unknown as Proposals;
  } catch (cause) {
    throw new AppError('InvalidInput', 'This is not what `plenary propose` prints: give its file as it is.', { cause });
  }
}
