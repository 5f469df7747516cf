// `plenary query`: Cypher from an argument, from standard input, or line by line at a prompt.
import { Option, type Command } from 'commander';
import { readFileSync } from 'node:fs';
import type { QueryLimits, QueryResult } from '../../cypher/result.ts';
import { AppError } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { ask, parseParameter } from '../ask.ts';
import { EXIT } from '../exit-codes.ts';
import { prompt } from '../prompt.ts';
import { FORMATS, renderRows, type Format } from '../render-rows.ts';
import { withOpenStore, withStore } from '../store-option.ts';

interface QueryOptions {
  readonly format: Format;
  readonly param: Readonly<Record<string, unknown>>;
  readonly timeout: number;
  readonly maxRows: number;
}

const collect = (given: string, before: Record<string, unknown>): Record<string, unknown> => {
  const [name, value] = parseParameter(given);
  return { ...before, [name]: value };
};

export function wholeNumber(given: string): number {
  if (!/^\d{1,12}$/.test(given) || Number(given) === 0)
    throw new AppError('InvalidInput', `${given} must be a whole number above 0.`);
  return Number(given);
}

const UNITS_MS: Readonly<Record<string, number>> = { '': 1, ms: 1, s: 1_000, m: 60_000 };

/** `500`, `500ms`, `2s`, `1m`. */
function duration(given: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,9})(ms|s|m)?$/.exec(given) ?? [];
  if (Number(digits) === 0) throw new AppError('InvalidInput', `${given} is no time: write 500ms, 2s or 1m.`);
  return Number(digits) * UNITS_MS[unit]!;
}

export function register(program: Command): void {
  const command = program
    .command('query')
    .description('Ask the store in Cypher; without a query, read it from standard input or a prompt')
    .argument('[cypher]', 'the query; `-` reads standard input')
    .addOption(new Option('--format <format>', 'how rows are printed').choices(FORMATS).default('table'))
    .option('--param <name=value>', 'a parameter, JSON or text; repeat for several', collect, {})
    .option('--timeout <time>', 'stop the query after this time: 500ms, 2s, 1m', duration, 30_000)
    .option('--max-rows <n>', 'print at most this many rows', wholeNumber, 10_000);
  withStore(command).action(async (cypher: string | undefined, options: QueryOptions & Record<string, unknown>) => {
    await withOpenStore(options, async (store) => {
      if (cypher === undefined && process.stdin.isTTY) {
        await prompt((statement, parameters, signal) =>
          answer(store, statement, { ...options, param: { ...options.param, ...parameters } }, signal),
        );
        return;
      }
      const statement = cypher === undefined || cypher === '-' ? readFileSync(0, 'utf8') : cypher;
      process.exitCode = await answer(store, statement, options);
    });
  });
}

/** @param signal the prompt's own: a terminal that is read key by key sends no SIGINT */
async function answer(
  store: GraphStore,
  statement: string,
  options: QueryOptions,
  signal?: AbortSignal,
): Promise<number> {
  const interrupted = new AbortController();
  signal?.addEventListener('abort', () => interrupted.abort());
  const stop = (): void => interrupted.abort();
  process.once('SIGINT', stop);
  try {
    const limits: QueryLimits = { timeoutMs: options.timeout, maxRows: options.maxRows, signal: interrupted.signal };
    const result = await ask(store, statement, options.param, limits);
    console.log(renderRows(result, options.format));
    return noticeOf(result);
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

/** A row cap is an answer with a notice; whatever else stopped the query is not the whole answer. */
function noticeOf({ stopped }: QueryResult): number {
  if (stopped === undefined) return EXIT.done;
  console.error(`plenary: ${stopped.message}`);
  return stopped.reason === 'rows' ? EXIT.done : EXIT.stoppedEarly;
}
