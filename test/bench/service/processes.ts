// The processes of the service bench: each pinned to one core where the system can, and asked for the CPU time it used.
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export interface Measured<T> {
  readonly ready: T;
  /** Seconds of CPU time since the process began. */
  cpuSeconds(): Promise<number>;
  /** Resident. */
  megabytes(): Promise<number>;
  stop(): Promise<void>;
}

export interface Usage {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** What a measured process says of itself. */
export function ownUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, megabytes: process.memoryUsage().rss / 2 ** 20 };
}

const canPin = process.platform === 'linux' && spawnSync('taskset', ['-V']).status === 0;

/** @param greeting sent to the process, where it waits for one */
export async function measured<T>(file: string, args: readonly string[], greeting?: object): Promise<Measured<T>> {
  const child = fork(join(import.meta.dirname, file), [...args], { execArgv: ['--import', 'tsx'] });
  if (greeting !== undefined) child.send(greeting);
  const ready = (await nextMessage(child)) as T;
  // All threads of the service share the last core; who sends the load has the others.
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', String(availableParallelism() - 1), String(child.pid)]);
  const usage = async (): Promise<Usage> => {
    const answer = nextMessage(child);
    child.send('usage');
    return (await answer) as Usage;
  };
  return {
    ready,
    cpuSeconds: async () => (await usage()).cpuSeconds,
    megabytes: async () => (await usage()).megabytes,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The process ended with ${code}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** The load comes from the first core, where there are several. */
export function pinSelf(): void {
  if (canPin && availableParallelism() > 1)
    spawnSync('taskset', ['-a', '-p', '-c', `0-${availableParallelism() - 2}`, String(process.pid)]);
}
