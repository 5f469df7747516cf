// A quantified group: ((x)-[r]->(y) WHERE …){min,max} repeats a whole pattern; its variables become lists.
import type { Repetition } from '../parse/ast.ts';
import type { GraphNode, GraphRelationship } from '../property-graph.ts';
import type { QueryContext, Row, Step } from '../run/context.ts';
import { runSteps } from '../run/run-steps.ts';
import type { Value } from '../values/value.ts';
import { type Hop, isUsed, nodeAt } from './link.ts';

export interface GroupExpansion extends Hop, Repetition {
  readonly details: string;
  readonly reversed: boolean;
  /** The group's inner pattern, from its entry node on. */
  readonly inner: readonly Step[];
  readonly entry: number;
  readonly exit: number;
  /** Every place that the inner steps write. */
  readonly innerSlots: readonly number[];
  /** Places of the inner relationships, in the order of the pattern. */
  readonly relationshipSlots: readonly number[];
  /** Inner variables and where their lists go. */
  readonly lists: readonly { readonly from: number; readonly to: number }[];
  /** Where all relationships of all rounds go: uniqueness and path values need them. */
  readonly slot: number;
}

export function expandGroupStep(group: GroupExpansion): Step {
  return {
    operator: 'Repeat',
    details: group.details,
    inner: group.inner,
    *run(input, context) {
      for (const row of input) {
        const node = nodeAt(row, group.from);
        if (node) yield* repeat(group, { rounds: [], relationships: [] }, node, row, context);
      }
    },
  };
}

interface Progress {
  readonly rounds: Row[];
  readonly relationships: GraphRelationship[];
}

function* repeat(
  group: GroupExpansion,
  progress: Progress,
  node: GraphNode,
  row: Row,
  context: QueryContext,
): Iterable<Row> {
  const { rounds, relationships } = progress;
  context.budget.tick();
  if (rounds.length >= group.min && group.arrive(row, node)) {
    writeLists(group, progress, row);
    yield row;
  }
  if (rounds.length >= group.max) return;
  row[group.entry] = node;
  for (const found of runSteps(group.inner, [row], context, row)) {
    const added = relationshipsOf(group, found);
    if (added.some((each) => relationships.includes(each) || isUsed(each, row, group.used))) continue;
    // deeper rounds write the same places: what the inner steps go on with is kept and put back
    const round = [...found];
    rounds.push(round);
    relationships.push(...added);
    yield* repeat(group, progress, round[group.exit] as GraphNode, row, context);
    rounds.pop();
    relationships.length -= added.length;
    for (const slot of group.innerSlots) row[slot] = round[slot]!;
  }
}

function relationshipsOf(group: GroupExpansion, row: Row): readonly GraphRelationship[] {
  const found = group.relationshipSlots.flatMap((slot) => row[slot] as GraphRelationship | GraphRelationship[]);
  return group.reversed ? found.reverse() : found;
}

function writeLists(group: GroupExpansion, { rounds, relationships }: Progress, row: Row): void {
  const ordered = group.reversed ? rounds.toReversed() : rounds;
  for (const { from, to } of group.lists) row[to] = ordered.map((round): Value => round[from]!);
  row[group.slot] = group.reversed ? relationships.toReversed() : [...relationships];
}
