// Shortest paths: a breadth-first search from both ends.
import { argumentError } from '../errors.ts';
import type { Direction } from '../parse/ast.ts';
import type { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { QueryContext, Row } from '../run/context.ts';
import { BYTES_A_VALUE } from '../run/size.ts';
import type { PathValue } from '../values/value.ts';
import { adjacent, type RelationshipTest, REVERSED } from './link.ts';
import { pathFrom } from './path.ts';
import { byLength, type ShortestSearch } from './paths-by-length.ts';

export function* shortestPaths(
  search: ShortestSearch,
  start: GraphNode,
  end: GraphNode,
  row: Row,
  context: QueryContext,
): Iterable<PathValue> {
  if (search.accept || search.count > 1 || (start === end && search.selector)) {
    yield* byLength(search, start, end, row, context);
  } else if (start !== end) {
    yield* bidirectional(search, start, end, row, context);
  } else if (search.range.min === 0) {
    yield pathFrom(start, []);
  } else {
    throw argumentError('shortestPath() cannot start and end at the same node; add WHERE start <> end.');
  }
}

/** One of the two searches that grow towards each other. */
interface Side {
  readonly direction: Direction;
  depth: number;
  frontier: readonly GraphNode[];
  /** How each node was reached first, by every relationship that reaches it that soon. */
  readonly reached: Map<GraphNode, { readonly depth: number; readonly via: GraphRelationship[] }>;
}

const sideAt = (node: GraphNode, direction: Direction): Side => ({
  direction,
  depth: 0,
  frontier: [node],
  reached: new Map([[node, { depth: 0, via: [] }]]),
});

/** What one reached node costs: an entry of a map, an object, a list. */
const BYTES_A_REACHED_NODE = 150;

function* bidirectional(
  search: ShortestSearch,
  start: GraphNode,
  end: GraphNode,
  row: Row,
  context: QueryContext,
): Iterable<PathValue> {
  const forward = sideAt(start, search.direction);
  const backward = sideAt(end, REVERSED[search.direction]);
  const { budget } = context;
  let held = 0;
  try {
    let meetings: readonly GraphNode[] = [];
    while (meetings.length === 0 && canGrow(forward, backward, search.range.max)) {
      const isForward = forward.frontier.length <= backward.frontier.length;
      const [side, other] = isForward ? [forward, backward] : [backward, forward];
      meetings = grow(side, other, search.test, row, context);
      budget.hold(BYTES_A_REACHED_NODE * side.frontier.length);
      held += BYTES_A_REACHED_NODE * side.frontier.length;
    }
    yield* joined(forward, backward, search.groups ? meetings : meetings.slice(0, 1), search.groups, context);
  } finally {
    budget.letGo(held);
  }
}

const canGrow = (forward: Side, backward: Side, max: number): boolean =>
  forward.depth + backward.depth < max && forward.frontier.length > 0 && backward.frontier.length > 0;

/** One level further; the nodes where the sides meet. */
function grow(side: Side, other: Side, test: RelationshipTest, row: Row, context: QueryContext): readonly GraphNode[] {
  const next: GraphNode[] = [];
  const meetings: GraphNode[] = [];
  side.depth++;
  for (const node of side.frontier) {
    for (const relationship of adjacent(node, side.direction)) {
      context.budget.tick();
      const reached = relationship.other(node);
      const known = side.reached.get(reached);
      if ((known && known.depth < side.depth) || !test(relationship, row, context)) continue;
      if (known) {
        known.via.push(relationship);
        continue;
      }
      side.reached.set(reached, { depth: side.depth, via: [relationship] });
      next.push(reached);
      if (other.reached.has(reached)) meetings.push(reached);
    }
  }
  side.frontier = next;
  return meetings;
}

/** Every meeting lies on the last level of both sides: walk back to both ends. */
function* joined(
  forward: Side,
  backward: Side,
  meetings: readonly GraphNode[],
  all: boolean,
  context: QueryContext,
): Iterable<PathValue> {
  for (const meeting of meetings) {
    for (const before of waysBack(forward, meeting, context)) {
      for (const after of waysBack(backward, meeting, context)) {
        const relationships = [...before.toReversed(), ...after];
        context.budget.allocate(BYTES_A_VALUE * relationships.length);
        yield pathFrom(startOf(forward), relationships);
        if (!all) return;
      }
    }
  }
}

const startOf = (side: Side): GraphNode => side.reached.keys().next().value!;

function* waysBack(side: Side, node: GraphNode, context: QueryContext): Iterable<readonly GraphRelationship[]> {
  context.budget.tick();
  const { depth, via } = side.reached.get(node)!;
  if (depth === 0) {
    yield [];
    return;
  }
  for (const relationship of via) {
    for (const rest of waysBack(side, relationship.other(node), context)) yield [relationship, ...rest];
  }
}
