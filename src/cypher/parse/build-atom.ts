// The innermost expressions: names, literals, calls, comprehensions, subqueries.
import type { ParserRuleContext } from 'antlr4ng';
import { notSupported } from '../errors.ts';
import * as Tree from '../generated/CypherQueryParser.ts';
import {
  CASE_SUBJECT,
  type Expression,
  type ListComprehensionExpression,
  type MapExpression,
  type MapProjectionItem,
  type PatternComprehensionExpression,
  type Query,
  type QuantifierExpression,
  type ReduceExpression,
} from './ast.ts';
import { type Build, optional } from './build.ts';
import { buildTest, buildTested, comparisonOperator } from './build-expression.ts';
import { buildLiteral } from './build-literal.ts';
import { dottedName, nameOf } from './names.ts';
import { positionOf } from './read-tree.ts';

export function buildAtom(wrapper: Tree.Expression1Context, build: Build): Expression {
  const tree = wrapper.children[0] as ParserRuleContext;
  return buildSimple(tree, build) ?? buildOverList(tree, build) ?? buildOverGraph(tree, build) ?? refuse(tree);
}

function buildSimple(tree: ParserRuleContext, build: Build): Expression | undefined {
  if (tree instanceof Tree.VariableContext) return { kind: 'variable', name: nameOf(tree), at: positionOf(tree) };
  if (tree instanceof Tree.LiteralContext) return buildLiteral(tree, build);
  if (tree instanceof Tree.ParenthesizedExpressionContext) return build.expression(tree.expression());
  if (tree instanceof Tree.ParameterContext) return { kind: 'parameter', name: nameOf(tree.parameterName()) };
  if (tree instanceof Tree.FunctionInvocationContext) return buildCall(tree, build);
  if (tree instanceof Tree.CountStarContext) {
    return { kind: 'call', name: 'count', args: [], distinct: false, star: true, at: positionOf(tree) };
  }
  if (tree instanceof Tree.CaseExpressionContext) return buildCase(tree, build);
  if (tree instanceof Tree.ExtendedCaseExpressionContext) return buildCaseOf(tree, build);
  if (tree instanceof Tree.TrimFunctionContext) return buildTrim(tree, build);
  if (tree instanceof Tree.NormalizeFunctionContext) {
    const form: Expression = { kind: 'literal', value: tree.normalForm()?.getText().toUpperCase() ?? 'NFC' };
    const args = [build.expression(tree.expression()), form];
    return { kind: 'call', name: 'normalize', args, distinct: false, at: positionOf(tree) };
  }
  if (tree instanceof Tree.PropertyExistsPredicateContext) {
    const of: Expression = { kind: 'variable', name: nameOf(tree.variable()), at: positionOf(tree.variable()) };
    const property: Expression = { kind: 'property', of, key: nameOf(tree.propertyKeyName()) };
    return { kind: 'nullTest', of: property, negated: true };
  }
  return undefined;
}

function buildOverList(tree: ParserRuleContext, build: Build): Expression | undefined {
  if (tree instanceof Tree.ListLiteralContext) {
    return { kind: 'list', items: tree.expression().map((item) => build.expression(item)) };
  }
  if (tree instanceof Tree.ListComprehensionContext) return buildComprehension(tree, build);
  if (tree instanceof Tree.ListItemsPredicateContext) return buildQuantifier(tree, build);
  if (tree instanceof Tree.ReduceExpressionContext) return buildReduce(tree, build);
  if (tree instanceof Tree.MapProjectionContext) {
    const items = tree.mapProjectionElement().map((element) => buildProjected(element, build));
    return { kind: 'mapProjection', variable: nameOf(tree.variable()), items };
  }
  return undefined;
}

function buildOverGraph(tree: ParserRuleContext, build: Build): Expression | undefined {
  if (tree instanceof Tree.PatternComprehensionContext) return buildPatternComprehension(tree, build);
  if (tree instanceof Tree.PatternExpressionContext) {
    const pattern = build.pathElements(tree.pathPatternNonEmpty());
    const query: Query = { parts: [[{ kind: 'match', optional: false, patterns: [pattern] }]], unionAll: [] };
    return { kind: 'subquery', answer: 'exists', bare: true, query };
  }
  if (tree instanceof Tree.ExistsExpressionContext) return buildCounted(tree, 'exists', build);
  if (tree instanceof Tree.CountExpressionContext) return buildCounted(tree, 'count', build);
  if (tree instanceof Tree.CollectExpressionContext) {
    return { kind: 'subquery', answer: 'collect', query: build.query(tree.queryWithLocalDefinitions()) };
  }
  if (tree instanceof Tree.ShortestPathExpressionContext) {
    return { kind: 'shortestPath', path: build.shortestPath(tree.shortestPathPattern()) };
  }
  return undefined;
}

function refuse(tree: ParserRuleContext): never {
  throw notSupported(`The expression ${tree.getText().slice(0, 40)}`);
}

const expressionOr = (tree: Tree.ExpressionContext | null | undefined, build: Build): Expression | undefined =>
  tree ? build.expression(tree) : undefined;

function buildCall(tree: Tree.FunctionInvocationContext, build: Build): Expression {
  const args = tree.functionArgument().map((argument) => build.expression(argument.expression()));
  const name = dottedName(tree.functionName());
  const [only] = args;
  if (name.toLowerCase() === 'exists' && args.length === 1 && only!.kind === 'subquery')
    return { ...only, named: true };
  return { kind: 'call', name, args, distinct: tree.DISTINCT() !== null, at: positionOf(tree) };
}

