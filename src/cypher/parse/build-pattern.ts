// Patterns: nodes, relationships, quantified groups, shortest paths, label expressions.
import type { ParserRuleContext } from 'antlr4ng';
import { notSupported, syntaxError } from '../errors.ts';
import * as Tree from '../generated/CypherQueryParser.ts';
import type {
  Direction,
  GroupPattern,
  LabelExpression,
  LinkPattern,
  MapExpression,
  NodePattern,
  PathPattern,
  RelationshipPattern,
  Repetition,
} from './ast.ts';
import { type Build, optional } from './build.ts';
import { selected } from './build-selector.ts';
import { nameOf } from './names.ts';
import { positionOf } from './read-tree.ts';

export function buildPatterns(tree: Tree.PatternListContext, build: Build): readonly PathPattern[] {
  return tree.pattern().map((pattern) => buildPattern(pattern, build));
}

function buildPattern(tree: Tree.PatternContext, build: Build): PathPattern {
  const variable = tree.variable();
  const prefix = tree.pathPatternPrefix();
  const path = buildAnonymous(tree.anonymousPattern(), build);
  return { ...(prefix ? selected(path, prefix) : path), ...optional('variable', variable && nameOf(variable)) };
}

function buildAnonymous(tree: Tree.AnonymousPatternContext, build: Build): PathPattern {
  const shortest = tree.shortestPathPattern();
  if (shortest) return buildShortestPath(shortest, build);
  const element = tree.patternElement()!;
  const [only] = element.children;
  const isBracketed =
    element.children.length === 1 && only instanceof Tree.ParenthesizedPathContext && !only.quantifier();
  return isBracketed ? buildBracketed(only, build) : buildPathElements(element, build);
}

export function buildShortestPath(tree: Tree.ShortestPathPatternContext, build: Build): PathPattern {
  const path = buildPathElements(tree.patternElement(), build);
  if (path.links.length !== 1 || path.links[0]!.kind !== 'relationship') {
    throw syntaxError('InvalidShortestPath', 'shortestPath() needs exactly one relationship.', positionOf(tree));
  }
  return { ...path, shortest: { count: 1, groups: tree.ALL_SHORTEST_PATHS() !== null, selector: false } };
}

/** ((a)-->(b) WHERE …) without a quantifier: the pattern inside, with its condition. */
function buildBracketed(tree: Tree.ParenthesizedPathContext, build: Build): PathPattern {
  const path = buildPattern(tree.pattern(), build);
  if (path.shortest || path.selection || path.where || path.variable !== undefined) {
    throw notSupported('A path variable, shortest path or bracket inside a bracketed pattern');
  }
  const where = tree.expression();
  return { ...path, ...optional('where', where && build.expression(where)) };
}

export function buildPathElements(
  tree: Tree.PatternElementContext | Tree.PathPatternNonEmptyContext,
  build: Build,
): PathPattern {
  const nodes: NodePattern[] = [];
  const links: LinkPattern[] = [];
  for (const child of tree.children) {
    if (child instanceof Tree.NodePatternContext) {
      // a node right after a node can only be the one that a group ends at
      nodes.push(buildNode(child, build));
    } else if (child instanceof Tree.RelationshipPatternContext) {
      links.push(buildRelationship(child, build));
    } else if (child instanceof Tree.QuantifierContext) {
      const link = links.pop() as RelationshipPattern;
      links.push({ ...link, range: readQuantifier(child) });
    } else if (child instanceof Tree.ParenthesizedPathContext) {
      if (nodes.length === links.length) nodes.push({});
      links.push(buildGroup(child, build));
    }
  }
  if (nodes.length === links.length) nodes.push({});
  if (nodes.length !== links.length + 1) {
    throw syntaxError('UnexpectedSyntax', 'Two node patterns need a relationship between them.', positionOf(tree));
  }
  return { nodes, links };
}

function buildGroup(tree: Tree.ParenthesizedPathContext, build: Build): GroupPattern {
  const quantifier = tree.quantifier();
  const where = tree.expression();
  const path = buildPattern(tree.pattern(), build);
  if (path.shortest || path.selection || path.variable !== undefined) {
    throw notSupported('A path variable or shortest path inside a quantified pattern');
  }
  const repetition = quantifier ? readQuantifier(quantifier) : { min: 1, max: 1 };
  return { kind: 'group', path, ...repetition, ...optional('where', where && build.expression(where)) };
}

