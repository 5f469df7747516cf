// Nothing that a caller or a document says makes the service reach out: addresses in every disguise, in every place that takes a text.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestUpload, openUploadPool } from '../../src/ingest/index.ts';
import * as answers from '../api/support/answers.ts';
import { posted, startTestService, type TestService } from '../api/support/service.ts';
import { bodies, doors, toolArguments } from './doors.ts';

const PATIENCE_MS = 30_000;
const pool = openUploadPool(1);
let service: TestService;
let listener: Server;
let port: number;
let callers = 0;
const agent = new Client({ name: 'a test of addresses', version: '1' });

beforeAll(async () => {
  listener = createServer((socket) => {
    callers += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  port = (listener.address() as AddressInfo).port;
  service = await startTestService({ ingest: (store) => ingestUpload(store, pool) });
  await agent.connect(new StreamableHTTPClientTransport(new URL(service.url('/mcp'))));
});
afterAll(async () => {
  await agent.close();
  await service.stop();
  await pool.close();
  listener.close();
});

/** All lead to the listener where a client follows them, but for the last, which no client should know. */
const disguises = (): Readonly<Record<string, string>> => ({
  plain: `http://127.0.0.1:${port}/`,
  'a name of loopback': `http://localhost:${port}/`,
  'a short IPv4': `http://127.1:${port}/`,
  'a decimal IPv4': `http://2130706433:${port}/`,
  'an octal IPv4': `http://0177.0.0.1:${port}/`,
  'a hexadecimal IPv4': `http://0x7f000001:${port}/`,
  'IPv4 in IPv6': `http://[::ffff:127.0.0.1]:${port}/`,
  'all addresses': `http://0.0.0.0:${port}/`,
  'a user before it': `http://example.org@127.0.0.1:${port}/`,
  'a name that rebinds': `http://127.0.0.1.nip.io:${port}/`,
  'another scheme': `ftp://127.0.0.1:${port}/`,
  'a scheme without slashes': `http:127.0.0.1:${port}`,
  'a relative scheme': `//127.0.0.1:${port}/`,
  'gopher, as is said to Redis': `gopher://127.0.0.1:${port}/_SET%20a%20b`,
  'a file': 'file:///etc/passwd',
  metadata: 'http://169.254.169.254/latest/meta-data/',
});

const page = (url: string): string => `<!DOCTYPE html [<!ENTITY outside SYSTEM "${url}">]>
<html><head><base href="${url}"><meta http-equiv="refresh" content="0;url=${url}"><link rel="stylesheet" href="${url}">
<script src="${url}"></script><style>@import url("${url}"); body { background: url(${url}) }</style></head>
<body><img src="${url}" srcset="${url} 2x"><iframe src="${url}"></iframe><object data="${url}"></object><video poster="${url}"></video>
<svg><image href="${url}"/><use href="${url}#a"/></svg><p>Ruth Okafor met Mara Lindqvist in Oslo on 5 March 2024. &outside;</p></body></html>`;

const letter = (url: string): string => `From: a@example.org
Subject: Okafor meets Lindqvist
MIME-Version: 1.0
Content-Type: message/external-body; access-type=URL; URL="${url}"

Content-Type: text/html

${page(url)}`;

const note = (url: string): string => `# Okafor meets Lindqvist

![a picture](${url}) [a link][1] <${url}>

Ruth Okafor met Mara Lindqvist in Oslo on 5 March 2024.

[1]: ${url}
`;

it('would be noticed: the listener hears who calls', async () => {
  await new Promise<void>((resolve) => connect(port, '127.0.0.1').once('close', () => resolve()));
  expect(callers).toBe(1);
  callers = 0;
});

describe('an address', () => {
  it.each(Object.keys(disguises()))('in any parameter of any route is never fetched: %s', async (name) => {
    const url = disguises()[name]!;
    for (const [path, init] of [...doors(url), ...bodies(url)]) {
      const response = await service.ask(path, init);
      expect(await response.text()).not.toMatch(/root:x|ECONN|ENOTFOUND/);
      expect(response.status, path).toBeLessThan(500);
    }
    expect(callers).toBe(0);
  });

  it.each(Object.keys(disguises()))('in any argument of any tool is never fetched: %s', async (name) => {
    for (const [tool, input] of toolArguments(disguises()[name]!)) {
      const { content } = await agent.callTool({ name: tool, arguments: input });
      expect(JSON.stringify(content)).not.toMatch(/root:x|ECONN|ENOTFOUND/);
    }
    expect(callers).toBe(0);
  });

  it.each(Object.keys(disguises()))('in a page, a letter or a note that is read is never fetched: %s', async (name) => {
    for (const [file, write] of Object.entries({ 'page.html': page, 'letter.eml': letter, 'note.md': note })) {
      const text = write(disguises()[name]!);
      const sent = await service.get(answers.job, '/api/v1/documents', posted({ text, name: file }), 202);
      const state = async (): Promise<string> => (await service.get(answers.job, `/api/v1/jobs/${sent.id}`)).state;
      await expect.poll(state, { timeout: PATIENCE_MS }).toMatch(/^(?:done|refused|failed|setAside)$/);
    }
    expect(callers).toBe(0);
  });

  it('that names a store is not taken from a request', async () => {
    const url = `neo4j://127.0.0.1:${port}`;
    for (const path of ['/api/v1/stats?store=', `/db/${encodeURIComponent(url)}/query/v2?store=`])
      await service.ask(path + encodeURIComponent(url), posted({ statement: 'RETURN 1', store: url }));
    expect(callers).toBe(0);
  });
});

describe('the code', () => {
  const root = join(import.meta.dirname, '..', '..', 'src');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const reachesOut =
    /\bfetch\(|\bnew WebSocket\(|from '(?:node:)?(?:https|http2|dgram|dns|tls|undici)|\b(?:http|net)\.(?:request|get|connect)\(|import \{[^}]*\b(?:request|get|connect)\b[^}]*\} from 'node:(?:http|net)'/;

  it('calls out in one place only: the model endpoint that its owner names, and there no redirect is followed', () => {
    const callers = sources.filter((name) => reachesOut.test(readFileSync(join(root, name), 'utf8')));
    expect(callers).toEqual([join('adapters', 'extractors', 'llm', 'client.ts')]);
    expect(readFileSync(join(root, callers[0]!), 'utf8')).toContain("redirect: 'error'");
  });
});
