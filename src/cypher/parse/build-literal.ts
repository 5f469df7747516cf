// Literals: strings with their escapes, numbers in every notation.
import { CypherError, syntaxError } from '../errors.ts';
import * as Tree from '../generated/CypherQueryParser.ts';
import { float, integer } from '../values/number.ts';
import type { Value } from '../values/value.ts';
import type { Expression } from './ast.ts';
import type { Build } from './build.ts';
import { positionOf } from './read-tree.ts';

export function buildLiteral(tree: Tree.LiteralContext, build: Build): Expression {
  if (tree instanceof Tree.OtherLiteralContext) return build.map(tree.map());
  if (tree instanceof Tree.StringsLiteralContext) return { kind: 'literal', value: unescapeString(tree.getText()) };
  if (tree instanceof Tree.NumericLiteralContext) return { kind: 'literal', value: readNumber(tree.numberLiteral()) };
  return { kind: 'literal', value: KEYWORDS.get(tree.getText().toUpperCase())! };
}

const KEYWORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['TRUE', true],
  ['FALSE', false],
  ['NULL', null],
  ['NAN', NaN],
  ['INF', Infinity],
  ['INFINITY', Infinity],
]);

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);

export function unescapeString(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_all, code: string | undefined, sign: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      if (sign === 'u') throw syntaxError('InvalidUnicodeLiteral', 'A \\u escape needs four hexadecimal digits.');
      return ESCAPES.get(sign!) ?? sign!;
    });
}

export function readNumber(tree: Tree.NumberLiteralContext): Value {
  const text = tree.getText().replaceAll('_', '');
  return tree.DECIMAL_DOUBLE() ? readFloat(text, tree) : readInteger(text, tree);
}

function readFloat(text: string, tree: Tree.NumberLiteralContext): Value {
  const value = Number(text.replace(/[fd]$/i, ''));
  if (Number.isFinite(value)) return float(value);
  const detail = Number.isNaN(value) ? 'InvalidNumberLiteral' : 'FloatingPointOverflow';
  throw syntaxError(detail, `The number ${text} is not one that fits a float.`, positionOf(tree));
}

function readInteger(text: string, tree: Tree.NumberLiteralContext): Value {
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const size = /^(?:\d+|0x[0-9a-f]+|0o[0-7]+)$/i.test(digits) ? BigInt(digits) : undefined;
  if (size === undefined) {
    throw syntaxError('InvalidNumberLiteral', `${text} is not a number.`, positionOf(tree));
  }
  try {
    return integer(negative ? -size : size);
  } catch (cause) {
    const options = { detail: 'IntegerOverflow', position: positionOf(tree), cause };
    throw new CypherError('SyntaxError', `The integer ${text} is too large.`, options);
  }
}
