// What is refused before any parsing, because of the text alone.
import { CypherError, syntaxError } from '../errors.ts';

/** Two thousand words; nobody writes a longer query by hand, and parsing time grows with the length. */
export const MAX_QUERY_CHARACTERS = 10_000;
/** Deep enough for any query; past about 1,500 the parser's stack overflows. */
export const MAX_NESTING = 100;

// Neo4j decodes \u escapes before it reads tokens: a quote or a comment could hide in one.
const UNICODE_ESCAPE = /\\u/;
// Line feed, carriage return and tab are text; every other control or invisible line separator could hide something.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
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
  if (nesting(text) <= MAX_NESTING) return;
  throw syntaxError('NestingTooDeep', `The query nests brackets deeper than ${MAX_NESTING} levels; simplify it.`);
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text.replace(QUOTED, '')) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(character)) depth--;
  }
  return deepest;
}
