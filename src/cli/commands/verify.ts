// `plenary verify`: proves that each quote stands in its document and that the graph says what the documents say.
import type { Command } from 'commander';
import { readDocument } from '../../adapters/readers/index.ts';
import { verifyStore } from '../../adapters/verification/verify-store.ts';
import { EXIT } from '../exit-codes.ts';
import { withOpenStore, withStore } from '../store-option.ts';
import { counted } from '../terminal.ts';

/** Enough to see what is wrong; --json lists them all. */
const FAULTS_SHOWN = 50;

export function register(program: Command): void {
  const command = program
    .command('verify')
    .description('Prove that every quote stands in its document and every fact has its claims; 1 and a list otherwise')
    .option('--json', 'print one JSON report with every fault');
  withStore(command).action(async (options: { readonly json?: boolean } & Record<string, unknown>) => {
    const report = await withOpenStore(options, (store) => verifyStore(store, readDocument));
    const { documents, claims, quotes, faults } = report;
    if (options.json === true) console.log(JSON.stringify(report, null, 2));
    else {
      for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(fault);
      if (faults.length > FAULTS_SHOWN) console.log(`… and ${faults.length - FAULTS_SHOWN} more (see --json)`);
      const sound = faults.length === 0 ? 'all sound' : counted(faults.length, 'fault');
      console.log(
        `${counted(documents, 'document')}, ${counted(claims, 'claim')}, ${counted(quotes, 'quote')}: ${sound}`,
      );
    }
    process.exitCode = faults.length === 0 ? EXIT.done : EXIT.checkFailed;
  });
}
