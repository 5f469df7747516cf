// What could have stood where a syntax error is. The parser only knows where it gave up; this walks the grammar's
// automaton over the tokens before the error and collects everything that could follow.
import { type ATNState, type Parser, RuleTransition, type Token, type Transition } from 'antlr4ng';
import { CypherQueryParser } from '../generated/CypherQueryParser.ts';

const EXPRESSION_RULES = [
  CypherQueryParser.RULE_expression,
  CypherQueryParser.RULE_expression11,
  CypherQueryParser.RULE_expression10,
  CypherQueryParser.RULE_expression9,
  CypherQueryParser.RULE_expression8,
  CypherQueryParser.RULE_expression7,
  CypherQueryParser.RULE_expression6,
  CypherQueryParser.RULE_expression5,
  CypherQueryParser.RULE_expression4,
  CypherQueryParser.RULE_expression3,
  CypherQueryParser.RULE_expression2,
];
/** What the gate refuses anyway is not suggested. */
const NEVER_ALLOWED = [
  CypherQueryParser.RULE_command,
  CypherQueryParser.RULE_composableCommandClauses,
  CypherQueryParser.RULE_createClause,
  CypherQueryParser.RULE_insertClause,
  CypherQueryParser.RULE_deleteClause,
  CypherQueryParser.RULE_setClause,
  CypherQueryParser.RULE_removeClause,
  CypherQueryParser.RULE_mergeClause,
  CypherQueryParser.RULE_loadCSVClause,
  CypherQueryParser.RULE_foreachClause,
  CypherQueryParser.RULE_useClause,
  CypherQueryParser.RULE_cypherOptions,
  CypherQueryParser.RULE_obfuscatedLiteral,
];
/** Rules that are named as a whole: hundreds of keywords may begin an expression, since each may be a name. */
const NAMED_RULES: ReadonlyMap<number, string> = new Map([
  ...EXPRESSION_RULES.map((rule) => [rule, 'an expression'] as const),
  [CypherQueryParser.RULE_variable, 'a variable'],
  [CypherQueryParser.RULE_symbolicNameString, 'a name'],
  [CypherQueryParser.RULE_parameterName, 'a parameter name'],
  [CypherQueryParser.RULE_type, 'a type'],
  ...NEVER_ALLOWED.map((rule) => [rule, ''] as const),
]);
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['UNSIGNED_DECIMAL_INTEGER', 'a number'],
  ['STRING_LITERAL1', 'a string'],
  ['STRING_LITERAL2', 'a string'],
  ['SKIPROWS', 'SKIP'],
  ['LIMITROWS', 'LIMIT'],
  ['SHORTEST_PATH', 'shortestPath'],
  ['ALL_SHORTEST_PATHS', 'allShortestPaths'],
  ['ARROW_LEFT_HEAD', ''],
  ['ARROW_RIGHT_HEAD', ''],
  ['ARROW_LINE', ''],
  ['INVALID_NEQ', ''],
  ['DEFINE', ''],
  ['NEXT', ''],
]);

/** Longer texts get no list: the walk grows with the text, and an answer must come within a fifth of a second. */
const MAX_TOKENS = 1500;

/** @param before the visible tokens that come before the error */
export function expectedAfter(parser: Parser, before: readonly Token[]): readonly string[] {
  if (before.length > MAX_TOKENS) return [];
  const walk = new AutomatonWalk(
    parser,
    before.map((token) => token.type),
  );
  walk.rule(CypherQueryParser.RULE_queryText, 0);
  return [...walk.expected].filter((name) => name !== '').sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Phrases, then keywords, then signs. */
const rank = (name: string): number => (/^[a-z]/.test(name) ? 0 : /^[A-Z]/.test(name) ? 1 : 2);

class AutomatonWalk {
  readonly expected = new Set<string>();
  private readonly parser: Parser;
  private readonly tokens: readonly number[];
  /** By rule and place (numbered in one): the places where the rule can end. */
  private readonly known = new Map<number, ReadonlySet<number>>();

  constructor(parser: Parser, tokens: readonly number[]) {
    this.parser = parser;
    this.tokens = tokens;
  }

  rule(rule: number, from: number): ReadonlySet<number> {
    const places = this.tokens.length + 1;
    const key = rule * places + from;
    const found = this.known.get(key);
    if (found) return found;
    const ends = new Set<number>();
    this.known.set(key, ends);
    const stop = this.parser.atn.ruleToStopState[rule]!;
    const seen = new Set<number>();
    const todo: [ATNState, number][] = [[this.parser.atn.ruleToStartState[rule]!, from]];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const [state, at] = next;
      const place = state.stateNumber * places + at;
      if (seen.has(place)) continue;
      seen.add(place);
      if (state === stop) ends.add(at);
      else for (const transition of state.transitions) this.follow(transition, at, todo);
    }
    return ends;
  }

  private follow(transition: Transition, at: number, todo: [ATNState, number][]): void {
    if (transition instanceof RuleTransition) {
      for (const end of this.enter(transition, at)) todo.push([transition.followState, end]);
    } else if (transition.isEpsilon) {
      todo.push([transition.target, at]);
    } else if (at === this.tokens.length) {
      for (const token of transition.label?.toArray() ?? []) this.expected.add(this.spoken(token));
    } else if (transition.label?.contains(this.tokens[at]!)) {
      todo.push([transition.target, at + 1]);
    }
  }

  private enter(transition: RuleTransition, at: number): Iterable<number> {
    const rule = transition.target.ruleIndex;
    if (at === this.tokens.length) {
      const name = NAMED_RULES.get(rule);
      if (name === undefined) return this.rule(rule, at);
      this.expected.add(name);
      return [];
    }
    const first = this.parser.atn.nextTokens(transition.target);
    const canBegin = first.contains(this.tokens[at]!) || first.contains(EPSILON);
    return canBegin ? this.rule(rule, at) : [];
  }

  private spoken(token: number): string {
    if (token === CypherQueryParser.EOF) return 'the end of the query';
    const symbol = this.parser.vocabulary.getSymbolicName(token) ?? '';
    const literal = this.parser.vocabulary.getLiteralName(token);
    return SPOKEN.get(symbol) ?? literal ?? symbol.replaceAll('_', ' ');
  }
}

/** ANTLR's mark in a first set for a rule that may match nothing. */
const EPSILON = -2;
