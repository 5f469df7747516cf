// `plenary mcp`: tools for agents on standard input and output.
import type { Command } from 'commander';
import { serveStdio } from '../../mcp/stdio.ts';
import type { Read } from '../../query/rows.ts';
import { SCHEMA } from '../../schema/index.ts';
import { VERSION } from '../../version.ts';
import { configOf, withSettings } from '../settings.ts';
import { withOpenStore } from '../store-option.ts';

export function register(program: Command): void {
  const command = program.command('mcp').description('Serve tools for agents on standard input and output');
  withSettings(command, ['store', 'queryTimeoutMs', 'queryMaxRows', 'queryMaxBytes']).action(
    async (options: Record<string, unknown>) => {
      const { queryTimeoutMs: timeoutMs, queryMaxRows: maxRows, queryMaxBytes: maxBytes } = configOf(options);
      const limits = { timeoutMs, maxRows, maxBytes };
      await withOpenStore(options, (store) => {
        const ask: Read = (cypher, parameters, own) => store.read(cypher, parameters, { ...limits, ...own });
        return serveStdio({ read: ask, ask, store, schema: SCHEMA }, VERSION);
      });
    },
  );
}
