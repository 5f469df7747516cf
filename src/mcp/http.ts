// MCP over Streamable HTTP without sessions: each request has its own server, nothing is kept between them.
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Request, Response } from 'express';
import { createMcpServer } from './server.ts';
import type { ToolGround } from './tool.ts';

/** @param request with its JSON body read; scope, Host and Origin have been checked */
export async function answerMcp(
  ground: ToolGround,
  version: string,
  request: Request,
  response: Response,
): Promise<void> {
  const server = createMcpServer(ground, version);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once('close', () => {
    void transport.close();
    void server.close();
  });
  await server.connect(transport);
  await transport.handleRequest(request, response, request.body);
}
