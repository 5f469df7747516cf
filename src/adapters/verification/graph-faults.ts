// Compares the graph that a store shows with the graph that its documents give.
import type { GraphStore, LinkJudgement } from '../../ports/graph-store.ts';
import type { GraphDelta } from '../../projection/graph.ts';
import type { LedgerEntry } from '../../projection/ledger.ts';
import { Projector } from '../../projection/projector.ts';
import { edgesFrom, nodesById } from '../../query/store.ts';
import { canonicalJson } from '../stores/claims-json.ts';
import { allIds, batches, entriesOf, type Entries, plainProperties } from '../stores/graph-lines.ts';

/** What the documents give, each element by what names it, with all that it says. */
export class ExpectedGraph {
  private readonly projector = new Projector();
  private readonly nodes = new Map<string, string>();
  private readonly edges = new Map<string, string>();
  private readonly edgeNames = new Map<string, string>();

  constructor(decided: readonly LinkJudgement[]) {
    this.take(this.projector.apply({ put: [], removed: [], judgements: decided }));
  }

  add(entries: readonly LedgerEntry[]): void {
    this.take(this.projector.apply({ put: entries, removed: [] }));
  }

  /** One line for each element that is missing, too many or different. */
  async faults(store: Pick<GraphStore, 'read'>): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const label of ['Entity', 'Claim', 'Document'] as const)
      for (const ids of batches(await allIds(store, label))) {
        const { rows } = await store.read(nodesById(label), { ids });
        for (const [id, labels, properties] of rows)
          this.meet(
            this.nodes,
            `${label} ${id as string}`,
            elementLine(labels as string[], entriesOf(properties!)),
            faults,
          );
        if (label === 'Document') continue;
        const { rows: edges } = await store.read(edgesFrom(label), { ids });
        for (const [source, type, target, properties] of edges) {
          const entries = entriesOf(properties!);
          this.meet(
            this.edges,
            edgeName(type as string, source as string, target as string, entries),
            elementLine([], entries),
            faults,
          );
        }
      }
    for (const name of [...this.nodes.keys(), ...this.edges.keys()]) faults.push(`${name}: missing from the graph`);
    return faults;
  }

  private meet(expected: Map<string, string>, name: string, line: string, faults: string[]): void {
    const own = expected.get(name);
    expected.delete(name);
    if (own === undefined) faults.push(`${name}: no document supports it`);
    else if (own !== line) faults.push(`${name}: differs from what the documents say`);
  }

  private take({ removedEdges, removedNodes, putNodes, putEdges }: GraphDelta): void {
    for (const edge of removedEdges) this.dropEdge(edge.key);
    for (const { key, label } of removedNodes) this.nodes.delete(`${label} ${key}`);
    for (const { key, labels, properties } of putNodes)
      this.nodes.set(`${labels[0]!} ${key}`, elementLine(labels, properties));
    for (const { key, type, source, target, properties } of putEdges) {
      this.dropEdge(key);
      const name = edgeName(type, source, target, properties);
      this.edgeNames.set(key, name);
      this.edges.set(name, elementLine([], properties));
    }
  }

  private dropEdge(key: string): void {
    const name = this.edgeNames.get(key);
    if (name !== undefined) this.edges.delete(name);
    this.edgeNames.delete(key);
  }
}

/** A fact is named by its id; the other edges occur once between two nodes. */
function edgeName(type: string, source: string, target: string, properties: Entries): string {
  const id = properties.find(([name]) => name === 'id')?.[1];
  return typeof id === 'string' ? `fact ${type} ${id}` : `${type} ${source} ${target}`;
}

const elementLine = (labels: readonly string[], properties: Entries): string =>
  canonicalJson([[...labels].sort(), plainProperties(properties)]);
