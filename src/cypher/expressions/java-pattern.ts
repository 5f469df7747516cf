// Regular expressions as Java writes them, which is what Neo4j takes, in the words of RE2.
import { argumentError } from '../errors.ts';

/** \p{…} by Java's name; inside a class as it is, outside of one in brackets. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ...['Lower', 'Upper', 'Alpha', 'Digit', 'Alnum', 'Punct', 'Graph', 'Print', 'Blank', 'Cntrl', 'XDigit', 'Space'].map(
    (name) => [name, `[:${name.toLowerCase()}:]`] as const,
  ),
  ['ASCII', '[:ascii:]'],
  ['IsAlphabetic', '\\p{L}'],
  ['IsLetter', '\\p{L}'],
  ['IsDigit', '\\p{Nd}'],
  ['IsUppercase', '\\p{Lu}'],
  ['IsLowercase', '\\p{Ll}'],
  ['IsPunctuation', '\\p{P}'],
  ['javaLowerCase', '\\p{Ll}'],
  ['javaUpperCase', '\\p{Lu}'],
]);
/** One piece of a pattern: a quotation, an escape with its name, or a single character. */
const PIECE = /\\Q[^]*?(?:\\E|$)|\\[pP]\{\^?(\w+)\}|\\[^]|[^]/gu;

/** @throws CypherError for what RE2 would understand as something else */
export function fromJava(pattern: string): string {
  const ignoresCase = /\(\?[a-z]*i/.test(pattern) && !/\(\?[a-z]*u/.test(pattern);
  let inClass = false;
  let before = '';
  // RE2 knows no other letters than those of Unicode: (?u) is what it does anyway
  const known = pattern.replace(/(?<=\(\?[a-z]*)u(?=[a-z]*[):])/g, '').replace('(?)', '');
  const pieces = Array.from(known.matchAll(PIECE), ([piece, name]) => {
    const isFirst = before === '[' || before === '[^';
    before = before === '[' && piece === '^' ? '[^' : piece;
    if (name !== undefined) return namedClass(piece, name, inClass);
    if (!inClass) {
      if (piece === '[') inClass = true;
      // without (?u), (?i) is about ASCII letters only
      return ignoresCase && /^\p{L}$/u.test(piece) && piece > '\u007f' ? `(?-i:${piece})` : piece;
    }
    if (piece === '[')
      throw argumentError('A character class inside another is not supported in a regular expression.');
    if (piece === ']' && !isFirst) inClass = false;
    return piece;
  });
  if (/(?<!\\)\[[^\]]*&&/.test(pattern)) {
    throw argumentError('An intersection of character classes (&&) is not supported in a regular expression.');
  }
  return pieces.join('');
}

function namedClass(piece: string, name: string, inClass: boolean): string {
  const known = CLASSES.get(name) ?? (name.startsWith('Is') ? `\\p{${name.slice(2)}}` : undefined);
  if (known === undefined) return piece;
  const isNegated = piece.startsWith('\\P');
  if (known.startsWith('\\')) return isNegated ? known.replace('\\p', '\\P') : known;
  const written = isNegated ? known.replace('[:', '[:^') : known;
  return inClass ? written : `[${written}]`;
}
