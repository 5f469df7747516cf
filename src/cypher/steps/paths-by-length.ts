// All paths between two nodes, the short ones first: where a predicate chooses among paths, or more than one length is wanted.
import type { Direction, Repetition } from '../parse/ast.ts';
import type { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { QueryContext, Row } from '../run/context.ts';
import type { PathValue } from '../values/value.ts';
import { adjacent, type RelationshipTest, REVERSED } from './link.ts';
import { pathFrom } from './path.ts';
import { PathCounter } from './select-paths.ts';

export interface ShortestSearch {
  readonly range: Repetition;
  readonly direction: Direction;
  readonly test: RelationshipTest;
  /** So many paths, or all paths of so many lengths. */
  readonly count: number;
  readonly groups: boolean;
  /** A selector (ANY SHORTEST) may go round and come back; shortestPath() refuses equal ends. */
  readonly selector: boolean;
  readonly accept: ((path: PathValue) => boolean) | undefined;
}

/** The first path found need not pass the predicate: all paths of a length are tried, then those one longer. */
export function* byLength(
  search: ShortestSearch,
  start: GraphNode,
  end: GraphNode,
  row: Row,
  context: QueryContext,
): Iterable<PathValue> {
  const { range, count, groups } = search;
  const counter = new PathCounter(search);
  const distances = new Distances(search, end, row, context);
  let found = 0;
  try {
    for (let length = range.min; length <= range.max; length++) {
      distances.growTo(length);
      const walk: Walk = { search, start, length, path: [], distances, mayBeLonger: false };
      const before = found;
      for (const path of pathsOfLength(walk, start, row, context)) {
        if (!counter.takes(length)) return;
        yield path;
        found++;
        if (!groups && found === count) return;
      }
      if (groups && found > before && counter.isFull) return;
      if (!walk.mayBeLonger) return;
    }
  } finally {
    distances.release();
  }
}

interface Walk {
  readonly search: ShortestSearch;
  readonly start: GraphNode;
  readonly length: number;
  readonly path: GraphRelationship[];
  readonly distances: Distances;
  /** Whether some way that was given up may reach the end when it is allowed to be longer. */
  mayBeLonger: boolean;
}

function* pathsOfLength(walk: Walk, node: GraphNode, row: Row, context: QueryContext): Iterable<PathValue> {
  const { search, path, distances } = walk;
  context.budget.tick();
  const left = walk.length - path.length;
  const distance = distances.of(node);
  if (distance === undefined || distance > left) {
    walk.mayBeLonger ||= distance !== undefined || distances.isGrowing;
    return;
  }
  if (left === 0) {
    walk.mayBeLonger = true;
    const found = pathFrom(walk.start, [...path]);
    if (!search.accept || search.accept(found)) yield found;
    return;
  }
  for (const relationship of adjacent(node, search.direction)) {
    if (path.includes(relationship) || !search.test(relationship, row, context)) continue;
    path.push(relationship);
    yield* pathsOfLength(walk, relationship.other(node), row, context);
    path.pop();
  }
}

const BYTES_A_DISTANCE = 60;

/** How far each node near the end is from it, so that no way is followed that cannot arrive. */
class Distances {
  private readonly search: ShortestSearch;
  private readonly row: Row;
  private readonly context: QueryContext;
  private readonly known: Map<GraphNode, number>;
  private frontier: readonly GraphNode[];
  private depth = 0;
  private held = 0;

  constructor(search: ShortestSearch, end: GraphNode, row: Row, context: QueryContext) {
    this.search = search;
    this.row = row;
    this.context = context;
    this.known = new Map([[end, 0]]);
    this.frontier = [end];
  }

  of(node: GraphNode): number | undefined {
    return this.known.get(node);
  }
  /** Whether a longer way may come from further off. */
  get isGrowing(): boolean {
    return this.frontier.length > 0;
  }

  growTo(depth: number): void {
    for (; this.depth < depth && this.isGrowing; this.depth++) this.grow();
  }

  release(): void {
    this.context.budget.letGo(this.held);
  }

  private grow(): void {
    const { search, row, context } = this;
    const next: GraphNode[] = [];
    for (const node of this.frontier) {
      for (const relationship of adjacent(node, REVERSED[search.direction])) {
        context.budget.tick();
        const reached = relationship.other(node);
        if (this.known.has(reached) || !search.test(relationship, row, context)) continue;
        this.known.set(reached, this.depth + 1);
        next.push(reached);
      }
    }
    this.frontier = next;
    this.held += BYTES_A_DISTANCE * next.length;
    context.budget.hold(BYTES_A_DISTANCE * next.length);
  }
}
