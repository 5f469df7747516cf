// `plenary parse`: what the language engine makes of a text, untouched by cleaning or rules.
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { loadEnglish } from '../../adapters/model/load-engine.ts';
import { AppError } from '../../domain/errors.ts';
import type { LanguageEngine } from '../../language/doc.ts';
import { parseToJson, renderParse } from '../render-parse.ts';
import { withSettings } from '../settings.ts';

interface ParseOptions {
  readonly lines?: boolean;
  readonly json?: boolean;
}

export function register(program: Command): void {
  const command = program
    .command('parse')
    .description('Print tokens, tags, heads, sentences and names as the language engine finds them')
    .argument('<file>', 'a UTF-8 text; - reads standard input')
    .option('--lines', 'analyse every line by itself; with --json one object a line')
    .option('--json', 'print JSON; offsets are UTF-16 code units');
  withSettings(command, ['store']).action(async (file: string, options: ParseOptions) => {
    const text = await textOf(file);
    const parts = options.lines === true ? linesOf(text) : [text];
    await pipeline(Readable.from(rendered(parts, loadEnglish(), options)), process.stdout, { end: false });
  });
}

/** A line ends at `\n`; what follows the last one is a line only if it holds something. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** One write to the terminal or a pipe costs more than a sentence: answers leave in pieces of this size. */
const WRITE_LENGTH = 65_536;

/** Lines that are analysed together, which is faster than one by one. */
const TOGETHER = 64;

function* rendered(parts: readonly string[], engine: LanguageEngine, options: ParseOptions): Generator<string> {
  let ready = '';
  for (let from = 0; from < parts.length; from += TOGETHER) {
    const requests = parts.slice(from, from + TOGETHER).map((text) => ({ text, domainEntities: true }));
    for (const doc of engine.analyseAll(requests)) {
      ready += `${options.json === true ? JSON.stringify(parseToJson(doc)) : renderParse(doc)}\n`;
      if (ready.length < WRITE_LENGTH) continue;
      yield ready;
      ready = '';
    }
  }
  yield ready;
}

async function textOf(file: string): Promise<string> {
  if (file === '-') return (await buffer(process.stdin)).toString('utf8');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('InvalidInput', 'The file cannot be read: name a text file that exists and is yours to read.', {
      cause,
    });
  }
}
