// A graph in memory as comparable lines.
import { MemoryGraph } from '../../src/cypher/index.ts';
import { applyDelta, emptyGraph } from '../../src/adapters/stores/embedded/memory-projection.ts';
import type { DocumentCommit } from '../../src/ports/graph-store.ts';
import { ledgerEntry } from '../../src/projection/ledger.ts';
import { Projector } from '../../src/projection/projector.ts';

export function dump(graph: MemoryGraph): readonly string[] {
  const lines: string[] = [];
  for (const node of graph.nodes())
    lines.push(`${node.key} ${node.labels.join(':')} ${JSON.stringify([...node.properties()])}`);
  for (const edge of graph.relationships())
    lines.push(`${edge.key} ${edge.start.key} ${edge.type} ${edge.end.key} ${JSON.stringify([...edge.properties()])}`);
  return lines.sort();
}

/** A projector with its graph, as the embedded store keeps them. */
export class Drawing {
  readonly graph = emptyGraph();
  readonly projector = new Projector();

  put(...documents: readonly DocumentCommit[]): this {
    applyDelta(
      this.graph,
      this.projector.apply({ put: documents.map(({ claims }) => ledgerEntry(claims)), removed: [] }),
    );
    return this;
  }

  remove(...documents: readonly DocumentCommit[]): this {
    applyDelta(
      this.graph,
      this.projector.apply({ put: [], removed: documents.map(({ claims }) => claims.document.id) }),
    );
    return this;
  }

  get lines(): readonly string[] {
    return dump(this.graph);
  }
}
