// What linking found, as a snapshot's graph shows it: enough for every question, not for a change.
import type { MemoryGraph } from '../../../cypher/index.ts';
import type { LinkJudgement } from '../../../ports/graph-store.ts';
import { ENTITY_LABEL } from '../../../projection/graph.ts';

export class SnapshotLinks {
  private readonly canonical = new Map<string, string>();
  private readonly graph: MemoryGraph;
  private readonly judged: readonly LinkJudgement[];

  constructor(graph: MemoryGraph, judged: readonly LinkJudgement[]) {
    this.graph = graph;
    this.judged = judged;
    for (const node of graph.nodesWithLabel(ENTITY_LABEL))
      for (const referent of (node.get('referents') ?? []) as readonly string[]) this.canonical.set(referent, node.key);
  }

  canonicalOf(id: string): string | undefined {
    return this.canonical.get(id) ?? this.graph.node(id)?.key;
  }

  judgements(): readonly LinkJudgement[] {
    return this.judged;
  }
}
