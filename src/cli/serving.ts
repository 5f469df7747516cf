// Serves until SIGTERM or SIGINT, then lets what is at work end.
import { startService } from '../app.ts';
import type { Config } from '../config.ts';
import { AppError } from '../domain/errors.ts';

export async function serveUntilSignal(config: Config): Promise<void> {
  const running = await startService(config, () => () => {
    throw new AppError('StoreUnavailable', 'Documents cannot be taken in by the API yet; use `plenary build`.');
  });
  console.log(`Plenary serves ${running.address} (API: /docs, stop: Ctrl-C)`);
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  console.log(`${signal}: finishing what is at work`);
  await running.stop();
}
