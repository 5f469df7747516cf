// `plenary evaluate`: precision, recall and F1 against documents annotated by hand; fails below the floors that are asked for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { AppError } from '../../domain/errors.ts';
import {
  evaluate,
  GOLD_FORMATS,
  readAnnotations,
  type Evaluation,
  type GoldFormat,
  type GoldText,
  type Prediction,
  type Scope,
} from '../../evaluation/index.ts';
import { extractBytes } from '../../ingest/extractor.ts';
import { EXIT } from '../exit-codes.ts';
import { withStore } from '../store-option.ts';
import { toExtraction } from '../extraction-json.ts';
import { printErrors, printEvaluation } from '../render-evaluation.ts';

interface EvaluateOptions {
  readonly format?: GoldFormat;
  readonly texts: readonly string[];
  readonly predictions?: string;
  readonly split?: string;
  readonly core?: boolean;
  readonly dates: boolean;
  readonly json?: boolean;
  readonly errors?: boolean;
  readonly minF1?: number;
  readonly minPrecision?: number;
  readonly minEntityF1?: number;
  readonly maxNegatives?: number;
}

function number(given: string): number {
  const value = Number(given);
  if (given.trim() === '' || Number.isNaN(value) || value < 0)
    throw new AppError('InvalidInput', `${given} must be a number, 0 or more.`);
  return value;
}

export function register(program: Command): void {
  const command = program
    .command('evaluate')
    .description('Measure extraction against documents annotated by hand: gold-graph/1, brat or CrossRE')
    .argument('<folder>', 'the folder with the annotations')
    .addOption(
      new Option('--format <format>', 'how they are written; guessed where it is not said').choices(GOLD_FORMATS),
    )
    .option(
      '--texts <folder>',
      'where the texts are; repeat for several',
      (given: string, before: readonly string[]) => [...before, given],
      [],
    )
    .option('--predictions <folder>', 'measure saved extractions (DOC.json) instead of extracting')
    .option('--split <name>', 'only documents of this part')
    .option('--core', 'leave topics, proposals and dates out')
    .option('--no-dates', 'leave dates out')
    .option('--errors', 'list each miss and each false edge with its sentence')
    .option('--json', 'print the figures as one JSON object')
    .option('--min-f1 <number>', 'fail where the F1 of relations (strict) is lower', number)
    .option('--min-precision <number>', 'fail where the precision of relations (strict) is lower', number)
    .option('--min-entity-f1 <number>', 'fail where the F1 of entities (typed) is lower', number)
    .option('--max-negatives <number>', 'fail where more negatives are violated', number);
  // Nothing is stored; the option is there because every command takes it.
  withStore(command).action(async (folder: string, options: EvaluateOptions) => {
    process.exitCode = await run(folder, options);
  });
}

async function run(folder: string, options: EvaluateOptions): Promise<number> {
  const scope: Scope = options.core === true ? 'core' : options.dates ? 'all' : 'no-dates';
  const all = readAnnotations(folder, options.format, options.texts);
  const texts = all.filter(({ gold }) => options.split === undefined || gold.split === options.split);
  if (texts.length === 0) throw new AppError('InvalidInput', 'No document is in this part: name another --split.');
  const saved = options.predictions;
  const result = await evaluate(
    texts,
    scope,
    saved === undefined ? extractText : (text) => Promise.resolve(readSaved(saved, text)),
  );
  const missed = missedFloors(result, options);
  const { errors, ...figures } = result;
  if (options.json === true) console.log(JSON.stringify(options.errors === true ? result : figures, null, 2));
  else {
    printEvaluation(result);
    if (options.errors === true) printErrors(errors);
  }
  for (const floor of missed) console.error(`plenary: ${floor}`);
  return missed.length > 0 ? EXIT.checkFailed : EXIT.done;
}

async function extractText({ gold, text }: GoldText): Promise<Prediction> {
  const extracted = await extractBytes(Buffer.from(text), gold.file);
  if (!extracted.ok) throw new AppError('InvalidInput', `${gold.doc} cannot be read: ${extracted.error.message}`);
  return toExtraction(extracted.value) as unknown as Prediction;
}

function readSaved(folder: string, { gold }: GoldText): Prediction {
  const file = join(folder, `${gold.doc}.json`);
  // A document without an extraction counts as one in which nothing was found.
  if (!existsSync(file)) return { entities: [], relations: [] };
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Prediction;
  } catch (cause) {
    throw new AppError('InvalidInput', `${gold.doc}.json is not JSON: extract the document again.`, { cause });
  }
}

function missedFloors({ micro }: Evaluation, options: EvaluateOptions): readonly string[] {
  const floors: readonly (readonly [string, number, number | undefined])[] = [
    ['F1 of relations', micro.relations_strict.f1, options.minF1],
    ['Precision of relations', micro.relations_strict.p, options.minPrecision],
    ['F1 of entities', micro.entities_typed.f1, options.minEntityF1],
  ];
  const low = floors.flatMap(([name, value, floor]) =>
    floor !== undefined && value < floor ? [`${name} is ${value.toFixed(3)}, below the floor of ${floor}.`] : [],
  );
  const { n } = micro.negatives;
  const most = options.maxNegatives;
  return most !== undefined && n > most ? [...low, `${n} negatives are violated, above the limit of ${most}.`] : low;
}
