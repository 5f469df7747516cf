// A chat-completions call with structured output to any OpenAI-compatible endpoint.
import { z } from 'zod';
import { AppError } from '../../../domain/errors.ts';
import { retrying, type RetryPolicy } from '../../retry.ts';
import { answerJsonSchema, answerSchema, INSTRUCTIONS, type ModelAnswer } from './answer.ts';

export interface ModelEndpoint {
  /** For example `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
}

const completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z.object({ total_tokens: z.number().int().nonnegative() }).optional(),
});

/** Largest answer that is read; a model that writes more is not answering the question. */
const MAX_ANSWER_BYTES = 1_000_000;

export interface ModelReply {
  /** Undefined where the answer was cut off at the most that it may cost. */
  readonly answer: ModelAnswer | undefined;
  /** As the endpoint counted them; undefined where it does not. */
  readonly tokens: number | undefined;
}

/**
 * @param mostTokens what the answer may cost
 * @throws AppError StoreUnavailable, Unauthenticated, InvalidInput
 */
export async function askModel(endpoint: ModelEndpoint, passage: string, mostTokens: number): Promise<ModelReply> {
  const body = await retrying(() => post(endpoint, passage, mostTokens), endpoint.retry);
  const reply = completion.safeParse(parseJson(body));
  if (!reply.success)
    throw unusable('The model endpoint did not answer in the chat-completions form; check its address.');
  const [choice] = reply.data.choices;
  const tokens = reply.data.usage?.total_tokens;
  if (choice!.finish_reason === 'length') return { answer: undefined, tokens };
  const answer = answerSchema.safeParse(parseJson(choice!.message.content));
  if (!answer.success)
    throw unusable('The model did not answer in the asked form; choose a model with structured output.');
  return { answer: answer.data, tokens };
}

async function post(endpoint: ModelEndpoint, passage: string, mostTokens: number): Promise<string> {
  const request = {
    model: endpoint.model,
    temperature: 0,
    max_tokens: mostTokens,
    messages: [
      { role: 'system', content: INSTRUCTIONS },
      { role: 'user', content: JSON.stringify({ passage }) },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'claims', strict: true, schema: answerJsonSchema } },
  };
  let response: Response;
  try {
    response = await fetch(`${endpoint.baseUrl.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(endpoint.apiKey === undefined ? {} : { authorization: `Bearer ${endpoint.apiKey}` }),
      },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(endpoint.timeoutMs),
    });
  } catch (cause) {
    throw new AppError('StoreUnavailable', 'The model endpoint did not answer; check that it runs and its address.', {
      cause,
    });
  }
  if (response.status === 401 || response.status === 403)
    throw new AppError('Unauthenticated', 'The model endpoint refused the key; set the one it asks for.');
  if (response.status === 429 || response.status >= 500)
    throw new AppError('StoreUnavailable', `The model endpoint answered ${response.status}; try again later.`);
  if (!response.ok) throw unusable(`The model endpoint answered ${response.status}; check the model's name.`);
  return readLimited(response);
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw unusable('The model wrote more than any answer needs; choose another model.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unusable = (message: string): AppError => new AppError('InvalidInput', message);
