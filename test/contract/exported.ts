// The canonical export of a store as one text.
import { writeJsonl } from '../../src/adapters/exports/jsonl.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';

export async function exported(store: GraphStore): Promise<string> {
  let text = '';
  for await (const line of writeJsonl(store)) text += line;
  return text;
}
