// `plenary build`: reads files and folders into the store and says what came of each.
import type { Command } from 'commander';
import { openStore } from '../../adapters/stores/open.ts';
import { AppError } from '../../domain/errors.ts';
import { ingest, type IngestReport } from '../../ingest/index.ts';
import type { GraphStore, StoreStats } from '../../ports/graph-store.ts';
import { makeProgress } from '../build-progress.ts';
import { printReport, toSummary } from '../build-report.ts';
import { EXIT } from '../exit-codes.ts';
import { EXIT_INTERRUPTED, onInterruption } from '../interruption.ts';
import { storeAccess, withStore } from '../store-option.ts';

interface BuildOptions extends Readonly<Record<string, unknown>> {
  readonly workers?: number;
  readonly json?: boolean;
}

function wholeNumber(text: string): number {
  const workers = Number(text);
  if (!Number.isInteger(workers) || workers < 1 || workers > 256) {
    throw new AppError('InvalidInput', 'Give --workers a whole number from 1 to 256.');
  }
  return workers;
}

export function register(program: Command): void {
  const command = program
    .command('build')
    .description('Read documents into the store: TXT, MD, HTML, PDF, DOCX and EML; what has not changed is skipped')
    .argument('<paths...>', 'files and folders')
    .option('--workers <number>', 'worker threads', wholeNumber)
    .option('--json', 'print one JSON summary');
  withStore(command).action(async (paths: string[], options: BuildOptions) => {
    process.exitCode = await build(paths, options);
  });
}

async function build(paths: readonly string[], options: BuildOptions): Promise<number> {
  const { url, login } = storeAccess(options);
  const store = await openStore(url, { create: true, own: true, ...login });
  try {
    const { report, stats } = await buildInto(store, paths, options);
    if (options.json === true) console.log(JSON.stringify(toSummary(report, stats), null, 2));
    else printReport(report, stats);
    if (report.interrupted) return EXIT_INTERRUPTED;
    return report.setAside.length > 0 ? EXIT.setAside : EXIT.done;
  } finally {
    await store.close();
  }
}

/** Ctrl-C once: what is at work is finished and committed. */
export async function buildInto(
  store: GraphStore,
  paths: readonly string[],
  options: BuildOptions,
): Promise<{ readonly report: IngestReport; readonly stats: StoreStats }> {
  const stop = new AbortController();
  const progress = makeProgress(options.json === true);
  const giveBack = onInterruption(() => {
    stop.abort();
    progress.end();
    console.error('plenary: Finishing the documents at work; what was read is kept, and the same command goes on.');
  });
  try {
    const report = await ingest(store, paths, {
      ...(options.workers !== undefined && { workers: options.workers }),
      signal: stop.signal,
      onStart: (files) => progress.start(files),
      onOutcome: (outcome) => progress.show(outcome),
    });
    progress.end();
    return { report, stats: await store.stats() };
  } finally {
    progress.end();
    giveBack();
  }
}
