// The MCP server: every tool of the list, read-only, with refusals that say what to change.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { AppError } from '../domain/errors.ts';
import { NOTICE, refusal } from './answer.ts';
import { getEntity, listMeetingsTool, searchEntitiesTool } from './entity-tools.ts';
import { findPathsTool, findRelationships, getEvidence } from './fact-tools.ts';
import { getSchema, readCypher } from './graph-tools.ts';
import type { Tool, ToolGround } from './tool.ts';

export const TOOLS: readonly Tool[] = [
  getSchema,
  readCypher,
  searchEntitiesTool,
  getEntity,
  findRelationships,
  findPathsTool,
  getEvidence,
  listMeetingsTool,
];

const INSTRUCTIONS = `Plenary is a graph of who met whom, who attended what and who proposed what, read from documents.
Search an entity by name first, then ask for its relationships; get-evidence gives the sentences to cite. ${NOTICE}`;

export function createMcpServer(ground: ToolGround, version: string): McpServer {
  const server = new McpServer({ name: 'plenary', version }, { instructions: INSTRUCTIONS });
  for (const tool of TOOLS) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.input.shape,
        outputSchema: tool.output.shape,
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      async (input: Record<string, unknown>) => {
        try {
          return await tool.call(input, ground);
        } catch (error) {
          if (error instanceof AppError) return refusal(error.message);
          return refusal('The tool failed because of a fault of the service; try another tool.');
        }
      },
    );
  }
  return server;
}
