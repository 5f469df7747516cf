// The prompt of `plenary query`: statements end with a semicolon, the history outlives the session.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { AppError } from '../domain/errors.ts';
import { parseValue } from './ask.ts';

/** @param signal aborted where the reader presses Ctrl-C */
type Answer = (
  statement: string,
  parameters: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<unknown>;

const HELP = `End a query with a semicolon. Commands:
  :param name value   set a parameter
  :params             show the parameters
  :help               this text
  :quit               leave (also Ctrl-D)
Ctrl-C stops the query that runs, or drops the lines that are typed.`;

const MAX_HISTORY = 1000;

const historyFile = (): string =>
  join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'plenary', 'query-history');

function readHistory(): string[] {
  try {
    const kept = readFileSync(historyFile(), 'utf8').split('\n').filter(Boolean);
    if (kept.length > 2 * MAX_HISTORY) shortenTo(kept.slice(-MAX_HISTORY));
    return kept.slice(-MAX_HISTORY).reverse();
  } catch {
    return []; // none yet, or one that we may not read
  }
}

function shortenTo(statements: readonly string[]): void {
  try {
    writeFileSync(historyFile(), `${statements.join('\n')}\n`, { mode: 0o600 });
  } catch {
    // A file that cannot be written can still be read.
  }
}

function remember(statement: string): void {
  try {
    mkdirSync(dirname(historyFile()), { recursive: true, mode: 0o700 });
    appendFileSync(historyFile(), `${statement.replace(/\s*\n\s*/g, ' ')}\n`, { mode: 0o600 });
  } catch {
    // A home that cannot be written, as in a container, is no reason to refuse the answer.
  }
}

export async function prompt(
  answer: Answer,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  const parameters: Record<string, unknown> = {};
  const lines = createInterface({
    input,
    output,
    prompt: 'plenary> ',
    history: readHistory(),
    historySize: MAX_HISTORY,
    removeHistoryDuplicates: true,
  });
  let statement = '';
  let running: AbortController | undefined;
  const promptAgain = (): void => {
    lines.setPrompt(statement.trim() === '' ? 'plenary> ' : '      -> ');
    lines.prompt();
  };
  lines.on('SIGINT', () => {
    if (running !== undefined) {
      running.abort();
      return;
    }
    statement = '';
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    output.write('\n');
    promptAgain();
  });
  lines.prompt();
  for await (const line of lines) {
    if (statement === '' && line.trim().startsWith(':')) {
      if (/^:q(?:uit)?$/.test(line.trim())) break;
      output.write(`${obey(line.trim(), parameters)}\n`);
    } else {
      statement = statement === '' ? line : `${statement}\n${line}`;
      if (/;\s*$/.test(statement)) {
        running = new AbortController();
        await answerOne(answer, statement, parameters, running.signal);
        running = undefined;
        statement = '';
      }
    }
    promptAgain();
  }
  lines.close();
}

async function answerOne(
  answer: Answer,
  statement: string,
  parameters: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<void> {
  remember(statement);
  try {
    await answer(statement.replace(/;\s*$/, ''), parameters, signal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
  }
}

function obey(command: string, parameters: Record<string, unknown>): string {
  const [, name, value] = /^:param\s+(\w+)\s+(.+)$/s.exec(command) ?? [];
  if (name !== undefined && value !== undefined) {
    parameters[name] = parseValue(value);
    return `$${name} = ${JSON.stringify(parameters[name])}`;
  }
  return command === ':params' ? JSON.stringify(parameters) : HELP;
}
