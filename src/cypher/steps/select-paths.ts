// A path selector over a pattern of bounded length: of all its paths between two nodes the shortest ones.
import type { PathChoice } from '../parse/ast.ts';
import type { GraphNode } from '../property-graph.ts';
import type { QueryContext, Row, Step } from '../run/context.ts';
import { runSteps } from '../run/run-steps.ts';
import { sizeOf } from '../run/size.ts';
import type { PathValue, Value } from '../values/value.ts';

export interface PathSelection extends PathChoice {
  /** Finds all paths of the pattern. */
  readonly inner: readonly Step[];
  readonly pathSlot: number;
}

export function selectPathsStep(selection: PathSelection): Step {
  const { inner, count, groups } = selection;
  return {
    operator: 'SelectPaths',
    details: groups ? `SHORTEST ${count} GROUPS` : `SHORTEST ${count}`,
    inner,
    *run(input, context) {
      for (const row of input) yield* select(selection, row, context);
    },
  };
}

function* select({ inner, pathSlot, ...choice }: PathSelection, row: Row, context: QueryContext): Iterable<Row> {
  const pathOf = (found: Row): PathValue => found[pathSlot] as PathValue;
  const rows: Row[] = [];
  let held = 0;
  try {
    for (const found of runSteps(inner, [row], context, row)) {
      const bytes = found.reduce<number>((sum, value: Value | undefined) => sum + sizeOf(value ?? null), 0);
      context.budget.hold(bytes);
      held += bytes;
      rows.push([...found]);
    }
    rows.sort((left, right) => pathOf(left).relationships.length - pathOf(right).relationships.length);
    const counters = new Map<GraphNode, Map<GraphNode, PathCounter>>();
    for (const each of rows) {
      context.budget.tick();
      const path = pathOf(each);
      if (counterFor(counters, path, choice).takes(path.relationships.length)) yield each;
    }
  } finally {
    context.budget.letGo(held);
  }
}

function counterFor(
  counters: Map<GraphNode, Map<GraphNode, PathCounter>>,
  { nodes }: PathValue,
  choice: PathChoice,
): PathCounter {
  const [start, end] = [nodes[0]!, nodes.at(-1)!];
  let ofStart = counters.get(start);
  if (!ofStart) counters.set(start, (ofStart = new Map<GraphNode, PathCounter>()));
  let counter = ofStart.get(end);
  if (!counter) ofStart.set(end, (counter = new PathCounter(choice)));
  return counter;
}

/** Counts the paths between two nodes, or their lengths; they come in the order of their lengths. */
export class PathCounter {
  private readonly choice: PathChoice;
  private counted = 0;
  private lastLength = -1;

  constructor(choice: PathChoice) {
    this.choice = choice;
  }

  /** Where another length would be one too many. */
  get isFull(): boolean {
    return this.counted >= this.choice.count;
  }

  takes(length: number): boolean {
    if (!this.choice.groups || length !== this.lastLength) this.counted++;
    this.lastLength = length;
    return this.counted <= this.choice.count;
  }
}
