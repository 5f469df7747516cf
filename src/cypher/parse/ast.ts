// What the interpreter needs of a query, and nothing else: clauses, patterns and expressions.
import type { SourcePosition } from '../errors.ts';
import type { Value } from '../values/value.ts';

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^';
export type TextOperator = 'starts with' | 'ends with' | 'contains' | '=~';

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: Value;
}
export interface ParameterExpression {
  readonly kind: 'parameter';
  readonly name: string;
}
export interface VariableExpression {
  readonly kind: 'variable';
  readonly name: string;
  readonly at?: SourcePosition;
}
export interface PropertyExpression {
  readonly kind: 'property';
  readonly of: Expression;
  readonly key: string;
}
export interface IndexExpression {
  readonly kind: 'index';
  readonly of: Expression;
  readonly index: Expression;
}
export interface SliceExpression {
  readonly kind: 'slice';
  readonly of: Expression;
  readonly from?: Expression;
  readonly to?: Expression;
}
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly distinct: boolean;
  /** count(*) */
  readonly star?: boolean;
  readonly at?: SourcePosition;
}
export interface LogicalExpression {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or' | 'xor';
  readonly left: Expression;
  readonly right: Expression;
}
export interface NotExpression {
  readonly kind: 'not';
  readonly of: Expression;
}
export interface SignExpression {
  readonly kind: 'sign';
  readonly negative: boolean;
  readonly of: Expression;
}
export interface ArithmeticExpression {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  /** Written ||, which joins strings and lists only. */
  readonly joining?: boolean;
  readonly left: Expression;
  readonly right: Expression;
}
/** a < b <= c is one chain. */
export interface ComparisonExpression {
  readonly kind: 'comparison';
  readonly operators: readonly ComparisonOperator[];
  readonly operands: readonly Expression[];
}
export interface TextTestExpression {
  readonly kind: 'textTest';
  readonly operator: TextOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface MembershipExpression {
  readonly kind: 'membership';
  readonly item: Expression;
  readonly list: Expression;
}
export interface NullTestExpression {
  readonly kind: 'nullTest';
  readonly of: Expression;
  readonly negated: boolean;
}
export interface TypeTestExpression {
  readonly kind: 'typeTest';
  readonly of: Expression;
  readonly type: TypePattern;
  readonly negated: boolean;
}
export interface NormalTestExpression {
  readonly kind: 'normalTest';
  readonly of: Expression;
  readonly form: NormalForm;
  readonly negated: boolean;
}
export interface LabelTestExpression {
  readonly kind: 'labelTest';
  readonly of: Expression;
  readonly label: LabelExpression;
  readonly negated: boolean;
}
export interface ListExpression {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
export interface MapExpression {
  readonly kind: 'map';
  readonly entries: readonly (readonly [string, Expression])[];
}
/** With a subject, each test is an expression over the variable CASE_SUBJECT. */
export interface CaseExpression {
  readonly kind: 'case';
  readonly subject?: Expression;
  readonly branches: readonly { readonly tests: readonly Expression[]; readonly then: Expression }[];
  readonly otherwise?: Expression;
}
export interface ListComprehensionExpression {
  readonly kind: 'listComprehension';
  readonly variable: string;
  readonly list: Expression;
  readonly where?: Expression;
  readonly map?: Expression;
}
export interface ReduceExpression {
  readonly kind: 'reduce';
  readonly accumulator: string;
  readonly initial: Expression;
  readonly variable: string;
  readonly list: Expression;
  readonly body: Expression;
}
export type Quantifier = 'all' | 'any' | 'none' | 'single';
export interface QuantifierExpression {
  readonly kind: 'quantifier';
  readonly quantifier: Quantifier;
  readonly variable: string;
  readonly list: Expression;
  readonly where?: Expression;
}
export interface PatternComprehensionExpression {
  readonly kind: 'patternComprehension';
  readonly path: PathPattern;
  readonly where?: Expression;
  readonly map: Expression;
}
export interface SubqueryExpression {
  readonly kind: 'subquery';
  readonly answer: 'exists' | 'count' | 'collect';
  readonly query: Query;
  /** A pattern used as a predicate: it may not introduce variables. */
  readonly bare?: boolean;
  /** Such a pattern inside exists(), which may stand wherever an expression may. */
  readonly named?: boolean;
}
export interface ShortestPathExpression {
  readonly kind: 'shortestPath';
  readonly path: PathPattern;
}
export interface MapProjectionExpression {
  readonly kind: 'mapProjection';
  readonly variable: string;
  readonly items: readonly MapProjectionItem[];
}
export type MapProjectionItem =
  | { readonly kind: 'all' }
  | { readonly kind: 'property'; readonly key: string }
  | { readonly kind: 'entry'; readonly key: string; readonly value: Expression };

export type Expression =
  | LiteralExpression
  | ParameterExpression
  | VariableExpression
  | PropertyExpression
  | IndexExpression
  | SliceExpression
  | CallExpression
  | LogicalExpression
  | NotExpression
  | SignExpression
  | ArithmeticExpression
  | ComparisonExpression
  | TextTestExpression
  | MembershipExpression
  | NullTestExpression
  | TypeTestExpression
  | NormalTestExpression
  | LabelTestExpression
  | ListExpression
  | MapExpression
  | CaseExpression
  | ListComprehensionExpression
  | ReduceExpression
  | QuantifierExpression
  | PatternComprehensionExpression
  | SubqueryExpression
  | ShortestPathExpression
  | MapProjectionExpression;

export type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** The hidden variable that holds the subject of a CASE; no name that a user can write starts with a space. */
export const CASE_SUBJECT = ' case';

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

/** IS :: INTEGER NOT NULL | LIST<STRING> */
export interface TypePattern {
  readonly alternatives: readonly TypeAlternative[];
}
export interface TypeAlternative {
  readonly name: string;
  readonly notNull: boolean;
  readonly of?: TypePattern;
}

export type LabelExpression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'not'; readonly of: LabelExpression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly LabelExpression[] };

export interface NodePattern {
  readonly variable?: string;
  readonly label?: LabelExpression;
  readonly properties?: MapExpression;
  readonly where?: Expression;
}

export type Direction = 'out' | 'in' | 'both';

export interface Repetition {
  readonly min: number;
  readonly max: number;
}

export interface RelationshipPattern extends NodePattern {
  readonly kind: 'relationship';
  readonly direction: Direction;
  /** -[*1..3]- or -[]-{1,3} */
  readonly range?: Repetition;
}

/** ((a)-[r]->(b) WHERE …){1,3}; without a quantifier once. */
export interface GroupPattern extends Repetition {
  readonly kind: 'group';
  readonly path: PathPattern;
  readonly where?: Expression;
}

export type LinkPattern = RelationshipPattern | GroupPattern;

export interface PathPattern {
  readonly variable?: string;
  readonly nodes: readonly NodePattern[];
  /** links[i] leads from nodes[i] to nodes[i + 1]. */
  readonly links: readonly LinkPattern[];
  /** Of a pattern in brackets: it holds for every path before any is selected. */
  readonly where?: Expression;
  /** Over one relationship that repeats: a search. */
  readonly shortest?: ShortestMode;
  /** Over any other pattern: a choice among all its paths. */
  readonly selection?: PathChoice;
}

/** For each pair of end nodes the so many shortest paths, or all paths of the so many smallest lengths. */
export interface PathChoice {
  readonly count: number;
  readonly groups: boolean;
}

export interface ShortestMode extends PathChoice {
  /**
   * shortestPath() looks for the shortest path that passes the WHERE of its MATCH; a selector (ANY SHORTEST) takes the shortest
   * first and filters then.
   */
  readonly selector: boolean;
}

export interface ProjectionItem {
  readonly expression: Expression;
  readonly name: string;
  readonly aliased: boolean;
}

export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
}

