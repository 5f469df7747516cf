// What holds for every route: answers fit their schema, versions, pages, refusals that say what to change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from '../../src/api/openapi.ts';
import { ROUTES } from '../../src/api/routes/index.ts';
import * as answers from './support/answers.ts';
import { examples, knownIds, type Example } from './support/examples.ts';
import { posted, startTestService, type TestService } from './support/service.ts';
import { WORLD } from './support/world.ts';

let service: TestService;
let table: Readonly<Record<string, Example>>;

beforeAll(async () => {
  service = await startTestService();
  table = examples(await knownIds(service));
});
afterAll(() => service.stop());

const ordered = [...ROUTES].sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'));

describe.each(ordered.map((route) => [route.operationId, route] as const))('%s', (name, route) => {
  it('answers as its contract says', async () => {
    const example = table[name]!;
    const response = await service.ask(example.path, example.init);
    expect(response.status).toBe(example.status);
    const contract = route.answers[response.status]!;
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const schema = contract.content?.[type];
    expect(contract.content === undefined || schema !== undefined, `${type} is declared`).toBe(true);
    const text = await response.text();
    if (type === 'application/json') schema!.parse(JSON.parse(text));
    for (const header of Object.keys(contract.headers ?? {})) expect(response.headers.has(header)).toBe(true);
  });

  const ofGraph = route.ofGraph ? it : undefined;
  ofGraph?.('carries the graph version as ETag and spares the answer to who has it', async () => {
    const example = table[name]!;
    const first = await service.ask(example.path);
    const etag = first.headers.get('etag')!;
    await first.arrayBuffer();
    expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    const again = await service.ask(example.path, { headers: { 'If-None-Match': etag } });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  });

  const asked = route.method === 'get' ? it : undefined;
  asked?.('refuses a parameter that it does not know', async () => {
    const path = table[name]!.path;
    const problem = await service.get(
      answers.problem,
      `${path}${path.includes('?') ? '&' : '?'}nonsense=1`,
      undefined,
      400,
    );
    expect(problem.detail).toContain('nonsense');
  });

  it('names the method to use instead of one that means nothing', async () => {
    const response = await service.ask(table[name]!.path, { method: 'PATCH' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain(route.method.toUpperCase());
  });
});

describe('pages', () => {
  it.each([
    ['/api/v1/entities', 9],
    ['/api/v1/entities?q=harbour', 3],
    ['/api/v1/relationships', 12],
    ['/api/v1/timeline', 6],
    ['/api/v1/documents', undefined],
    [`/api/v1/entities/${WORLD.okafor}/neighbours`, 4],
  ] as const)('lead through %s without a gap or a repetition', async (path, total) => {
    const page = z.looseObject({ data: z.array(z.unknown()), nextCursor: z.string().nullable() });
    const glue = path.includes('?') ? '&' : '?';
    const whole = await service.get(page, `${path}${glue}limit=1000`);
    const collected: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: z.output<typeof page> = await service.get(
        page,
        `${path}${glue}limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(next.data.length).toBeLessThanOrEqual(2);
      collected.push(...next.data);
      cursor = next.nextCursor;
    }
    expect(collected).toEqual(whole.data);
    if (total !== undefined) expect(whole.data).toHaveLength(total);
  });

  it('refuse a cursor that was made up, and one of another question', async () => {
    const madeUp = await service.get(answers.problem, '/api/v1/entities?cursor=abc', undefined, 400);
    expect(madeUp.detail).toContain('nextCursor');
    const { nextCursor } = await service.get(answers.entityPage, '/api/v1/entities?limit=1');
    await service.get(answers.problem, `/api/v1/entities?limit=1&kind=Person&cursor=${nextCursor!}`, undefined, 400);
  });

  it('are gone when the graph has changed', async () => {
    const { nextCursor } = await service.get(answers.entityPage, '/api/v1/entities?limit=1');
    const added = await service.get(answers.job, '/api/v1/documents', posted({ text: 'A third report.' }), 202);
    await finished(added.id);
    const problem = await service.get(
      answers.problem,
      `/api/v1/entities?limit=1&cursor=${nextCursor!}`,
      undefined,
      410,
    );
    expect(problem.detail).toContain('without a cursor');
  });
});

async function finished(id: string): Promise<z.output<typeof answers.job>> {
  for (;;) {
    const job = await service.get(answers.job, `/api/v1/jobs/${id}`);
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('documents that are sent in', () => {
  it('are queued, read and found, and gone again when they are removed', async () => {
    const before = await service.get(answers.stats, '/api/v1/stats');
    const response = await service.ask('/api/v1/documents?name=note.txt', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'A note of its own.',
    });
    expect(response.status).toBe(202);
    const job = await finished(response.headers.get('location')!.split('/').at(-1)!);
    expect(job.state).toBe('done');
    const document = await service.get(answers.document, `/api/v1/documents/${job.documentId!}`);
    expect(document.text).toBe('A note of its own.');
    expect(document.sources).toEqual(['api:note.txt']);
    expect((await service.ask(`/api/v1/documents/${job.documentId!}`, { method: 'DELETE' })).status).toBe(204);
    await service.get(answers.problem, `/api/v1/documents/${job.documentId!}`, undefined, 404);
    await service.get(answers.problem, `/api/v1/documents/${job.documentId!}`, { method: 'DELETE' }, 404);
    expect(await service.get(answers.stats, '/api/v1/stats')).toEqual(before);
  });

  it('must not be empty, and a text must be a text', async () => {
    const empty = await service.get(
      answers.problem,
      '/api/v1/documents',
      { method: 'POST', headers: { 'Content-Type': 'text/plain' } },
      400,
    );
    expect(empty.detail).toContain('empty');
    const wrong = await service.get(answers.problem, '/api/v1/documents', posted({ text: 7 }), 400);
    expect(wrong.faults?.[0]).toMatchObject({ in: 'body', field: 'text' });
  });
});

describe('the OpenAPI document', () => {
  it('has every route with its parameters, answers and refusals', () => {
    const document = openApiDocument(ROUTES, '0') as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: object }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    for (const route of ROUTES) {
      const operation = document.paths[route.path]?.[route.method];
      expect(operation?.operationId).toBe(route.operationId);
      const statuses = Object.keys(operation!.responses);
      expect(statuses).toEqual(
        expect.arrayContaining(['400', '401', '403', '429', '503', ...Object.keys(route.answers)]),
      );
    }
  });

  it('is what the service and its documentation page show', async () => {
    expect(await (await service.ask('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    const page = await (await service.ask('/docs')).text();
    for (const route of ROUTES) expect(page).toContain(`id="${route.operationId}"`);
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

it('gives problems their media type and the request id that is in the header', async () => {
  const response = await service.ask('/api/v1/nothing', { headers: { 'X-Request-Id': 'desk-request-1' } });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = answers.problem.parse(await response.json());
  expect(problem).toMatchObject({ status: 404, requestId: 'desk-request-1', type: 'urn:plenary:problem:NotFound' });
});
