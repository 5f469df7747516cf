// `plenary export`: the graph, or a part of it, as another tool reads it.
import { Option, type Command } from 'commander';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExportSource, FORMATS, type ExportFile, type Selection } from '../../adapters/exports/index.ts';
import { writeJsonl } from '../../adapters/exports/jsonl.ts';
import { storedPlaces } from '../../adapters/exports/places.ts';
import { AppError } from '../../domain/errors.ts';
import { SCHEMA } from '../../schema/index.ts';
import { withOpenStore, withStore } from '../store-option.ts';
import { wholeNumber } from './query.ts';

/** The one format that `plenary import` reads again: the whole store, canonical. */
const JSONL = 'jsonl';

interface ExportOptions extends Selection {
  readonly format: string;
  readonly out?: string;
  readonly query?: string;
}

export function register(program: Command): void {
  const command = program
    .command('export')
    .description('Write the graph, or a part of it, for another tool')
    .addOption(
      new Option('--format <format>', 'what to write').choices(FORMATS.map(({ name }) => name)).makeOptionMandatory(),
    )
    .option(
      '-o, --out <path>',
      'file to write, or folder where the format has several files; - or nothing is standard output',
    )
    .option('--center <id>', 'only what lies around this entity')
    .option('--hops <n>', 'how far around it', wholeNumber, 1)
    .option('--query <cypher>', 'only the entities that this query returns, and the facts among them')
    .option('--from <day>', 'only facts that end on or after this day')
    .option('--to <day>', 'only facts that begin on or before this day');
  command.addHelpText(
    'after',
    `\nFormats:\n${FORMATS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}\nWithout a selection jsonl is the whole store, for plenary import.`,
  );
  withStore(command).action(async (options: ExportOptions & Record<string, unknown>) => {
    const { center, hops, query: cypher, from, to } = options;
    const out = options.out === '-' ? undefined : options.out;
    // Without a selection it is the whole store in the form that `plenary import` takes.
    if (options.format === JSONL && [center, cypher, from, to].every((part) => part === undefined)) {
      await withOpenStore(options, (store) => writeStream(writeJsonl(store), out));
      return;
    }
    const format = FORMATS.find(({ name }) => name === options.format)!;
    await withOpenStore(options, async (store) => {
      const source = await ExportSource.open(
        store.read.bind(store),
        SCHEMA,
        { center, hops, cypher, from, to },
        await storedPlaces(store),
      );
      await writeFiles(format.files, source, out);
      if (format.hint !== undefined && out !== undefined) console.error(format.hint);
    });
  });
}

async function writeStream(text: AsyncIterable<string>, out: string | undefined): Promise<void> {
  await pipeline(Readable.from(text), out === undefined ? process.stdout : createWriteStream(out), {
    end: out !== undefined,
  });
}

async function writeFiles(
  files: readonly [ExportFile, ...ExportFile[]],
  source: ExportSource,
  out: string | undefined,
): Promise<void> {
  if (files.length === 1) {
    await writeStream(files[0].write(source), out);
    return;
  }
  if (out === undefined)
    throw new AppError('InvalidInput', `This format has ${files.length} files; name a folder with --out.`);
  mkdirSync(out, { recursive: true });
  for (const file of files) await pipeline(Readable.from(file.write(source)), createWriteStream(join(out, file.name)));
}
