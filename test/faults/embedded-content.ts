// What an embedded store holds, read in this thread: its documents, and the graph that they give.
import { openForReading } from '../../src/adapters/stores/embedded/database.ts';
import { LedgerReader } from '../../src/adapters/stores/embedded/ledger-reader.ts';
import { applyDelta, emptyGraph } from '../../src/adapters/stores/embedded/memory-projection.ts';
import { Projector } from '../../src/projection/projector.ts';
import { dump } from '../resolution/graph-dump.ts';

export interface StoreContent {
  readonly documents: readonly string[];
  readonly graph: readonly string[];
}

export function contentOf(folder: string): StoreContent {
  const ledger = new LedgerReader(openForReading(folder));
  const graph = emptyGraph();
  const projector = new Projector();
  const documents: string[] = [];
  for (let sequence = 0, more = true; more;) {
    const page = ledger.changesAfter(sequence);
    applyDelta(graph, projector.apply(page));
    documents.push(...page.put.map(({ document }) => document.id));
    ({ sequence, hasMore: more } = page);
  }
  ledger.close();
  return { documents: documents.sort(), graph: dump(graph) };
}
