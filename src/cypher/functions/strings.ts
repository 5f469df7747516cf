// Functions over strings.
import { argumentError, typeError } from '../errors.ts';
import { BYTES_A_VALUE } from '../run/size.ts';
import { characterCount, characters, normalizingTurns } from '../values/text.ts';
import { isList, type Value } from '../values/value.ts';
import type { FunctionEntry } from './signature.ts';

/** Where every character is replaced. */
const TURNS_A_REPLACEMENT = 13;

/** A function from string to string. */
const text = (name: string, compute: (value: string) => string): FunctionEntry => ({
  signature: `${name}(input :: STRING) :: STRING`,
  source: 'openCypher 9',
  run: ([input]) => compute(input as string),
});

const counting = (name: string): FunctionEntry => ({
  signature: `${name}(input :: STRING) :: INTEGER`,
  source: 'Cypher manual 5',
  run: ([input]) => characterCount(input as string),
});

const trimming = (name: string, atStart: boolean, atEnd: boolean): FunctionEntry => ({
  signature: `${name}(input :: STRING, characters? :: STRING) :: STRING`,
  source: 'Cypher manual 5',
  run: ([input, characters]) => trim(input as string, characters as string | undefined, atStart, atEnd),
});

function trim(input: string, characters: string | undefined, atStart: boolean, atEnd: boolean): string {
  const isCut = characters === undefined ? isWhitespace : (character: string) => characters.includes(character);
  const all = Array.from(input);
  let from = 0;
  let to = all.length;
  while (atStart && from < to && isCut(all[from]!)) from++;
  while (atEnd && to > from && isCut(all[to - 1]!)) to--;
  return all.slice(from, to).join('');
}
const isWhitespace = (character: string): boolean => /\s/.test(character);

/** The length or place that a caller gives. */
function count(name: string, value: Value): number {
  if (Number(value) < 0) throw argumentError(`${name}() needs a length or start of 0 or more.`);
  return Number(value);
}

function split(input: string, delimiters: Value): readonly string[] {
  if (!isList(delimiters)) return splitBy(input, delimiters as string);
  return delimiters.reduce<readonly string[]>(
    (parts, delimiter) => {
      if (typeof delimiter !== 'string') throw typeError('split() takes strings as delimiters.');
      return parts.flatMap((part) => splitBy(part, delimiter));
    },
    [input],
  );
}
const splitBy = (input: string, delimiter: string): readonly string[] =>
  delimiter === '' ? Array.from(input) : input.split(delimiter);

export const STRING_FUNCTIONS: readonly FunctionEntry[] = [
  text('toLower', (value) => value.toLowerCase()),
  text('lower', (value) => value.toLowerCase()),
  text('toUpper', (value) => value.toUpperCase()),
  text('upper', (value) => value.toUpperCase()),
  counting('char_length'),
  counting('character_length'),
  trimming('trim', true, true),
  trimming('btrim', true, true),
  trimming('ltrim', true, false),
  trimming('rtrim', false, true),
  {
    signature: 'left(original :: STRING, length :: INTEGER) :: STRING',
    source: 'openCypher 9',
    run: ([original, length]) => characters(original as string, 0, count('left', length!)),
  },
  {
    signature: 'right(original :: STRING, length :: INTEGER) :: STRING',
    source: 'openCypher 9',
    run: ([original, length]) => {
      const value = original as string;
      return characters(value, Math.max(0, characterCount(value) - count('right', length!)));
    },
  },
  {
    signature: 'substring(original :: STRING, start :: INTEGER, length? :: INTEGER) :: STRING',
    source: 'openCypher 9',
    run: ([original, start, length]) => {
      const from = count('substring', start!);
      const to = length === undefined ? undefined : from + count('substring', length);
      return characters(original as string, from, to);
    },
  },
  {
    signature: 'replace(original :: STRING, search :: STRING, replacement :: STRING) :: STRING',
    source: 'openCypher 9',
    run: ([original, search, replacement], { budget }) => {
      const input = original as string;
      budget.allocate(2 * input.length * Math.max(1, (replacement as string).length));
      budget.claim(input.length * TURNS_A_REPLACEMENT);
      return input.replaceAll(search as string, () => replacement as string);
    },
  },
  {
    signature: 'split(original :: STRING, delimiter :: STRING | LIST) :: LIST',
    source: 'openCypher 9',
    run: ([original, delimiter], { budget }) => {
      budget.allocate(BYTES_A_VALUE * (original as string).length);
      return split(original as string, delimiter!);
    },
  },
  {
    signature: 'normalize(input :: STRING, form? :: STRING) :: STRING',
    source: 'Cypher manual 5',
    run: ([input, form = 'NFC'], { budget }) => {
      budget.claim(normalizingTurns(input as string));
      return (input as string).normalize(form as string);
    },
  },
];
