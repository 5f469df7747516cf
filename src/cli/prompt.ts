// The prompt of `plenary query`: statements end with a semicolon, the history outlives the session.
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { AppError } from '../domain/errors.ts';
import { parseValue } from './ask.ts';

type Answer = (statement: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

const HELP = `End a query with a semicolon. Commands:
  :param name value   set a parameter
  :params             show the parameters
  :help               this text
  :quit               leave (also Ctrl-D)`;

const MAX_HISTORY = 1000;

const historyFile = (): string =>
  join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'plenary', 'query-history');

function readHistory(): string[] {
  try {
    return readFileSync(historyFile(), 'utf8').split('\n').filter(Boolean).slice(-MAX_HISTORY).reverse();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function remember(statement: string): void {
  mkdirSync(dirname(historyFile()), { recursive: true, mode: 0o700 });
  appendFileSync(historyFile(), `${statement.replace(/\s*\n\s*/g, ' ')}\n`, { mode: 0o600 });
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
  lines.prompt();
  for await (const line of lines) {
    if (statement === '' && line.trim().startsWith(':')) {
      if (/^:q(?:uit)?$/.test(line.trim())) break;
      output.write(`${obey(line.trim(), parameters)}\n`);
    } else {
      statement = statement === '' ? line : `${statement}\n${line}`;
      if (/;\s*$/.test(statement)) {
        await answerOne(answer, statement, parameters);
        statement = '';
      }
    }
    lines.setPrompt(statement.trim() === '' ? 'plenary> ' : '      -> ');
    lines.prompt();
  }
  lines.close();
}

async function answerOne(
  answer: Answer,
  statement: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
  remember(statement);
  try {
    await answer(statement.replace(/;\s*$/, ''), parameters);
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