function buildTrim(tree: Tree.TrimFunctionContext, build: Build): Expression {
  const name = tree.LEADING() ? 'ltrim' : tree.TRAILING() ? 'rtrim' : 'trim';
  const characters = expressionOr(tree._trimCharacterString, build);
  const source = build.expression(tree._trimSource!);
  const args = characters ? [source, characters] : [source];
  return { kind: 'call', name, args, distinct: false, at: positionOf(tree) };
}

function buildCase(tree: Tree.CaseExpressionContext, build: Build): Expression {
  const branches = tree.caseAlternative().map((branch) => ({
    tests: [build.expression(branch.expression(0)!)],
    then: build.expression(branch.expression(1)!),
  }));
  return { kind: 'case', branches, ...optional('otherwise', expressionOr(tree.expression(), build)) };
}

function buildCaseOf(tree: Tree.ExtendedCaseExpressionContext, build: Build): Expression {
  const branches = tree.extendedCaseAlternative().map((branch) => ({
    tests: branch.extendedWhen().map((when) => buildWhen(when, build)),
    then: build.expression(branch.expression()),
  }));
  const subject = build.expression(tree.expression(0)!);
  return { kind: 'case', subject, branches, ...optional('otherwise', expressionOr(tree._elseExp, build)) };
}

function buildWhen(tree: Tree.ExtendedWhenContext, build: Build): Expression {
  const subject: Expression = { kind: 'variable', name: CASE_SUBJECT };
  if (tree instanceof Tree.WhenAdvancedComparisonContext) {
    return buildTest(subject, tree.comparisonExpression6(), build);
  }
  if (tree instanceof Tree.WhenSimpleComparisonContext) {
    const operator = comparisonOperator(tree.children[0] as Parameters<typeof comparisonOperator>[0]);
    const operands = [subject, buildTested(tree.expression7(), build)];
    return { kind: 'comparison', operators: [operator], operands };
  }
  const value = build.expression((tree as Tree.WhenEqualsContext).expression());
  return { kind: 'comparison', operators: ['='], operands: [subject, value] };
}

function buildComprehension(tree: Tree.ListComprehensionContext, build: Build): ListComprehensionExpression {
  return {
    kind: 'listComprehension',
    variable: nameOf(tree.variable()),
    list: build.expression(tree.expression(0)!),
    ...optional('where', expressionOr(tree._whereExp, build)),
    ...optional('map', expressionOr(tree._barExp, build)),
  };
}

function buildQuantifier(tree: Tree.ListItemsPredicateContext, build: Build): QuantifierExpression {
  return {
    kind: 'quantifier',
    quantifier: tree.ALL() ? 'all' : tree.ANY() ? 'any' : tree.NONE() ? 'none' : 'single',
    variable: nameOf(tree.variable()),
    list: build.expression(tree._inExp!),
    ...optional('where', expressionOr(tree._whereExp, build)),
  };
}

function buildReduce(tree: Tree.ReduceExpressionContext, build: Build): ReduceExpression {
  const [initial, list, body] = tree.expression().map((each) => build.expression(each));
  const [accumulator, variable] = tree.variable().map(nameOf);
  return {
    kind: 'reduce',
    accumulator: accumulator!,
    initial: initial!,
    variable: variable!,
    list: list!,
    body: body!,
  };
}

function buildProjected(tree: Tree.MapProjectionElementContext, build: Build): MapProjectionItem {
  if (tree.TIMES()) return { kind: 'all' };
  const key = tree.propertyKeyName();
  if (key) return { kind: 'entry', key: nameOf(key), value: build.expression(tree.expression()!) };
  const property = tree.property();
  if (property) return { kind: 'property', key: nameOf(property.propertyKeyName()) };
  const variable = tree.variable()!;
  const name = nameOf(variable);
  return { kind: 'entry', key: name, value: { kind: 'variable', name, at: positionOf(variable) } };
}

function buildPatternComprehension(
  tree: Tree.PatternComprehensionContext,
  build: Build,
): PatternComprehensionExpression {
  const variable = tree.variable();
  return {
    kind: 'patternComprehension',
    path: { ...build.pathElements(tree.pathPatternNonEmpty()), ...optional('variable', variable && nameOf(variable)) },
    ...optional('where', expressionOr(tree._whereExp, build)),
    map: build.expression(tree._barExp!),
  };
}

function buildCounted(
  tree: Tree.ExistsExpressionContext | Tree.CountExpressionContext,
  answer: 'exists' | 'count',
  build: Build,
): Expression {
  const inner = tree.queryWithLocalDefinitions();
  if (inner) return { kind: 'subquery', answer, query: build.query(inner) };
  if (tree.matchMode()?.REPEATABLE()) throw notSupported('REPEATABLE ELEMENTS');
  const patterns = build.patterns(tree.patternList()!);
  const where = optional('where', expressionOr(tree.whereClause()?.expression(), build));
  const query: Query = { parts: [[{ kind: 'match', optional: false, patterns, ...where }]], unionAll: [] };
  return { kind: 'subquery', answer, query };
}

export function buildMap(tree: Tree.MapContext, build: Build): MapExpression {
  const values = tree.expression();
  const entries = tree.propertyKeyName().map((key, at) => [nameOf(key), build.expression(values[at]!)] as const);
  return { kind: 'map', entries };
}
