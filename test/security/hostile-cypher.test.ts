// Hostile texts on every route and tool argument: none writes, none reads a file, none keeps the service from answering.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as answers from '../api/support/answers.ts';
import { posted, startTestService, type TestService } from '../api/support/service.ts';
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

/** The text as the argument of everything that takes text. */
function doors(text: string): readonly (readonly [string, RequestInit?])[] {
  const asQuery = encodeURIComponent(text);
  return [
    [`/api/v1/entities?q=${asQuery}`],
    [`/api/v1/entities?country=${asQuery}`],
    [`/api/v1/entities?kind=${asQuery}`],
    [`/api/v1/entities/${asQuery}`],
    [`/api/v1/relationships?publisher=${asQuery}`],
    [`/api/v1/relationships?type=${asQuery}`],
    [`/api/v1/relationships?from=${asQuery}`],
    [`/api/v1/documents?language=${asQuery}`],
    [`/api/v1/documents?cursor=${asQuery}`],
    [`/api/v1/exports/gexf?cypher=${asQuery}`],
    [`/db/${asQuery}/query/v2`, posted({ statement: 'RETURN 1' })],
    ['/db/plenary/query/v2', posted({ statement: 'RETURN $p', parameters: { p: text, [text.slice(0, 100)]: 1 } })],
  ];
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

  it('as any other argument: values, never commands', async () => {
    for (const text of texts)
      for (const [path, init] of doors(text)) {
        if (path.length > MAX_URL_CHARS) continue;
        const { status, text: answer } = await send(path, init);
        expect(status, `${path} ${answer.slice(0, 300)}`).toBeLessThan(500);
        expect(answer).not.toMatch(/root:x/);
      }
  });

  it('as arguments of the other tools: values, never commands', async () => {
    for (const text of texts)
      for (const [name, input] of [
        ['search-entities', { name: text.slice(0, 200) }],
        ['get-entity', { id: text }],
        ['find-relationships', { entity: text }],
        ['list-meetings', { from: text, kind: text }],
      ] as const) {
        const result = await agent.callTool({ name, arguments: input }, undefined, { timeout: PATIENCE_MS });
        expect(JSON.stringify(result.content)).not.toMatch(/root:x|ECONN|at .*\.ts:/);
      }
  });

  it('left the graph as it was, and reached out to nobody', async () => {
    expect(await graphVersion()).toBe(version);
    expect(visits).toBe(0);
  });
});
