// MCP on standard input and output, until the client hangs up.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer } from './server.ts';
import type { ToolGround } from './tool.ts';

export async function serveStdio(ground: ToolGround, version: string): Promise<void> {
  const server = createMcpServer(ground, version);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
  });
  process.stdin.once('end', () => void server.close());
  await server.connect(new StdioServerTransport());
  await closed;
}
