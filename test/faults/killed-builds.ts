// A build in a process of its own that is killed at some moment, and what it had acknowledged by then.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** As many as are asked for of each store; PLENARY_CRASH_ROUNDS looks further. */
export const ROUNDS = Number(process.env['PLENARY_CRASH_ROUNDS'] ?? 40);

/**
 * Runs a program that says each acknowledged document on a line of its own, and kills it some milliseconds after its
 * first word.
 */
export async function killedBuild(
  program: string,
  args: readonly string[],
  killAfterMs: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const first = new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      resolve();
    });
  });
  await Promise.race([first, gone]);
  await sleep(killAfterMs);
  child.kill('SIGKILL');
  await gone;
  return said
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'done');
}

/** Moments spread over the time that a few commits take; the same in every run. */
export const killMoment = (round: number, spreadMs: number): number => (round * 37) % spreadMs;
