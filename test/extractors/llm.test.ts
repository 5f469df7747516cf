// A model only proposes: what it answers counts where text and schema bear it out, whatever a document orders it to do.
import { afterEach, describe, expect, it } from 'vitest';
import { modelProposer, passagesOf } from '../../src/adapters/extractors/llm/index.ts';
import type { Proposals } from '../../src/ports/extractor.ts';
import { startModelStub, type ModelStub, type Reply } from './model-endpoint.ts';
import { ORDERS } from './orders.ts';

const TEXT = 'Ana Ruiz met Bo Lind in Oslo on Monday.\nThe ministers signed nothing.\n';
const source = (text: string) => ({
  id: 'd'.repeat(64),
  mediaType: 'text/plain',
  reader: 'txt/1',
  text,
  language: 'en',
});
const meeting = {
  entities: [
    { ref: 'a', kind: 'Person', name: 'Ana Ruiz' },
    { ref: 'b', kind: 'Person', name: 'Bo Lind' },
  ],
  claims: [
    {
      relation: 'MET_WITH',
      subject: 'a',
      object: 'b',
      quote: 'Ana Ruiz met Bo Lind',
      modality: 'occurred',
      polarity: 'affirmed',
    },
  ],
};

let stub: ModelStub | undefined;
afterEach(async () => stub?.close());

async function propose(
  reply: (passage: string, attempt: number) => Reply,
  text = TEXT,
  more: object = {},
): Promise<Proposals> {
  stub = await startModelStub(reply);
  const retry = { attempts: 3, firstDelayMs: 1, factor: 2, sleep: () => Promise.resolve() };
  const options = {
    baseUrl: stub.baseUrl,
    model: 'stub',
    timeoutMs: 2_000,
    retry,
    maxTokensPerDocument: 10_000,
    ...more,
  };
  return modelProposer(options).propose(source(text));
}

describe('the model proposer', () => {
  it('marks what a model adds as proposed by it, with a quote that stands at its offsets', async () => {
    const { claims, entities, complete } = await propose(() => ({ content: meeting }));
    expect(complete).toBe(true);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      predicate: 'MET_WITH',
      rule: 'model:stub/1',
      attributes: { proposedBy: 'model' },
    });
    for (const { start, end, quote } of [claims[0]!.evidence, ...entities.flatMap((entity) => entity.mentions)])
      expect(TEXT.slice(start, end)).toBe(quote);
  });

  it.each([
    ['a quote that the text does not hold', { quote: 'Ana Ruiz embraced Bo Lind' }, 'quote-not-in-text'],
    ['a quote without the names', { quote: 'signed nothing' }, 'name-not-in-quote'],
    ['a relation of its own making', { relation: 'BRIBED' }, 'unknown-relation'],
    ['a relation between kinds that it cannot join', { relation: 'SIGNED' }, 'signature'],
    ['an end that it did not name', { object: 'z' }, 'unknown-entity'],
  ])('drops a claim with %s and says why', async (_what, change, reason) => {
    const { claims, rejected } = await propose(() => ({
      content: { ...meeting, claims: [{ ...meeting.claims[0], ...change }] },
    }));
    expect(claims).toEqual([]);
    expect(rejected.map((one) => one.reason)).toContain(reason);
  });

  it('never takes a derived kind or a kind outside the schema', async () => {
    for (const kind of ['Official', 'Person`) DETACH DELETE (n', '__proto__']) {
      const entities = [{ ref: 'a', kind, name: 'Ana Ruiz' }, meeting.entities[1]];
      const { claims, rejected } = await propose(() => ({ content: { ...meeting, entities } }));
      expect(claims).toEqual([]);
      expect(rejected.map((one) => one.reason)).toEqual(['unknown-kind', 'unknown-entity']);
      await stub?.close();
    }
  });

  it('tries again after a passing failure, and only so often', async () => {
    const { claims } = await propose((_passage, attempt) => (attempt < 3 ? { status: 503 } : { content: meeting }));
    expect(claims).toHaveLength(1);
    await stub?.close();
    await expect(propose(() => ({ status: 429 }))).rejects.toMatchObject({ code: 'StoreUnavailable' });
    expect(stub?.requests).toHaveLength(3);
  });

  it.each([
    ['a refused key', { status: 401 }, 'Unauthenticated'],
    ['an unknown model', { status: 404 }, 'InvalidInput'],
    ['an answer that is no JSON', { raw: 'hello' }, 'InvalidInput'],
    ['an answer in another form', { content: { poem: true } }, 'InvalidInput'],
    ['an answer without end', { raw: 'x'.repeat(1_000_001) }, 'InvalidInput'],
  ])('ends at once on %s', async (_what, reply, code) => {
    await expect(propose(() => reply)).rejects.toMatchObject({ code });
    expect(stub?.requests).toHaveLength(1);
  });

  it('stops asking when the budget of the document is used up, and says that it did not read all', async () => {
    const long = 'A quiet line without any fact in it.\n'.repeat(400);
    const { complete } = await propose(() => ({ content: { entities: [], claims: [] } }), long, {
      maxTokensPerDocument: 2_500,
    });
    expect(complete).toBe(false);
    expect(stub!.requests.length).toBeLessThan(passagesOf(long).length);
  });

  it('lets an answer cost no more than what is left, and takes nothing from one that was cut off', async () => {
    const { claims, complete } = await propose(() => ({ content: meeting, isCut: true }), TEXT, {
      maxTokensPerDocument: 600,
    });
    expect({ claims, complete }).toEqual({ claims: [], complete: false });
    const { max_tokens: most } = JSON.parse(stub!.requests[0]!.body) as { max_tokens: number };
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(600);
  });

  it('asks for an answer in the closed form of the schema, without extra fields', async () => {
    await propose(() => ({ content: meeting }));
    const { response_format: format } = JSON.parse(stub!.requests[0]!.body) as {
      response_format: { type: string; json_schema: { strict: boolean; schema: { additionalProperties: unknown } } };
    };
    expect(format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
    expect(format.json_schema.schema.additionalProperties).toBe(false);
  });

  it('sends the key as a bearer token and the passage as quoted material, never as an instruction', async () => {
    await propose(() => ({ content: meeting }), TEXT, { apiKey: 'secret' });
    expect(stub?.requests[0]?.authorization).toBe('Bearer secret');
    const { messages } = JSON.parse(stub!.requests[0]!.body) as { messages: { role: string; content: string }[] };
    expect(messages.filter((message) => message.content.includes('Ana Ruiz')).map((message) => message.role)).toEqual([
      'user',
    ]);
  });

  it('cuts a text into passages that cover it without a gap', () => {
    const text = `${'word '.repeat(3_000)}\n${'line\n'.repeat(2_000)}`;
    expect(
      passagesOf(text)
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
  });
});

describe('documents that give orders', () => {
  it('are thirty, each another trick', () => {
    expect(new Set(ORDERS.map((order) => order.text)).size).toBe(30);
  });

  it.each(ORDERS)('gain nothing even from a model that obeys: $text', async ({ text, obeyed }) => {
    const { claims, entities, rejected } = await propose(() => ({ content: obeyed }), `${TEXT}${text}\n`);
    expect(rejected.length).toBeGreaterThan(0);
    expect(claims).toEqual([]);
    expect(entities).toEqual([]);
  });
});
