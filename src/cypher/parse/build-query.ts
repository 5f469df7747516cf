// Queries and their clauses.
import { type ParserRuleContext, TerminalNode } from 'antlr4ng';
import { notSupported, syntaxError } from '../errors.ts';
import * as Tree from '../generated/CypherQueryParser.ts';
import type { Clause, MatchClause, ProcedureClause, Projection, ProjectionItem, Query, SubqueryClause } from './ast.ts';
import { type Build, optional } from './build.ts';
import { buildAtom, buildMap } from './build-atom.ts';
import { buildExpression } from './build-expression.ts';
import { buildLabel, buildPathElements, buildPatterns, buildShortestPath } from './build-pattern.ts';
import { dottedName, nameOf } from './names.ts';
import { positionOf, readTree } from './read-tree.ts';

/** @throws CypherError */
export const parseQuery = (text: string): Query => buildTree(readTree(text));

/** @throws CypherError for what the language has and this interpreter has not */
export function buildTree(tree: Tree.QueryTextContext): Query {
  const [statement, second] = tree.preparsedStatement();
  if (second) throw syntaxError('UnexpectedSyntax', 'Send one statement at a time.', positionOf(second));
  const query = statement!.statement().queryWithLocalDefinitions();
  if (!query) throw notSupported('An administration command');
  return BUILD.query(query);
}

export const BUILD: Build = {
  query: buildQuery,
  expression: (tree) => buildExpression(tree, BUILD),
  atom: (tree) => buildAtom(tree, BUILD),
  map: (tree) => buildMap(tree, BUILD),
  patterns: (tree) => buildPatterns(tree, BUILD),
  shortestPath: (tree) => buildShortestPath(tree, BUILD),
  pathElements: (tree) => buildPathElements(tree, BUILD),
  label: buildLabel,
};

function buildQuery(tree: Tree.QueryWithLocalDefinitionsContext): Query {
  const queries = tree.nextStatement().regularQuery();
  if (tree.localDefinition().length > 0) throw notSupported('DEFINE');
  if (queries.length > 1) throw notSupported('NEXT');
  const union = queries[0]!.union();
  if (!union) throw notSupported('WHEN … THEN between queries');
  return { parts: union.singleQuery().map(buildSingleQuery), unionAll: readUnions(union) };
}

function readUnions(tree: Tree.UnionContext): readonly boolean[] {
  const words = tree.children
    .filter((child) => child instanceof TerminalNode)
    .map((word) => word.getText().toUpperCase());
  return words.flatMap((word, at) => (word === 'UNION' ? [words[at + 1] === 'ALL'] : []));
}

function buildSingleQuery(tree: Tree.SingleQueryContext): readonly Clause[] {
  if (tree.LCURLY()) throw notSupported('A query in braces');
  const clauses = tree.clause();
  return clauses.map((clause) => buildClause(clause.children[0] as ParserRuleContext, clauses.length === 1));
}

export function buildClause(tree: ParserRuleContext, standalone: boolean): Clause {
  if (tree instanceof Tree.MatchClauseContext) return buildMatch(tree);
  if (tree instanceof Tree.ReturnClauseContext)
    return { kind: 'return', projection: buildProjection(tree.returnBody()) };
  if (tree instanceof Tree.WithClauseContext) {
    const where = tree.whereClause();
    const projection = buildProjection(tree.returnBody());
    return {
      kind: 'with',
      projection: { ...projection, ...optional('where', where && expression(where.expression())) },
    };
  }
  if (tree instanceof Tree.UnwindClauseContext) {
    return { kind: 'unwind', list: expression(tree.expression()), variable: nameOf(tree.variable()) };
  }
  if (tree instanceof Tree.OrderBySkipLimitClauseContext) {
    return { kind: 'with', projection: { distinct: false, star: true, items: [], ...buildPaging(tree) } };
  }
  if (tree instanceof Tree.SubqueryClauseContext) return buildSubquery(tree);
  if (tree instanceof Tree.CallClauseContext) return buildProcedure(tree, standalone);
  if (tree instanceof Tree.FinishClauseContext) return { kind: 'finish' };
  throw notSupported(`The clause ${tree.start?.text?.toUpperCase() ?? ''}`, 'Queries here only read.');
}

const expression = (tree: Tree.ExpressionContext): ReturnType<Build['expression']> => BUILD.expression(tree);

function buildMatch(tree: Tree.MatchClauseContext): MatchClause {
  if (tree.searchClause()) throw notSupported('SEARCH');
  if (tree.matchMode()?.REPEATABLE()) throw notSupported('REPEATABLE ELEMENTS');
  const where = tree.whereClause();
  return {
    kind: 'match',
    optional: tree.OPTIONAL() !== null,
    patterns: BUILD.patterns(tree.patternList()),
    ...optional('where', where && expression(where.expression())),
  };
}

function buildProjection(tree: Tree.ReturnBodyContext): Projection {
  if (tree.groupBy()) throw notSupported('GROUP BY');
  const items = tree.returnItems();
  return {
    distinct: tree.DISTINCT() !== null,
    star: items.TIMES() !== null,
    items: items.returnItem().map(buildItem),
    ...buildPaging(tree),
  };
}

function buildItem(tree: Tree.ReturnItemContext): ProjectionItem {
  const alias = tree.variable();
  const built = expression(tree.expression());
  if (alias) return { expression: built, name: nameOf(alias), aliased: true };
  const name = built.kind === 'variable' ? built.name : sourceText(tree.expression());
  return { expression: built, name, aliased: false };
}

/** The column of an unnamed item is its text as it was written. */
function sourceText(tree: ParserRuleContext): string {
  return tree.start!.inputStream!.getTextFromRange(tree.start!.start, tree.stop!.stop);
}

type Paged = Tree.ReturnBodyContext | Tree.OrderBySkipLimitClauseContext;

function buildPaging(tree: Paged): Pick<Projection, 'order' | 'skip' | 'limit'> {
  const order = tree.orderBy()?.orderItem() ?? [];
  const skip = tree.skip();
  const limit = tree.limit();
  return {
    order: order.map((key) => ({ expression: expression(key.expression()), descending: key.descToken() !== null })),
    ...optional('skip', skip && expression(skip.expression())),
    ...optional('limit', limit && expression(limit.expression())),
  };
}

function buildSubquery(tree: Tree.SubqueryClauseContext): SubqueryClause {
  if (tree.subqueryInTransactionsParameters()) throw notSupported('CALL … IN TRANSACTIONS');
  const scope = tree.subqueryScope();
  const imports = scope ? (scope.TIMES() ? 'all' : scope.variable().map(nameOf)) : 'with';
  const query = buildQuery(tree.queryWithLocalDefinitions());
  return { kind: 'subquery', optional: tree.OPTIONAL() !== null, imports, query };
}

function buildProcedure(tree: Tree.CallClauseContext, standalone: boolean): ProcedureClause {
  const where = tree.whereClause();
  const args = tree.LPAREN() ? tree.procedureArgument().map((each) => expression(each.expression())) : undefined;
  const yields = tree.procedureResultItem().map((item) => {
    const column = nameOf(item._yieldItemName!);
    return { column, variable: item._yieldItemAlias ? nameOf(item._yieldItemAlias) : column };
  });
  return {
    kind: 'procedure',
    name: dottedName(tree.procedureName()),
    optional: tree.OPTIONAL() !== null,
    standalone,
    ...optional('args', args),
    ...optional('yields', tree.YIELD() ? (tree.TIMES() ? ('all' as const) : yields) : undefined),
    ...optional('where', where && expression(where.expression())),
  };
}
