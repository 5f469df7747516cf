// The decoded graph with what exploring needs: degrees, neighbours, and facts bundled into the lines that are drawn.
import type { DecodedGraph } from '../../../src/adapters/layout/payload.ts';

/** Lines between nodes: all facts of one relation and modality between two nodes are one line. */
export interface Lines {
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly relation: Uint8Array;
  readonly modality: Uint8Array;
  /** Which of several lines between the same two nodes this is, and how many there are. */
  readonly lane: Uint8Array;
  readonly lanes: Uint8Array;
  /** Facts of line i: `facts[firstFact[i]]` up to `facts[firstFact[i + 1]]`, as edge numbers of the payload. */
  readonly firstFact: Uint32Array;
  readonly facts: Uint32Array;
}

export class GraphModel {
  readonly graph: DecodedGraph;
  readonly size: number;
  readonly degree: Uint32Array;
  readonly lines: Lines;
  /** Lines at node i: `linesAt[firstLine[i]]` up to `linesAt[firstLine[i + 1]]`. */
  readonly firstLine: Uint32Array;
  readonly linesAt: Uint32Array;

  constructor(graph: DecodedGraph) {
    this.graph = graph;
    this.size = graph.names.length;
    this.lines = bundle(graph);
    const { degree, first, at } = incidence(this.size, this.lines);
    this.degree = degree;
    this.firstLine = first;
    this.linesAt = at;
  }

  /** @returns the node, or -1 where this version of the graph has no such id */
  find(id: string): number {
    return this.graph.ids.find(id);
  }

  id(node: number): string {
    return this.graph.ids.at(node);
  }

  name(node: number): string {
    return this.graph.names[node] ?? '';
  }

  kind(node: number): string {
    return this.graph.kinds[this.graph.kind[node]!] ?? '';
  }

  relation(line: number): string {
    return this.graph.relations[this.lines.relation[line]!] ?? '';
  }

  modality(line: number): string {
    return this.graph.modalities[this.lines.modality[line]!] ?? '';
  }

  otherEnd(line: number, node: number): number {
    return this.lines.source[line] === node ? this.lines.target[line]! : this.lines.source[line]!;
  }

  linesOf(node: number): Uint32Array {
    return this.linesAt.subarray(this.firstLine[node], this.firstLine[node + 1]);
  }

  /** Distinct neighbours, best connected first. */
  neighbours(node: number): readonly number[] {
    const found = new Set<number>();
    for (const line of this.linesOf(node)) found.add(this.otherEnd(line, node));
    found.delete(node);
    return [...found].sort((a, b) => this.degree[b]! - this.degree[a]! || a - b);
  }
}

function bundle(graph: DecodedGraph): Lines {
  const order = inOrder(graph);
  const { source, target, relation, modality } = graph;
  const isSameLine = (one: number, other: number): boolean =>
    relation[one] === relation[other] &&
    modality[one] === modality[other] &&
    isSamePair({ source, target }, one, other);
  const starts: number[] = [];
  order.forEach((edge, at) => {
    if (at === 0 || !isSameLine(edge, order[at - 1]!)) starts.push(at);
  });
  const count = starts.length;
  const firstFact = Uint32Array.from([...starts, order.length]);
  const lines = {
    count,
    source: new Uint32Array(count),
    target: new Uint32Array(count),
    relation: new Uint8Array(count),
    modality: new Uint8Array(count),
    lane: new Uint8Array(count),
    lanes: new Uint8Array(count),
    firstFact,
    facts: order,
  };
  for (let line = 0; line < count; line++) {
    const edge = order[firstFact[line]!]!;
    lines.source[line] = graph.source[edge]!;
    lines.target[line] = graph.target[edge]!;
    lines.relation[line] = graph.relation[edge]!;
    lines.modality[line] = graph.modality[edge]!;
  }
  countLanes(lines);
  return lines;
}

interface Ends {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

const isSamePair = ({ source, target }: Ends, one: number, other: number): boolean =>
  Math.min(source[one]!, target[one]!) === Math.min(source[other]!, target[other]!) &&
  Math.max(source[one]!, target[one]!) === Math.max(source[other]!, target[other]!);

/** Edges by pair, relation and modality: counted into place column by column, the last first, which compares nothing. */
function inOrder({ source, target, relation, modality, names, relations, modalities }: DecodedGraph): Uint32Array {
  const size = names.length;
  const edges = Uint32Array.from(source, (_unused, edge) => edge);
  const byModality = sorted(edges, modalities.length, (edge) => modality[edge]!);
  const byRelation = sorted(byModality, relations.length, (edge) => relation[edge]!);
  const byOther = sorted(byRelation, size, (edge) => Math.max(source[edge]!, target[edge]!));
  return sorted(byOther, size, (edge) => Math.min(source[edge]!, target[edge]!));
}

/** @param keyOf below `keys`; what has the same key stays in order */
function sorted(edges: Uint32Array, keys: number, keyOf: (edge: number) => number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const edge of edges) next[keyOf(edge) + 1]!++;
  for (let key = 0; key < keys; key++) next[key + 1]! += next[key]!;
  const into = new Uint32Array(edges.length);
  for (const edge of edges) into[next[keyOf(edge)]!++] = edge;
  return into;
}

/** Lines are sorted by pair: a run of the same pair shares its room. */
function countLanes(lines: Lines): void {
  for (let from = 0; from < lines.count;) {
    let to = from + 1;
    while (to < lines.count && isSamePair(lines, from, to)) to++;
    for (let line = from; line < to; line++) {
      lines.lane[line] = line - from;
      lines.lanes[line] = to - from;
    }
    from = to;
  }
}

function incidence(size: number, lines: Lines) {
  const first = new Uint32Array(size + 1);
  for (let line = 0; line < lines.count; line++) {
    first[lines.source[line]! + 1]!++;
    if (lines.source[line] !== lines.target[line]) first[lines.target[line]! + 1]!++;
  }
  for (let node = 0; node < size; node++) first[node + 1]! += first[node]!;
  const next = first.slice();
  const at = new Uint32Array(first[size]!);
  for (let line = 0; line < lines.count; line++) {
    at[next[lines.source[line]!]!++] = line;
    if (lines.source[line] !== lines.target[line]) at[next[lines.target[line]!]!++] = line;
  }
  const degree = Uint32Array.from({ length: size }, (_unused, node) => first[node + 1]! - first[node]!);
  return { degree, first, at };
}
