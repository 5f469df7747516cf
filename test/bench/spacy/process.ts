// spaCy in a process of its own, one thread, asked for one pass over some texts at a time.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `stock`: the pipeline as it is published; `full`: tags, parse and names; `parse`: tags and parse; `names`: names alone. */
export type SpacyTask = 'stock' | 'full' | 'parse' | 'names';

const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', BLIS_NUM_THREADS: '1' };

export class SpacyProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(texts: readonly string[]) {
    const python = process.env['PLENARY_PYTHON'] ?? 'python3';
    const script = join(import.meta.dirname, '..', '..', '..', 'scripts', 'model', 'speed.py');
    this.#child = spawn(python, [script], { env: { ...process.env, ...ONE_THREAD, PYTHONDONTWRITEBYTECODE: '1' } });
    this.#child.on('error', () => undefined);
    this.#child.stdin.on('error', () => undefined);
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
    this.use(texts);
  }

  /** False where there is no Python with spaCy. */
  async isReady(): Promise<boolean> {
    return (await this.#lines.next()).value === 'ready';
  }

  /** The texts of the passes from now on. */
  use(texts: readonly string[]): void {
    this.#child.stdin.write(`${JSON.stringify(texts)}\n`);
  }

  /** CPU seconds of one pass. */
  pass(task: SpacyTask): Promise<number> {
    return this.#ask(task);
  }

  countSentences(): Promise<number> {
    return this.#ask('sentences');
  }

  async #ask(question: string): Promise<number> {
    this.#child.stdin.write(`${question}\n`);
    return Number((await this.#lines.next()).value);
  }

  stop(): void {
    this.#child.kill();
  }
}
