// What a tool for agents is; the server is made from the list of them.
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { z } from 'zod';
import type { GraphStore } from '../ports/graph-store.ts';
import type { Read } from '../query/rows.ts';
import type { GraphSchema } from '../schema/index.ts';

/** What the tools ask: look-ups only, under the limits of whoever serves them. */
export interface ToolGround {
  readonly read: Read;
  /** For the agent's own Cypher: an answer may be cut, and says so. */
  readonly ask: Read;
  readonly store: Pick<GraphStore, 'searchText' | 'document' | 'stats'>;
  readonly schema: GraphSchema;
}

export interface ToolContract<I extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: z.ZodObject;
  call(input: z.output<I>, ground: ToolGround): Promise<CallToolResult>;
}

export type Tool = ToolContract<z.ZodObject>;

/** Checks a contract's types where it is written, and forgets them for the list. */
export const tool = <I extends z.ZodObject>(contract: ToolContract<I>): Tool => contract;
