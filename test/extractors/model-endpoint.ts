// A chat-completions endpoint on loopback whose answers a test decides; it records what it was asked.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  readonly status?: number;
  readonly content?: unknown;
  /** The answer ended because it was as long as it may be. */
  readonly isCut?: boolean;
  /** Sent as it is, instead of a completion. */
  readonly raw?: string;
}

export interface ModelStub {
  readonly baseUrl: string;
  readonly requests: { readonly body: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

export async function startModelStub(reply: (passage: string, attempt: number) => Reply): Promise<ModelStub> {
  const requests: { body: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      requests.push({ body, authorization: request.headers.authorization });
      const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
      const { passage } = JSON.parse(messages.at(-1)!.content) as { passage: string };
      const { status = 200, content, isCut = false, raw } = reply(passage, requests.length);
      response.writeHead(status, { 'content-type': 'application/json' });
      const choice = { message: { content: JSON.stringify(content) }, finish_reason: isCut ? 'length' : 'stop' };
      response.end(raw ?? JSON.stringify({ choices: [choice] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
