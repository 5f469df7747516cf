// The one error of this library: a Neo4j status code, a sentence, and the place in the query where there is one.

/** The kinds of failure, each with the code that Neo4j answers for it. */
export const CYPHER_CODES = {
  SyntaxError: 'Neo.ClientError.Statement.SyntaxError',
  TypeError: 'Neo.ClientError.Statement.TypeError',
  ArgumentError: 'Neo.ClientError.Statement.ArgumentError',
  ArithmeticError: 'Neo.ClientError.Statement.ArithmeticError',
  ParameterMissing: 'Neo.ClientError.Statement.ParameterMissing',
  AccessMode: 'Neo.ClientError.Statement.AccessMode',
  NotSupported: 'Neo.ClientError.Statement.FeatureNotSupported',
  ProcedureNotFound: 'Neo.ClientError.Procedure.ProcedureNotFound',
  ProcedureCallFailed: 'Neo.ClientError.Procedure.ProcedureCallFailed',
} as const;

export type CypherErrorKind = keyof typeof CYPHER_CODES;

export interface SourcePosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export interface CypherErrorOptions {
  /** The TCK's name of the mistake (`UndefinedVariable`), where there is one. */
  readonly detail?: string;
  readonly position?: SourcePosition;
  /** What could have stood at the position instead. */
  readonly expected?: readonly string[];
  readonly cause?: unknown;
}

export class CypherError extends Error {
  override readonly name = 'CypherError';
  readonly kind: CypherErrorKind;
  readonly code: string;
  readonly detail: string | undefined;
  readonly position: SourcePosition | undefined;
  readonly expected: readonly string[];

  constructor(kind: CypherErrorKind, message: string, options: CypherErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = CYPHER_CODES[kind];
    this.detail = options.detail;
    this.position = options.position;
    this.expected = options.expected ?? [];
  }
}

export const syntaxError = (detail: string, message: string, position?: SourcePosition): CypherError =>
  new CypherError('SyntaxError', message, position ? { detail, position } : { detail });
export const typeError = (message: string): CypherError => new CypherError('TypeError', message);
export const argumentError = (message: string): CypherError => new CypherError('ArgumentError', message);
export const arithmeticError = (message: string): CypherError => new CypherError('ArithmeticError', message);
/** For what the language has and this interpreter has not: refused by name, never answered wrongly. */
export const notSupported = (what: string, hint = 'Use the Neo4j store for this query.'): CypherError =>
  new CypherError('NotSupported', `${what} is not supported on the embedded store. ${hint}`);
