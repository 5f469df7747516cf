// From text to the official grammar's parse tree, or a syntax error with its place and what was expected there.
import {
  BailErrorStrategy,
  BaseErrorListener,
  CharStream,
  CommonTokenStream,
  DefaultErrorStrategy,
  Parser,
  type ParserRuleContext,
  PredictionMode,
  type Token,
} from 'antlr4ng';
import { CypherError, type SourcePosition } from '../errors.ts';
import { CypherQueryLexer } from '../generated/CypherQueryLexer.ts';
import { CypherQueryParser, type QueryTextContext } from '../generated/CypherQueryParser.ts';
import { expectedAfter } from './expected.ts';

/** @throws CypherError SyntaxError */
export function readTree(text: string): QueryTextContext {
  const errors = new FirstError(text);
  const lexer = new CypherQueryLexer(CharStream.fromString(text));
  lexer.removeErrorListeners();
  lexer.addErrorListener(errors);
  const tokens = new CommonTokenStream(lexer);
  const parser = new CypherQueryParser(tokens);
  parser.removeErrorListeners();
  const tree = parseFast(parser) ?? parseFully(parser, tokens, errors);
  if (errors.found) throw errors.found;
  return tree;
}

/** The fast prediction mode is right for what it accepts; only what it refuses is parsed again by the complete one. */
function parseFast(parser: CypherQueryParser): QueryTextContext | undefined {
  parser.interpreter.predictionMode = PredictionMode.SLL;
  parser.errorHandler = new BailErrorStrategy();
  try {
    return parser.queryText();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(error);
    return undefined;
  }
}

function parseFully(parser: CypherQueryParser, tokens: CommonTokenStream, errors: FirstError): QueryTextContext {
  tokens.seek(0);
  parser.reset();
  parser.addErrorListener(errors);
  parser.errorHandler = new DefaultErrorStrategy();
  parser.interpreter.predictionMode = PredictionMode.LL;
  try {
    return parser.queryText();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(error);
    throw error;
  }
}

export const tooDeep = (cause: unknown): CypherError =>
  new CypherError('SyntaxError', 'The query nests too deeply; simplify it.', { detail: 'NestingTooDeep', cause });

class FirstError extends BaseErrorListener {
  found: CypherError | undefined;
  private readonly lines: readonly string[];

  constructor(text: string) {
    super();
    this.lines = text.split(/\r\n|\r|\n/);
  }

  override syntaxError(recognizer: unknown, token: Token | null, line: number, column: number, message: string): void {
    if (this.found) return;
    const position = this.position(line, column);
    const place = `line ${position.line}, column ${position.column}`;
    if (token === null || !(recognizer instanceof Parser)) {
      this.found = new CypherError('SyntaxError', `This is not Cypher: ${message} (${place}).`, { position });
      return;
    }
    const expected = expectedAfter(recognizer, visibleBefore(recognizer, token));
    const seen = token.type === CypherQueryParser.EOF ? 'the end of the query' : `'${token.text ?? ''}'`;
    const wanted = expected.length === 0 ? '' : `: expected ${listed(expected)}`;
    const options = { detail: 'UnexpectedSyntax', position, expected };
    this.found = new CypherError('SyntaxError', `Invalid input ${seen}${wanted} (${place}).`, options);
  }

  /** The lexer counts code points; editors count UTF-16 code units. */
  private position(line: number, column: number): SourcePosition {
    const before = Array.from(this.lines[line - 1] ?? '')
      .slice(0, column)
      .join('');
    return { line, column: before.length + 1 };
  }
}

function visibleBefore(parser: Parser, token: Token): readonly Token[] {
  const stream = parser.tokenStream as CommonTokenStream;
  return stream.getTokens(0, token.tokenIndex).filter((each) => each.channel === 0 && each !== token);
}

const SHOWN = 12;
function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN);
  if (names.length > SHOWN) return `${shown.join(', ')}, …`;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)!}`;
}

export function positionOf(context: ParserRuleContext): SourcePosition {
  const token = context.start;
  return { line: token?.line ?? 1, column: (token?.column ?? 0) + 1 };
}
