// Every tool for agents, listed and called by the SDK's own client, on both transports.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/adapters/stores/open.ts';
import { NOTICE } from '../../src/mcp/answer.ts';
import { TOOLS } from '../../src/mcp/server.ts';
import { startTestService, type TestService } from '../api/support/service.ts';
import { commitOf, REPORTS, WORLD } from '../api/support/world.ts';
import { REPOSITORY, SOURCES } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-mcp-'));
let service: TestService;
let relationship: string;

beforeAll(async () => {
  service = await startTestService();
  const store = await openStore(`file:${folder}/store`);
  await store.commit(REPORTS.map(commitOf));
  await store.close();
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const TRANSPORTS = {
  stdio: () =>
    new StdioClientTransport({
      command: process.execPath,
      args: [...SOURCES, 'mcp', '--store', `file:${folder}/store`],
      cwd: REPOSITORY,
    }),
  http: () => new StreamableHTTPClientTransport(new URL(service.url('/mcp'))),
};

const calls = (): Readonly<Record<string, { input: Record<string, unknown>; has: string }>> => ({
  'get-schema': { input: {}, has: 'MET_WITH' },
  'read-cypher': {
    input: { query: 'MATCH (p:Person {name: $name}) RETURN p.country', parameters: { name: 'Ruth Okafor' } },
    has: 'Nigeria',
  },
  'search-entities': { input: { name: 'dang hoa' }, has: WORLD.dang },
  'get-entity': { input: { id: WORLD.dang }, has: 'Ministry of Ports' },
  'find-relationships': { input: { entity: WORLD.okafor, other: WORLD.dang }, has: 'MET_WITH' },
  'find-paths': { input: { from: WORLD.dang, to: WORLD.gothenburg }, has: '12th Harbour Forum' },
  'get-evidence': { input: { relationship }, has: 'quotation' },
  'list-meetings': { input: { from: '2025' }, has: '13th Harbour Forum' },
});

describe.each(Object.keys(TRANSPORTS) as (keyof typeof TRANSPORTS)[])('over %s', (transport) => {
  const client = new Client({ name: 'a test', version: '1' });
  const call = async (name: string, input: Record<string, unknown>) =>
    CallToolResultSchema.parse(await client.callTool({ name, arguments: input }));

  beforeAll(async () => {
    await client.connect(TRANSPORTS[transport]());
    const found = await call('find-relationships', { entity: WORLD.okafor, other: WORLD.dang });
    relationship = z.object({ relationships: z.array(z.object({ id: z.string() })) }).parse(found.structuredContent)
      .relationships[0]!.id;
  });
  afterAll(() => client.close());

  it('lists every tool as read-only, with the types of its input and output', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const tool of tools) {
      expect(tool.annotations?.readOnlyHint).toBe(true);
      expect(tool.outputSchema?.type).toBe('object');
    }
  });

  it.each(TOOLS.map(({ name }) => name))('%s answers, typed, with the notice on quotations', async (name) => {
    const { input, has } = calls()[name]!;
    const result = await call(name, input);
    expect(result.isError).not.toBe(true);
    expect(result.structuredContent?.['notice']).toBe(NOTICE);
    const text = result.content[0]?.type === 'text' ? result.content[0].text : '';
    expect(JSON.parse(text)).toEqual(result.structuredContent);
    expect(text).toContain(has);
  });

  it('gives quotations as quotations', async () => {
    const { structuredContent } = await call('get-evidence', { relationship });
    const { claims } = z
      .object({ claims: z.array(z.object({ quotation: z.string(), attributedTo: z.string().nullable() })) })
      .parse(structuredContent);
    expect(claims.map(({ attributedTo }) => attributedTo)).toEqual([null, 'organisers']);
    expect(claims[0]!.quotation).toContain('met Ruth Okafor');
  });

  it('refuses what writes, with the reason', async () => {
    const result = await call('read-cypher', { query: 'CREATE (n) RETURN n' });
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toMatch(/CREATE/);
  });

  it('says when an answer was cut, and how to get the rest', async () => {
    const result = await call('read-cypher', { query: 'UNWIND range(1, 500) AS n RETURN n', maxRows: 10 });
    expect(result.structuredContent).toMatchObject({ cut: true });
    expect(String(result.structuredContent?.['advice'])).toContain('SKIP');
    const wide = await call('read-cypher', {
      query: "UNWIND range(1, 500) AS n RETURN n, reduce(s = '', i IN range(1, 100) | s + 'wide')",
      maxRows: 500,
    });
    expect(JSON.stringify(wide.structuredContent).length).toBeLessThan(30_000);
    expect(wide.structuredContent).toMatchObject({ cut: true });
  });

  it('answers an unknown id with what to do', async () => {
    const result = await call('get-entity', { id: '0'.repeat(64) });
    expect([result.isError, JSON.stringify(result.content)]).toEqual([
      true,
      expect.stringContaining('search-entities'),
    ]);
  });
});

describe('the address /mcp', () => {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };

  it('refuses pages of other origins', async () => {
    const response = await service.ask('/mcp', {
      method: 'POST',
      body,
      headers: { ...headers, Origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(403);
  });

  it('keeps no session to open or to end', async () => {
    expect((await service.ask('/mcp')).status).toBe(405);
    expect((await service.ask('/mcp', { method: 'DELETE' })).status).toBe(405);
  });
});
