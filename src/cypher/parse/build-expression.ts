// Expressions by the grammar's levels of precedence, from OR down to postfix operators.
import { type ParserRuleContext, TerminalNode } from 'antlr4ng';
import { syntaxError } from '../errors.ts';
import * as Tree from '../generated/CypherQueryParser.ts';
import type { ArithmeticOperator, ComparisonOperator, Expression, NormalForm, TextOperator } from './ast.ts';
import { type Build, optional } from './build.ts';
import { buildType } from './build-type.ts';
import { nameOf } from './names.ts';

export function buildExpression(tree: Tree.ExpressionContext, build: Build): Expression {
  return joined('or', tree.expression11(), (or) =>
    joined('xor', or.expression10(), (xor) => joined('and', xor.expression9(), (and) => buildNot(and, build))),
  );
}

function joined<T>(operator: 'or' | 'xor' | 'and', trees: readonly T[], read: (tree: T) => Expression): Expression {
  return trees.map(read).reduce((left, right) => ({ kind: 'logical', operator, left, right }));
}

function buildNot(tree: Tree.Expression9Context, build: Build): Expression {
  let expression = buildComparison(tree.expression8(), build);
  for (let count = tree.NOT().length; count > 0; count--) expression = { kind: 'not', of: expression };
  return expression;
}

function buildComparison(tree: Tree.Expression8Context, build: Build): Expression {
  const operands = tree.expression7().map((each) => buildTested(each, build));
  if (operands.length === 1) return operands[0]!;
  const operators = tree.children.filter((child) => child instanceof TerminalNode).map(comparisonOperator);
  return { kind: 'comparison', operators, operands };
}

export function comparisonOperator(token: TerminalNode): ComparisonOperator {
  const text = token.getText();
  if (text === '!=') {
    const { line, column } = token.symbol;
    throw syntaxError('UnexpectedSyntax', 'Unknown operator !=; write <> instead.', { line, column: column + 1 });
  }
  return text as ComparisonOperator;
}

export function buildTested(tree: Tree.Expression7Context, build: Build): Expression {
  const expression = buildSum(tree.expression6(), build);
  const test = tree.comparisonExpression6();
  return test ? buildTest(expression, test, build) : expression;
}

export function buildTest(of: Expression, tree: Tree.ComparisonExpression6Context, build: Build): Expression {
  if (tree instanceof Tree.StringAndListComparisonContext) {
    const right = buildSum(tree.expression6(), build);
    if (tree.IN()) return { kind: 'membership', item: of, list: right };
    return { kind: 'textTest', operator: textOperator(tree), left: of, right };
  }
  if (tree instanceof Tree.NullComparisonContext) return { kind: 'nullTest', of, negated: tree.NOT() !== null };
  if (tree instanceof Tree.TypeComparisonContext) {
    return { kind: 'typeTest', of, type: buildType(tree.type()), negated: tree.NOT() !== null };
  }
  if (tree instanceof Tree.LabelComparisonContext) {
    return { kind: 'labelTest', of, label: build.label(tree.labelExpression4()), negated: tree.NOT() !== null };
  }
  const normal = tree as Tree.NormalFormComparisonContext;
  const form = (normal.normalForm()?.getText().toUpperCase() ?? 'NFC') as NormalForm;
  return { kind: 'normalTest', of, form, negated: normal.NOT() !== null };
}

function textOperator(tree: Tree.StringAndListComparisonContext): TextOperator {
  if (tree.REGEQ()) return '=~';
  if (tree.STARTS()) return 'starts with';
  return tree.ENDS() ? 'ends with' : 'contains';
}

function buildSum(tree: Tree.Expression6Context, build: Build): Expression {
  return leftToRight(tree, (product) =>
    leftToRight(product, (power) =>
      leftToRight(power, (signed) => buildSigned(signed as Tree.Expression3Context, build)),
    ),
  );
}

/** Children are operand, operator, operand, …; every arithmetic operator of Cypher associates to the left, ^ too. */
function leftToRight(tree: ParserRuleContext, read: (tree: ParserRuleContext) => Expression): Expression {
  let left = read(tree.children[0] as ParserRuleContext);
  for (let at = 1; at < tree.children.length; at += 2) {
    const sign = tree.children[at]!.getText();
    const right = read(tree.children[at + 1] as ParserRuleContext);
    left =
      sign === '||'
        ? { kind: 'arithmetic', operator: '+', joining: true, left, right }
        : { kind: 'arithmetic', operator: sign as ArithmeticOperator, left, right };
  }
  return left;
}

function buildSigned(tree: Tree.Expression3Context, build: Build): Expression {
  const of = buildPostfix(tree.expression2(), build);
  if (!tree.MINUS() && !tree.PLUS()) return of;
  return { kind: 'sign', negative: tree.MINUS() !== null, of };
}

function buildPostfix(tree: Tree.Expression2Context, build: Build): Expression {
  let of = build.atom(tree.expression1());
  for (const postfix of tree.postFix()) {
    if (postfix instanceof Tree.PropertyPostfixContext) {
      of = { kind: 'property', of, key: nameOf(postfix.property().propertyKeyName()) };
    } else if (postfix instanceof Tree.IndexPostfixContext) {
      of = { kind: 'index', of, index: build.expression(postfix.expression()) };
    } else {
      const range = postfix as Tree.RangePostfixContext;
      const bound = (bound: Tree.ExpressionContext | null | undefined) => (bound ? build.expression(bound) : undefined);
      of = { kind: 'slice', of, ...optional('from', bound(range._fromExp)), ...optional('to', bound(range._toExp)) };
    }
  }
  return of;
}
