// `plenary start`, which is `npm start`: builds the demo corpus where it has changed, then serves it.
import type { Command } from 'commander';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../adapters/stores/open.ts';
import { printReport } from '../build-report.ts';
import { EXIT_INTERRUPTED } from '../interruption.ts';
import { serveUntilSignal } from '../serving.ts';
import { configOf, withSettings } from '../settings.ts';
import { buildInto } from './build.ts';

const CORPUS = fileURLToPath(new URL('../../../seeds/corpus', import.meta.url));

export function register(program: Command): void {
  withSettings(
    program.command('start').description('Build the demo corpus and serve it (what `npm start` does)'),
  ).action(async (options: Record<string, unknown>) => {
    const config = configOf(options);
    const store = await openStore(config.store);
    const { report, stats } = await buildInto(store, [CORPUS], {});
    printReport(report, stats);
    if (report.interrupted) {
      await store.close();
      process.exitCode = EXIT_INTERRUPTED;
      return;
    }
    await serveUntilSignal(config, store);
  });
}
