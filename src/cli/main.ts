#!/usr/bin/env node
// The command line: names every command at once, and loads the one that was asked for.
import { Command, CommanderError } from 'commander';
import { existsSync } from 'node:fs';
import { AppError } from '../domain/errors.ts';
import { VERSION } from '../version.ts';
import { EXIT } from './exit-codes.ts';

/** File name in commands/ and the line that --help shows; the commands' own modules load when they are called. */
const COMMANDS: readonly (readonly [name: string, summary: string])[] = [
  ['start', 'Build the demo corpus and serve it (what `npm start` does)'],
  ['build', 'Read a folder or files into the store'],
  ['extract', 'Read one file and print what was found, as JSON'],
  ['query', 'Ask the store in Cypher'],
  ['show', 'Print what is known of a person, a body or a meeting, with the sentences'],
  ['serve', 'Serve the explorer and the API'],
  ['mcp', 'Serve tools for agents on standard input and output'],
  ['export', 'Write the graph, or a part of it, for another tool'],
  ['import', 'Read a JSON Lines export into the store'],
  ['remove', 'Take a document out of the store'],
  ['verify', 'Prove that every quote stands in its document'],
  ['backup', 'Write a copy of the store while it is in use'],
  ['review', 'Decide which entities are the same'],
  ['propose', 'Ask a language model for claims that the rules missed'],
  ['accept', 'Put proposed claims that you have read into the graph'],
  ['keys', 'Make, list and revoke API keys'],
  ['schema', 'Print the kinds and relations of the graph'],
  ['parse', 'Print what the language engine makes of a text'],
  ['evaluate', 'Measure extraction against documents annotated by hand'],
];

interface CommandModule {
  register(program: Command): void;
}

function newProgram(): Command {
  const program = new Command('plenary')
    .description('Who met whom, who attended what and who proposed what, with the sentence behind every edge.')
    .version(VERSION)
    .showHelpAfterError('(add --help for what is possible)')
    .exitOverride();
  program.configureHelp({ sortSubcommands: false });
  return program;
}

/** Under tsx and in the built package the same file has another ending. */
function moduleOf(name: string): URL | undefined {
  const places = ['.ts', '.js'].map((ending) => new URL(`./commands/${name}${ending}`, import.meta.url));
  return places.find((place) => existsSync(place));
}

async function run(argv: readonly string[]): Promise<void> {
  const program = newProgram();
  const words = argv.filter((word) => !word.startsWith('-'));
  const asked = words[0] === 'help' ? words[1] : words[0];
  for (const [name, summary] of COMMANDS) {
    const place = moduleOf(name);
    if (place === undefined) continue;
    if (name === asked) {
      const loaded = (await import(place.href)) as CommandModule;
      loaded.register(program);
    } else program.command(name).description(summary);
  }
  await program.parseAsync(argv, { from: 'user' });
}

/** What the system refused: a folder that is missing, a file that may not be read or written. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { syscall: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** Who reads us has had enough: `plenary query … | head`. */
const isClosedPipe = (error: unknown): boolean => isSystemError(error) && error.code === 'EPIPE';

function report(error: unknown): number {
  if (isClosedPipe(error)) return EXIT.done;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage;
  if (error instanceof AppError) {
    console.error(`plenary: ${error.message}`);
    return EXIT.badUsage;
  }
  if (!isSystemError(error)) throw error;
  const what = error.path === undefined ? error.syscall : `${error.syscall} ${error.path}`;
  console.error(`plenary: The system refused "${what}" (${error.code ?? ''}): name a place that exists and is yours.`);
  return EXIT.badUsage;
}

process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
  process.exit(EXIT.done);
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
