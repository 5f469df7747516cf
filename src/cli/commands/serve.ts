// `plenary serve`: the explorer and the API over one store, until a signal asks it to stop.
import type { Command } from 'commander';
import { serveUntilSignal } from '../serving.ts';
import { configOf, withSettings } from '../settings.ts';

export function register(program: Command): void {
  withSettings(program.command('serve').description('Serve the explorer and the API')).action(
    async (options: Record<string, unknown>) => {
      await serveUntilSignal(configOf(options));
    },
  );
}
