// What is refused before any parsing, because of the text alone.
import { CypherError, syntaxError } from '../errors.ts';

/** Two thousand words; nobody writes a longer query by hand, and parsing time grows with the length. */
export const MAX_QUERY_CHARACTERS = 10_000;
/** Deep enough for any query; the parser looks ahead through all levels, and 100 can take it minutes. */
export const MAX_NESTING = 50;
/** The parser's time grows with the cube of this: 20 take 0.2 s at worst, 500 take hours. */
export const MAX_NESTED_CASES = 20;

/** Words and signs; a query of this length is parsed in a tenth of a second. Commas do not count: long lists are parsed fast. */
export const MAX_TOKENS = 2_500;
/** Relationships in all patterns together: the parser and the planner look at pairs of them. */
export const MAX_HOPS = 100;

// Neo4j decodes \u escapes before it reads tokens: a quote or a comment could hide in one.
const UNICODE_ESCAPE = /\\u/;
// Line feed, carriage return and tab are text; every other control or invisible line separator could hide something.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Not as the name of a property or label. */
const CASE_OR_END = /(?<![.:\w$])(?:case|end)\b/gi;
/** Strings, quoted names and comments, whose brackets do not nest. */
const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/[^\r\n]*|\/\*[^]*?\*\//gs;

/** @throws CypherError */
export function checkText(text: string): void {
  if (text.length > MAX_QUERY_CHARACTERS) {
    throw new CypherError('ArgumentError', `The query is longer than ${MAX_QUERY_CHARACTERS} characters; shorten it.`);
  }
  if (UNICODE_ESCAPE.test(text)) {
    throw syntaxError('InvalidUnicodeLiteral', 'Write the character itself instead of a \\u escape.');
  }
  if (CONTROL_CHARACTER.test(text)) {
    throw syntaxError('InvalidUnicodeCharacter', 'Remove the control characters from the query.');
  }
  if (LONE_SURROGATE.test(text)) {
    throw syntaxError('InvalidUnicodeCharacter', 'Remove the half of a surrogate pair from the query.');
  }
  checkNesting(text);
}

/** @throws CypherError */
export function checkNesting(text: string): void {
  const bare = text.replace(QUOTED, ' x ');
  if (count(bare, TOKEN) > MAX_TOKENS) {
    throw syntaxError(
      'TooLong',
      `The query has more than ${MAX_TOKENS} words and signs; send long lists as a parameter.`,
    );
  }
  if (count(bare, HOP) > MAX_HOPS) {
    throw syntaxError('TooLong', `The query has more than ${MAX_HOPS} relationship patterns; split it.`);
  }
  if (depth(bare.match(/[([{]|[)\]}]/g), (token) => '([{'.includes(token)) > MAX_NESTING) {
    throw syntaxError('NestingTooDeep', `The query nests brackets deeper than ${MAX_NESTING} levels; simplify it.`);
  }
  if (depth(bare.match(CASE_OR_END), (token) => token.toUpperCase() === 'CASE') > MAX_NESTED_CASES) {
    throw syntaxError('NestingTooDeep', `The query nests CASE deeper than ${MAX_NESTED_CASES} levels; simplify it.`);
  }
}

const TOKEN = /[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$,]/gu;
const HOP = /-\s*-|\]\s*-/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function depth(tokens: readonly string[] | null, opens: (token: string) => boolean): number {
  let open = 0;
  let deepest = 0;
  for (const token of tokens ?? []) {
    open = opens(token) ? open + 1 : Math.max(0, open - 1);
    deepest = Math.max(deepest, open);
  }
  return deepest;
}
