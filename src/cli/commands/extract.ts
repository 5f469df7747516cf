// `plenary extract`: what one document says, as JSON or to read.
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { loadKnowledge } from '../../adapters/knowledge/load-knowledge.ts';
import { loadEnglish } from '../../adapters/model/load-engine.ts';
import { readDocument } from '../../adapters/readers/index.ts';
import { AppError } from '../../domain/errors.ts';
import { extract } from '../../pipeline/index.ts';
import { EXIT } from '../exit-codes.ts';
import { toExtraction } from '../extraction-json.ts';
import { withStore } from '../store-option.ts';
import { renderExtraction } from '../render-extraction.ts';

export function register(program: Command): void {
  const command = program
    .command('extract')
    .description('Read one file and print the entities, the relations and the sentences that state them')
    .argument('<file>', 'a TXT, MD, HTML, PDF, DOCX or EML file; - reads standard input')
    .option('--json', 'print one JSON object');
  // Nothing is stored; the option is there because every command takes it.
  withStore(command).action(async (file: string, options: { json?: boolean }) => {
    await extractFile(file, options.json === true);
  });
}

async function extractFile(file: string, asJson: boolean): Promise<void> {
  const read = await readDocument(await bytesOf(file), file === '-' ? 'standard input' : file);
  if (!read.ok) {
    console.error(`plenary: ${read.error.message}`);
    process.exitCode = EXIT.setAside;
    return;
  }
  const claims = extract(read.value, loadKnowledge(loadEnglish()));
  const extraction = toExtraction(claims);
  console.log(asJson ? JSON.stringify(extraction, null, 2) : renderExtraction(extraction, read.value.text));
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('InvalidInput', 'The file cannot be read: name a file that exists and is yours to read.', {
      cause,
    });
  }
}