export interface Projection {
  readonly distinct: boolean;
  readonly star: boolean;
  readonly items: readonly ProjectionItem[];
  readonly order: readonly SortKey[];
  readonly skip?: Expression;
  readonly limit?: Expression;
  /** Of a WITH. */
  readonly where?: Expression;
}

export interface MatchClause {
  readonly kind: 'match';
  readonly optional: boolean;
  readonly patterns: readonly PathPattern[];
  readonly where?: Expression;
}
export interface ProjectionClause {
  readonly kind: 'with' | 'return';
  readonly projection: Projection;
}
export interface UnwindClause {
  readonly kind: 'unwind';
  readonly list: Expression;
  readonly variable: string;
}
export interface SubqueryClause {
  readonly kind: 'subquery';
  readonly optional: boolean;
  /** CALL (a, b) { … }; 'all' for CALL (*), 'with' where a leading WITH imports. */
  readonly imports: readonly string[] | 'all' | 'with';
  readonly query: Query;
}
export interface ProcedureClause {
  readonly kind: 'procedure';
  readonly name: string;
  readonly optional: boolean;
  /** Absent for CALL name without brackets: the arguments are parameters of the same names. */
  readonly args?: readonly Expression[];
  readonly yields?: readonly { readonly column: string; readonly variable: string }[] | 'all';
  readonly where?: Expression;
  readonly standalone: boolean;
}
export interface FinishClause {
  readonly kind: 'finish';
}

export type Clause = MatchClause | ProjectionClause | UnwindClause | SubqueryClause | ProcedureClause | FinishClause;

/** Single queries joined by UNION; unionAll[i] says how parts[i + 1] is joined. */
export interface Query {
  readonly parts: readonly (readonly Clause[])[];
  readonly unionAll: readonly boolean[];
}