function readQuantifier(tree: Tree.QuantifierContext): Repetition {
  if (tree.PLUS()) return { min: 1, max: Infinity };
  if (tree.TIMES()) return { min: 0, max: Infinity };
  if (!tree.COMMA()) {
    const exactly = readCount(tree.UNSIGNED_DECIMAL_INTEGER(0)!.getText());
    return ordered({ min: exactly, max: exactly }, tree);
  }
  const min = tree._from_ ? readCount(tree._from_.text!) : 0;
  return ordered({ min, max: tree._to ? readCount(tree._to.text!) : Infinity }, tree);
}

function ordered(range: Repetition, tree: ParserRuleContext): Repetition {
  if (range.max > 0 && range.min <= range.max) return range;
  const message = 'A quantifier needs an upper bound above 0 and not below its lower bound.';
  throw syntaxError('InvalidQuantifier', message, positionOf(tree));
}

const readCount = (digits: string): number => Number(digits.replaceAll('_', ''));

export function buildNode(tree: Tree.NodePatternContext, build: Build): NodePattern {
  return buildFilled(tree, build);
}

type Filled = Tree.NodePatternContext | Tree.RelationshipPatternContext;

function buildFilled(tree: Filled, build: Build): NodePattern {
  const variable = tree.variable();
  const label = tree.labelExpression();
  const where = tree.expression();
  return {
    ...optional('variable', variable && nameOf(variable)),
    ...optional('label', label && buildLabel(label.labelExpression4())),
    ...optional('properties', buildProperties(tree.properties(), build)),
    ...optional('where', where && build.expression(where)),
  };
}

function buildRelationship(tree: Tree.RelationshipPatternContext, build: Build): RelationshipPattern {
  const left = tree.leftArrow() !== null;
  const right = tree.rightArrow() !== null;
  const direction: Direction = left === right ? 'both' : left ? 'in' : 'out';
  const length = tree.pathLength();
  const range = optional('range', length && readLength(length));
  return { kind: 'relationship', direction, ...buildFilled(tree, build), ...range };
}

function readLength(tree: Tree.PathLengthContext): Repetition {
  if (tree._single) return { min: readCount(tree._single.text!), max: readCount(tree._single.text!) };
  return {
    min: tree._from_ ? readCount(tree._from_.text!) : 1,
    max: tree._to ? readCount(tree._to.text!) : Infinity,
  };
}

function buildProperties(tree: Tree.PropertiesContext | null, build: Build): MapExpression | undefined {
  if (!tree) return undefined;
  const map = tree.map();
  if (map) return build.map(map);
  const message = 'A parameter cannot be the property map of a pattern; write { key: $parameter.key }.';
  throw syntaxError('InvalidParameterUse', message, positionOf(tree));
}

export function buildLabel(tree: Tree.LabelExpression4Context): LabelExpression {
  return combined(
    'or',
    tree.labelExpression3().map((each) => combined('and', each.labelExpression2().map(buildLabelNot))),
  );
}

const combined = (kind: 'and' | 'or', of: readonly LabelExpression[]): LabelExpression =>
  of.length === 1 ? of[0]! : { kind, of };

function buildLabelNot(tree: Tree.LabelExpression2Context): LabelExpression {
  let label = buildLabelName(tree.labelExpression1());
  for (let count = tree.EXCLAMATION_MARK().length; count > 0; count--) label = { kind: 'not', of: label };
  return label;
}

function buildLabelName(tree: Tree.LabelExpression1Context): LabelExpression {
  if (tree instanceof Tree.ParenthesizedLabelExpressionContext) return buildLabel(tree.labelExpression4());
  if (tree instanceof Tree.AnyLabelContext) return { kind: 'any' };
  if (tree instanceof Tree.LabelNameContext) return { kind: 'name', name: nameOf(tree.symbolicNameString()) };
  throw notSupported('A dynamic label', 'Write WHERE $label IN labels(n), or WHERE type(r) = $type.');
}
