// Which conditions of a MATCH an index can answer: equality, IN, ranges and prefixes over a property of a label.
import { asList } from '../../expressions/comparisons.ts';
import { requiredLabels } from '../../expressions/labels.ts';
import type { ComparisonOperator, Expression } from '../../parse/ast.ts';
import { namesIn } from '../../parse/ast-walk.ts';
import type { GraphNode, NodeIndex, RangeBound } from '../../property-graph.ts';
import type { Evaluate, QueryContext, Row } from '../../run/context.ts';
import type { StoredValue, Value } from '../../values/value.ts';
import type { Planning } from '../planning.ts';
import type { Scope } from '../scope.ts';
import type { Conjunct, PatternNode } from './pattern.ts';

export interface IndexSeek {
  readonly operator: string;
  readonly details: string;
  readonly cost: number;
  readonly source: (row: Row, context: QueryContext) => Iterable<GraphNode>;
}

/** Guesses of the share of nodes that a condition leaves, where the index cannot say. */
const RANGE_SHARE = 0.3;
const PREFIX_SHARE = 0.05;

/** A condition `node.property operator value` whose value is known before the node is. */
interface Condition {
  readonly property: string;
  readonly operator: ComparisonOperator | 'starts with' | 'in';
  readonly value: Expression;
}

export function indexSeeks(
  node: PatternNode,
  conjuncts: readonly Conjunct[],
  isKnown: (name: string) => boolean,
  scope: Scope,
  { graph, compiler }: Planning,
): readonly IndexSeek[] {
  const conditions = conjuncts.flatMap(({ expression }) => conditionsOn(node.name, expression));
  const usable = conditions.filter(({ value }) => [...namesIn(value)].every(isKnown));
  const labels = [...new Set(node.patterns.flatMap((pattern) => requiredLabels(pattern.label)))];
  const seeks: IndexSeek[] = [];
  for (const label of labels) {
    for (const condition of usable) {
      const index = graph.index(label, condition.property);
      if (!index) continue;
      const value = compiler.compile(condition.value, scope);
      const found = seek(condition, index, value, graph.labelCount(label));
      seeks.push({ ...found, details: `${node.name.trim()}:${label}(${condition.property}) ${condition.operator} …` });
    }
  }
  return seeks;
}

function conditionsOn(name: string, expression: Expression): readonly Condition[] {
  const propertyOf = (part: Expression): string | undefined =>
    part.kind === 'property' && part.of.kind === 'variable' && part.of.name === name ? part.key : undefined;
  if (expression.kind === 'membership') {
    const property = propertyOf(expression.item);
    return property === undefined ? [] : [{ property, operator: 'in', value: expression.list }];
  }
  if (expression.kind === 'textTest' && expression.operator === 'starts with') {
    const property = propertyOf(expression.left);
    return property === undefined ? [] : [{ property, operator: 'starts with', value: expression.right }];
  }
  if (expression.kind !== 'comparison') return [];
  return expression.operators.flatMap((operator, at): readonly Condition[] => {
    const left = expression.operands[at]!;
    const right = expression.operands[at + 1]!;
    const onLeft = propertyOf(left);
    if (onLeft !== undefined) return [{ property: onLeft, operator, value: right }];
    const onRight = propertyOf(right);
    return onRight === undefined ? [] : [{ property: onRight, operator: MIRRORED[operator], value: left }];
  });
}

const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function seek(condition: Condition, index: NodeIndex, value: Evaluate, count: number): Omit<IndexSeek, 'details'> {
  const { operator } = condition;
  switch (operator) {
    case '=':
      return { operator: 'NodeIndexSeek', cost: index.selectivity, source: over(value, (held) => index.equal(held)) };
    case 'in':
      return {
        operator: 'NodeIndexSeek',
        cost: Math.min(count, index.selectivity * listSize(condition.value)),
        source: membersOf(index, value),
      };
    case 'starts with':
      return {
        operator: 'NodeIndexSeekByPrefix',
        cost: count * PREFIX_SHARE,
        source: over(value, (held) => (typeof held === 'string' ? index.startingWith(held) : [])),
      };
    case '<>':
      return { operator: 'NodeIndexScan', cost: Infinity, source: () => [] };
    default: {
      const bound = (held: StoredValue): RangeBound => ({ value: held, inclusive: operator.endsWith('=') });
      const isUpper = operator.startsWith('<');
      return {
        operator: 'NodeIndexSeekByRange',
        cost: count * RANGE_SHARE,
        source: over(value, (held) =>
          isUpper ? index.range(undefined, bound(held)) : index.range(bound(held), undefined),
        ),
      };
    }
  }
}

/** Of a list that is written out; a guess for any other. */
const listSize = (list: Expression): number => (list.kind === 'list' ? list.items.length : 10);

/** Nothing equals null; a map or an entity is in no index. */
function over(value: Evaluate, find: (held: StoredValue) => Iterable<GraphNode>): IndexSeek['source'] {
  return (row, context) => {
    const held = value(row, context);
    return isStorable(held) ? find(held) : [];
  };
}

const isStorable = (value: Value): value is StoredValue =>
  value !== null && (typeof value !== 'object' || !(value instanceof Map));

function membersOf(index: NodeIndex, list: Evaluate): IndexSeek['source'] {
  return function* (row, context) {
    const values = list(row, context);
    if (values === null) return;
    const seen = new Set<GraphNode>();
    for (const value of asList(values)) {
      context.budget.tick();
      for (const node of isStorable(value) ? index.equal(value) : []) {
        if (seen.has(node)) continue;
        seen.add(node);
        yield node;
      }
    }
  };
}
