// Ctrl-C and SIGTERM: the first asks what is at work to come to its end, the next ends the process.

/** One key press may come twice, from the terminal and from npm, which passes it on. */
const SAME_PRESS_MS = 500;

/** What a shell gives a program that Ctrl-C ended. */
export const EXIT_INTERRUPTED = 130;

/** @returns what gives the signals back to the system */
export function onInterruption(stop: (signal: NodeJS.Signals) => void): () => void {
  let firstAt: number | undefined;
  const heard = (signal: NodeJS.Signals): void => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      stop(signal);
    } else if (performance.now() - firstAt > SAME_PRESS_MS) {
      giveBack();
      process.kill(process.pid, signal);
    }
  };
  const giveBack = (): void => {
    process.removeListener('SIGINT', heard);
    process.removeListener('SIGTERM', heard);
  };
  process.on('SIGINT', heard);
  process.on('SIGTERM', heard);
  return giveBack;
}
