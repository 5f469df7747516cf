// Hostile texts on every route and tool argument: none writes, none reads a file, none keeps the service from answering.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as answers from '../api/support/answers.ts';
import { posted, startTestService, type TestService } from '../api/support/service.ts';
import { bodies, doors, toolArguments } from './doors.ts';
import { HOSTILE } from './hostile-cypher.ts';

/** Short, so that what would run for ever is seen to end; how exactly the limit is kept is measured by the benchmark. */
const TIME_LIMIT_MS = 150;
/** What is still running then has no limit at all. */
const PATIENCE_MS = 20_000;

let service: TestService;
let version: string;
let visitor: Server;
let visits = 0;
const agent = new Client({ name: 'a hostile test', version: '1' });

beforeAll(async () => {
  service = await startTestService({ settings: { queryTimeoutMs: TIME_LIMIT_MS } });
  version = await graphVersion();
  visitor = createServer((_request, response) => {
    visits += 1;
    response.end('a,b\n1,2\n');
  });
  await new Promise<void>((resolve) => visitor.listen(0, '127.0.0.1', resolve));
  await agent.connect(new StreamableHTTPClientTransport(new URL(service.url('/mcp'))));
});
afterAll(async () => {
  await agent.close();
  visitor.close();
  await service.stop();
});

const graphVersion = async (): Promise<string> =>
  ((await (await service.ask('/api/v1/stats')).json()) as { graphVersion: string }).graphVersion;

async function send(path: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
  const response = await service.ask(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  return { status: response.status, text: await response.text() };
}

/** URLs longer than a server reads are no case for a query string. */
const MAX_URL_CHARS = 8000;

describe.each(Object.entries(HOSTILE))('%s', (group, texts) => {
  const isBomb = group === 'bombs';

  it.each(texts)('in the Query API: %s', async (text) => {
    const statement = text.replaceAll(
      'http://127.0.0.1/',
      `http://127.0.0.1:${(visitor.address() as AddressInfo).port}/`,
    );
    for (const accessMode of ['READ', 'WRITE']) {
      const { status, text: answer } = await send(
        '/db/plenary/query/v2',
        posted({ statement, accessMode, parameters: { url: 'file:///etc/passwd' } }),
      );
      if (isBomb) expect([202, 400]).toContain(status);
      else {
        expect(status).toBe(400);
        const [error] = answers.neo4jErrors.parse(JSON.parse(answer)).errors;
        expect(error!.code).toMatch(/^Neo\.ClientError\./);
      }
      expect(answer).not.toMatch(/root:x|localhost\s/);
    }
  });

  it.each(texts)('in the tool read-cypher: %s', async (text) => {
    const result = await agent.callTool({ name: 'read-cypher', arguments: { query: text } }, undefined, {
      timeout: PATIENCE_MS,
    });
    if (!isBomb) expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).not.toMatch(/root:x/);
  });

  it('as any other argument of any route: values, never commands', async () => {
    for (const text of texts)
      for (const [path, init] of [...doors(text), ...bodies(text)]) {
        if (path.length > MAX_URL_CHARS) continue;
        const { status, text: answer } = await send(path, init);
        expect(status, `${path} ${answer.slice(0, 300)}`).toBeLessThan(500);
        expect(answer).not.toMatch(/root:x/);
      }
  }, 120_000);

  it('as any argument of any tool: values, never commands', async () => {
    for (const text of texts)
      for (const [name, input] of toolArguments(text)) {
        const result = await agent.callTool({ name, arguments: input }, undefined, { timeout: PATIENCE_MS });
        expect(JSON.stringify(result.content)).not.toMatch(/root:x|ECONN|at .*\.ts:/);
      }
  }, 120_000);

  it('as a document: a text that is read, and gone again when it is removed', async () => {
    const added = await service.get(answers.job, '/api/v1/documents', posted({ text: texts.join('\n') }), 202);
    const path = `/api/v1/jobs/${added.id}`;
    await expect.poll(async () => (await service.get(answers.job, path)).state, { timeout: PATIENCE_MS }).toBe('done');
    await service.ask(`/api/v1/documents/${added.documentId!}`, { method: 'DELETE' });
  });

  it('left the graph as it was, and reached out to nobody', async () => {
    expect(await graphVersion()).toBe(version);
    expect(visits).toBe(0);
  });
});
