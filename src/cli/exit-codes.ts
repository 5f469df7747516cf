// What the command line's exit codes mean.
export const EXIT = {
  done: 0,
  checkFailed: 1,
  badUsage: 2,
  setAside: 3,
  stoppedEarly: 4,
} as const;
