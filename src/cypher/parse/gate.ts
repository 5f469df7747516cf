// The gate: what may run at all, on either store. An allow-list, so that what is new in the language is refused.
import { ParserRuleContext } from 'antlr4ng';
import { CypherError, syntaxError } from '../errors.ts';
import { CypherQueryParser as Grammar, type QueryTextContext } from '../generated/CypherQueryParser.ts';
import { dottedName, nameOf } from './names.ts';
import { positionOf, readTree } from './read-tree.ts';
import { checkText } from './text-rules.ts';

export interface GateReport {
  readonly mode: 'run' | 'explain' | 'profile';
  /** As written, without repetition. */
  readonly procedures: readonly string[];
  readonly parameters: readonly string[];
}

const ALLOWED_CLAUSES: ReadonlySet<number> = new Set([
  Grammar.RULE_matchClause,
  Grammar.RULE_withClause,
  Grammar.RULE_returnClause,
  Grammar.RULE_unwindClause,
  Grammar.RULE_orderBySkipLimitClause,
  Grammar.RULE_callClause,
  Grammar.RULE_subqueryClause,
  Grammar.RULE_finishClause,
]);

/** Procedures that only read, and that both stores have. Lower case. */
const ALLOWED_PROCEDURES: ReadonlySet<string> = new Set([
  'db.labels',
  'db.relationshiptypes',
  'db.propertykeys',
  'db.schema.visualization',
  'db.index.fulltext.querynodes',
]);

/** Parts of allowed clauses that are refused wherever they stand. */
const REFUSED_PARTS: ReadonlyMap<number, string> = new Map([
  [Grammar.RULE_command, 'An administration command'],
  [Grammar.RULE_localDefinition, 'DEFINE'],
  [Grammar.RULE_useClause, 'USE'],
  [Grammar.RULE_cypherOptions, 'A CYPHER option'],
  [Grammar.RULE_subqueryInTransactionsParameters, 'CALL … IN TRANSACTIONS'],
  [Grammar.RULE_hint, 'A planner hint (USING)'],
  [Grammar.RULE_searchClause, 'SEARCH'],
]);

/** Functions of Neo4j that reach past the graph: files, URLs, the server. */
const REFUSED_FUNCTION_PREFIXES = ['apoc.', 'dbms.', 'gds.', 'genai.', 'graph.'];

/** @throws CypherError with a Neo4j code: the syntax error with line, column and what was expected, or the refusal by name */
export function checkQuery(text: string): GateReport {
  checkText(text);
  return checkTree(readTree(text));
}

/** @throws CypherError */
export function checkTree(tree: QueryTextContext): GateReport {
  const statements = tree.preparsedStatement();
  if (statements.length !== 1) {
    throw syntaxError('UnexpectedSyntax', 'Send one statement at a time.', positionOf(statements[1] ?? tree));
  }
  const report = { mode: 'run' as GateReport['mode'], procedures: new Set<string>(), parameters: new Set<string>() };
  visit(tree, report);
  return { mode: report.mode, procedures: [...report.procedures], parameters: [...report.parameters] };
}

interface Findings {
  mode: GateReport['mode'];
  readonly procedures: Set<string>;
  readonly parameters: Set<string>;
}

function visit(context: ParserRuleContext, found: Findings): void {
  inspect(context, found);
  for (const child of context.children) if (child instanceof ParserRuleContext) visit(child, found);
}

function inspect(context: ParserRuleContext, found: Findings): void {
  const refused = REFUSED_PARTS.get(context.ruleIndex);
  if (refused !== undefined) throw refusal(refused, context);
  switch (context.ruleIndex) {
    case Grammar.RULE_preparserOption:
      found.mode = context.getText().toUpperCase() === 'PROFILE' ? 'profile' : 'explain';
      break;
    case Grammar.RULE_clause:
      checkClause(context);
      break;
    case Grammar.RULE_procedureName:
      found.procedures.add(allowedProcedure(context));
      break;
    case Grammar.RULE_functionName:
      checkFunction(context);
      break;
    case Grammar.RULE_parameterName:
      found.parameters.add(nameOf(context));
  }
}

/** Clauses of Cypher 25, which a server of today does not know: refused on both stores, with what to write instead. */
const LATER_CLAUSES: ReadonlyMap<number, string> = new Map([
  [Grammar.RULE_filterClause, 'WITH * WHERE …'],
  [Grammar.RULE_letClause, 'WITH *, … AS name'],
  [Grammar.RULE_forListClause, 'UNWIND … AS name'],
]);

function checkClause(context: ParserRuleContext): void {
  const clause = context.children[0] as ParserRuleContext;
  const instead = LATER_CLAUSES.get(clause.ruleIndex);
  if (instead !== undefined) {
    const message = `${clauseName(clause)} belongs to Cypher 25; write ${instead} instead.`;
    throw syntaxError('UnexpectedSyntax', message, positionOf(clause));
  }
  if (!ALLOWED_CLAUSES.has(clause.ruleIndex)) throw refusal(clauseName(clause), clause);
}

/** The words it begins with: "DETACH DELETE", "LOAD CSV", "MERGE". */
function clauseName(clause: ParserRuleContext): string {
  const first = clause.start?.text?.toUpperCase() ?? '';
  return ['LOAD', 'DETACH', 'NODETACH'].includes(first) ? `${first} ${first === 'LOAD' ? 'CSV' : 'DELETE'}` : first;
}

function refusal(what: string, context: ParserRuleContext): CypherError {
  const position = positionOf(context);
  const place = `line ${position.line}, column ${position.column}`;
  return new CypherError('AccessMode', `${what} is not allowed: queries here only read (${place}).`, { position });
}

function allowedProcedure(context: ParserRuleContext): string {
  const name = dottedName(context);
  if (ALLOWED_PROCEDURES.has(name.toLowerCase())) return name;
  const message = `The procedure ${name} is not allowed here; allowed are those that only read the graph.`;
  throw new CypherError('ProcedureNotFound', message, { detail: 'ProcedureNotFound', position: positionOf(context) });
}

function checkFunction(context: ParserRuleContext): void {
  const name = dottedName(context).toLowerCase();
  if (!REFUSED_FUNCTION_PREFIXES.some((prefix) => name.startsWith(prefix))) return;
  throw refusal(`The function ${dottedName(context)}`, context);
}
