// `plenary propose`: asks a language model for claims of one stored document; nothing enters the graph by it.
import type { Command } from 'commander';
import { modelProposer } from '../../adapters/extractors/llm/index.ts';
import { DEFAULT_RETRY } from '../../adapters/retry.ts';
import { AppError } from '../../domain/errors.ts';
import { withOpenStore, withStore } from '../store-option.ts';
import { unknownDocument } from '../unknown-document.ts';

interface ProposeOptions extends Record<string, unknown> {
  readonly modelUrl?: string;
  readonly model?: string;
  readonly maxTokens: number;
}

/** A slow local model writes a long answer in this time. */
const TIMEOUT_MS = 120_000;

export function register(program: Command): void {
  const command = program
    .command('propose')
    .description('Ask a language model for claims that the rules missed, as JSON for `plenary accept`')
    .argument('<document>', 'id of a document in the store')
    .option('--model-url <url>', 'an OpenAI-compatible endpoint, for example http://127.0.0.1:11434/v1')
    .option('--model <name>', 'the name that the endpoint knows the model by')
    .option('--max-tokens <n>', 'what one document may cost', Number, 20_000);
  withStore(command).action(async (document: string, options: ProposeOptions) => {
    await withOpenStore(options, async (store) => {
      const stored = await store.document(document);
      if (stored === undefined) throw unknownDocument();
      const proposals = await proposerOf(options).propose(stored.document);
      console.log(JSON.stringify(proposals, null, 2));
      for (const { reason, proposal } of proposals.rejected) console.error(`dropped (${reason}): ${proposal}`);
      if (!proposals.complete)
        console.error('The budget ended before the document: raise --max-tokens to read all of it.');
    });
  });
}

function proposerOf({ modelUrl, model, maxTokens }: ProposeOptions): ReturnType<typeof modelProposer> {
  if (modelUrl === undefined || model === undefined)
    throw new AppError('InvalidInput', 'Name the endpoint and the model: --model-url <url> --model <name>.');
  if (!Number.isInteger(maxTokens) || maxTokens < 1)
    throw new AppError('InvalidInput', '--max-tokens takes a whole number above 0.');
  const apiKey = process.env['PLENARY_MODEL_KEY'];
  return modelProposer({
    baseUrl: modelUrl,
    model,
    ...(apiKey === undefined ? {} : { apiKey }),
    timeoutMs: TIMEOUT_MS,
    retry: DEFAULT_RETRY,
    maxTokensPerDocument: maxTokens,
  });
}
