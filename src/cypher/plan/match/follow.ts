// From a bound node along one link: the step for each sort of link.
import { labelTest, labelText } from '../../expressions/labels.ts';
import { notSupported, syntaxError } from '../../errors.ts';
import type { GroupPattern, RelationshipPattern } from '../../parse/ast.ts';
import type { Step, Test } from '../../run/context.ts';
import type { Hop, RelationshipTest } from '../../steps/link.ts';
import { REVERSED } from '../../steps/link.ts';
import { expandStep, followBoundStep } from '../../steps/expand.ts';
import { expandGroupStep } from '../../steps/expand-group.ts';
import { expandRangeStep } from '../../steps/expand-range.ts';
import { shortestStep } from '../../steps/shortest.ts';
import type { Planning } from '../planning.ts';
import type { Scope } from '../scope.ts';
import { conjunctsOf, type Link, type PatternNode, patternVariables, propertyConditions } from './pattern.ts';
import { nodeTest } from './start.ts';

export interface Following {
  readonly link: Link;
  readonly isBound: (node: PatternNode) => boolean;
  readonly used: readonly number[];
  readonly estimatedRows: number;
  readonly scope: Scope;
  readonly planning: Planning;
  /** Compiles a pattern inside a group. */
  readonly matchInner: (group: GroupPattern, scope: Scope) => readonly Step[];
}

export function followStep(following: Following, conditions: readonly Test[]): Step {
  const { link, isBound } = following;
  const reversed = !isBound(link.from);
  const [near, far] = reversed ? [link.to, link.from] : [link.from, link.to];
  const hop = hopTo(near, far, isBound(far) || near === far, following.used);
  const { pattern } = link;
  if (pattern.kind === 'group') return groupStep(following, pattern, hop, reversed);
  if (link.shortest) return shortestLinkStep(following, pattern, conditions);
  const details = describe(link, near, far, reversed ? REVERSED[pattern.direction] : pattern.direction);
  const direction = reversed ? REVERSED[pattern.direction] : pattern.direction;
  const test = relationshipTest(following, pattern);
  if (pattern.range) {
    const { slot, given } = link;
    return expandRangeStep({ ...hop, ...pattern.range, details, direction, reversed, slot, test, given });
  }
  const names = [link.name, ...(isBound(far) ? [] : [far.name])];
  const expansion = {
    ...hop,
    details,
    direction,
    slot: link.slot,
    test,
    names,
    onlyType:
      following.used.length > 0 || isBound(far) || near === far || nodeTest(far) ? undefined : onlyType(pattern),
    estimatedRows: following.estimatedRows,
  };
  return link.bound ? followBoundStep(expansion) : expandStep(expansion);
}

function hopTo(near: PatternNode, far: PatternNode, isFarBound: boolean, used: readonly number[]): Hop {
  const { slot } = far;
  if (isFarBound) return { from: near.slot, used, arrive: (row, node) => row[slot] === node };
  const test = nodeTest(far);
  return {
    from: near.slot,
    used,
    arrive(row, node) {
      if (test && !test(node.labels)) return false;
      row[slot] = node;
      return true;
    },
  };
}

/** In a repeated pattern, properties and WHERE hold for each relationship: they are part of the test. */
function relationshipTest({ link, scope, planning }: Following, pattern: RelationshipPattern): RelationshipTest {
  const isType = typeTest(pattern);
  if (!pattern.range && !link.shortest) return isType;
  const inner = scope.child();
  const name = pattern.variable ?? link.name;
  const slot = inner.declare(name, 'relationship');
  const conditions = [...propertyConditions(name, pattern), ...conjunctsOf(pattern.where)];
  if (conditions.length === 0) return isType;
  const tests = conditions.map((condition) => planning.compiler.predicate(condition, inner));
  return (relationship, row, context) => {
    if (!isType(relationship, row, context)) return false;
    row[slot] = relationship;
    return tests.every((test) => test(row, context));
  };
}

/** Undefined for more than one name, null for any. */
function onlyType({ label }: RelationshipPattern): string | null | undefined {
  if (!label) return null;
  return label.kind === 'name' ? label.name : undefined;
}

function typeTest({ label }: RelationshipPattern): RelationshipTest {
  if (!label) return () => true;
  if (label.kind === 'name') {
    const { name } = label;
    return (relationship) => relationship.type === name;
  }
  const test = labelTest(label);
  return (relationship) => test([relationship.type]);
}

function shortestLinkStep(following: Following, pattern: RelationshipPattern, conditions: readonly Test[]): Step {
  const { link } = following;
  const range = pattern.range ?? { min: 1, max: 1 };
  if (range.min > 1) {
    throw syntaxError('InvalidShortestPath', 'shortestPath() needs a minimal length of 0 or 1.');
  }
  return shortestStep({
    details: describe(link, link.from, link.to, pattern.direction),
    from: link.from.slot,
    to: link.to.slot,
    slot: link.slot,
    isList: pattern.range !== undefined,
    pathSlot: link.path?.slot,
    range,
    direction: pattern.direction,
    test: relationshipTest(following, pattern),
    ...link.shortest!,
    conditions,
  });
}

function groupStep(following: Following, group: GroupPattern, hop: Hop, reversed: boolean): Step {
  const { scope, planning, link } = following;
  const names = patternVariables(group.path);
  const outside = [...scope.variables].filter(([name]) => !names.includes(name));
  const inner = scope.nested(new Map(outside));
  const path = named(group, planning);
  const ends = [path.path.nodes[0]!.variable!, path.path.nodes.at(-1)!.variable!];
  const [entryName, exitName] = reversed ? ends.toReversed() : ends;
  const entry = inner.declare(entryName!, 'node');
  const steps = following.matchInner(path, inner);
  const slotOf = (name: string): number => inner.variables.get(name)!.slot;
  const known = new Set(outside.map(([name]) => name));
  return expandGroupStep({
    ...hop,
    min: group.min,
    max: group.max,
    details: `{${group.min}, ${group.max === Infinity ? '' : group.max}}`,
    reversed,
    inner: steps,
    entry,
    exit: slotOf(exitName!),
    innerSlots: [...inner.variables].filter(([name]) => !known.has(name)).map(([, { slot }]) => slot),
    relationshipSlots: path.path.links.map((each) => slotOf((each as RelationshipPattern).variable!)),
    lists: names.map((name) => ({ from: slotOf(name), to: scope.variables.get(name)!.slot })),
    slot: link.slot,
  });
}

/** Every node and relationship of a group gets a name, so that the rounds can be told apart. */
function named(group: GroupPattern, { freshName }: Planning): GroupPattern {
  const nodes = group.path.nodes.map((node) => ({ ...node, variable: node.variable ?? freshName('node') }));
  const links = group.path.links.map((link) => {
    if (link.kind === 'group') throw notSupported('A quantified pattern inside another');
    return { ...link, variable: link.variable ?? freshName('relationship') };
  });
  return { ...group, path: { nodes, links } };
}

function describe(link: Link, near: PatternNode, far: PatternNode, direction: string): string {
  const { pattern } = link;
  const label = pattern.kind === 'relationship' && pattern.label ? `:${labelText(pattern.label)}` : '';
  const range = pattern.kind === 'relationship' && pattern.range ? `*${pattern.range.min}..${pattern.range.max}` : '';
  const [tail, head] = direction === 'both' ? ['-', '-'] : direction === 'out' ? ['-', '->'] : ['<-', '-'];
  return `(${shown(near)})${tail}[${label}${range}]${head}(${shown(far)})`;
}

const shown = ({ name }: PatternNode): string => (name.startsWith(' ') ? '' : name);
