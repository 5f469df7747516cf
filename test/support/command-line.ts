// The command line in a process of its own, as a shell starts it.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export const REPOSITORY = join(import.meta.dirname, '..', '..');

/** What Node is given to run the command line from its sources. */
export const SOURCES: readonly string[] = [
  '--import',
  import.meta.resolve('tsx'),
  join(REPOSITORY, 'src', 'cli', 'main.ts'),
];

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  /** What Node is given in place of the sources. */
  readonly program?: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Words of the shell that are run before, in the same process: `ulimit -f 2`. */
  readonly first?: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** So far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly finished: Promise<Finished>;
}

export function start(argv: readonly string[], circumstances: Circumstances = {}): Started {
  const { program = SOURCES, cwd = REPOSITORY, env = {}, input = '', first } = circumstances;
  const node = [process.execPath, ...program, ...argv];
  const [command, ...words] = first === undefined ? node : ['sh', '-c', `${first}; exec "$@"`, 'sh', ...node];
  const child = spawn(command!, words, {
    cwd,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(REPOSITORY, 'tsconfig.json'), ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  child.stdin.end(input);
  const finished = new Promise<Finished>((resolve) =>
    child.once('close', (status) => resolve({ status, stdout, stderr })),
  );
  return { child, stdout: () => stdout, stderr: () => stderr, finished };
}

export const plenary = (argv: readonly string[], circumstances?: Circumstances): Promise<Finished> =>
  start(argv, circumstances).finished;
