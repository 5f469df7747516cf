// Where to start: the scan that finds the fewest candidates.
import { labelTest, labelText, possibleNames, rememberingTest, requiredLabels } from '../../expressions/labels.ts';
import type { LabelTest } from '../../expressions/labels.ts';
import type { GraphNode } from '../../property-graph.ts';
import type { Step } from '../../run/context.ts';
import { nodeScanStep, relationshipScanStep } from '../../steps/scan.ts';
import type { Planning } from '../planning.ts';
import { isHidden, type Scope } from '../scope.ts';
import { indexSeeks } from './index-seek.ts';
import type { Conjunct, Link, PatternNode } from './pattern.ts';

export interface Start {
  /** Candidates, with those that a first hop will look at. */
  readonly cost: number;
  readonly rows: number;
  readonly step: Step;
  readonly nodes: readonly PatternNode[];
  readonly link: Link | undefined;
}

export interface StartQuestion {
  readonly open: readonly PatternNode[];
  readonly links: readonly Link[];
  readonly conjuncts: readonly Conjunct[];
  readonly isKnown: (name: string) => boolean;
  readonly isBound: (node: PatternNode) => boolean;
  readonly used: readonly number[];
  readonly scope: Scope;
  readonly planning: Planning;
}

/** Undefined where a node needs no label. */
export function nodeTest(node: PatternNode): LabelTest | undefined {
  const tests = node.patterns.flatMap(({ label }) => (label ? [labelTest(label)] : []));
  return tests.length === 0 ? undefined : rememberingTest(tests);
}

export function bestStart(question: StartQuestion): Start {
  const starts = [
    ...question.open.flatMap((node) => nodeStarts(node, question)),
    ...question.links.flatMap((link) => relationshipStart(link, question)),
  ];
  return starts.reduce((best, start) => (isBetter(start, best) ? start : best));
}

/**
 * Of equal ones of a node the last: an index before a label, a label before all nodes. Of equal nodes the first with a name:
 * what is asked of it is asked row after row, and its rows follow each other.
 */
function isBetter(start: Start, best: Start): boolean {
  if (start.cost !== best.cost) return start.cost < best.cost;
  return start.nodes[0] === best.nodes[0] || (isNamed(start) && !isNamed(best));
}
const isNamed = ({ nodes }: Start): boolean => nodes.some(({ name }) => !isHidden(name));

function nodeStarts(node: PatternNode, question: StartQuestion): readonly Start[] {
  const { graph } = question.planning;
  const test = nodeTest(node);
  const isLinked = question.links.some((link) => link.from === node || link.to === node);
  const degree = isLinked ? (2 * graph.relationshipCount) / Math.max(1, graph.nodeCount) : 0;
  const start = (rows: number, operator: string, details: string, source: NodeSource): Start => ({
    cost: rows * (1 + degree),
    rows,
    step: nodeScanStep({ operator, details, estimatedRows: rows, slot: node.slot, test, source }),
    nodes: [node],
    link: undefined,
  });
  const name = node.name.trim();
  const starts = [start(graph.nodeCount, 'AllNodesScan', name, () => graph.nodes())];
  for (const label of node.patterns.flatMap((pattern) => requiredLabels(pattern.label))) {
    const scan = () => graph.nodesWithLabel(label);
    starts.push(start(graph.labelCount(label), 'NodeByLabelScan', `${name}:${label}`, scan));
  }
  for (const seek of indexSeeks(node, question.conjuncts, question.isKnown, question.scope, question.planning)) {
    starts.push(start(seek.cost, seek.operator, seek.details, seek.source));
  }
  return starts;
}
type NodeSource = Parameters<typeof nodeScanStep>[0]['source'];

/**
 * The ends of a type's relationships lie anywhere in memory, and equal ones do not come one after the other;
 * measured on 300,000 relationships against a scan of the nodes.
 */
const RANDOM_ACCESS = 2;

/** All relationships of a type, where that is less than to look at all nodes and what leaves them. */
function relationshipStart(link: Link, question: StartQuestion): readonly Start[] {
  const { pattern, from, to } = link;
  const isOpen = !question.isBound(from) && !question.isBound(to);
  if (pattern.kind === 'group' || pattern.range || link.shortest || link.bound || !isOpen) return [];
  const { graph } = question.planning;
  const types = pattern.label ? possibleNames(pattern.label) : undefined;
  if (pattern.label && !types) return [];
  const counts = types?.map((type) => graph.typeCount(type)) ?? [graph.relationshipCount];
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const [start, end] = pattern.direction === 'in' ? [to, from] : [from, to];
  const fits = endTest(start, end);
  const step = relationshipScanStep({
    details: pattern.label ? labelText(pattern.label) : '',
    estimatedRows: rows,
    slots: { relationship: link.slot, from: start.slot, to: end.slot },
    source: () => (types ? inTurn(types, (type) => graph.relationshipsOfType(type)) : graph.relationships()),
    used: question.used,
    bothWays: pattern.direction === 'both',
    accepts: fits,
  });
  return [{ cost: rows * (pattern.direction === 'both' ? 2 : 1) * RANDOM_ACCESS, rows, step, nodes: [from, to], link }];
}

function endTest(start: PatternNode, end: PatternNode): (from: GraphNode, to: GraphNode) => boolean {
  const startTest = nodeTest(start);
  const endTest = nodeTest(end);
  if (start === end) return (from, to) => from === to && (startTest?.(from.labels) ?? true);
  return (from, to) => (startTest?.(from.labels) ?? true) && (endTest?.(to.labels) ?? true);
}

function inTurn<T>(names: readonly string[], find: (name: string) => Iterable<T>): Iterable<T> {
  return names.length === 1
    ? find(names[0]!)
    : (function* () {
        for (const name of names) yield* find(name);
      })();
}
