// Joins the lines of a paragraph: a space for a wrap, nothing for a word that a hyphen broke.
import type { WordRanks } from './knowledge.ts';
import { joinPieces, sliceMapped, type MappedText } from './mapped-text.ts';

/** `infor-` + `mation` is one word, `Trans-` + `Caucasian` keeps its hyphen. */
function keepsHyphen(left: string, right: string, words: WordRanks): boolean {
  if (/^\p{Lu}/u.test(right) || /\d$/u.test(left)) return true;
  const whole = words.rank((left + right).toLowerCase());
  if (whole !== undefined) return false;
  const leftRank = words.rank(left.toLowerCase()) ?? Infinity;
  const rightRank = words.rank(right.toLowerCase()) ?? Infinity;
  return leftRank < 20_000 && rightRank < 20_000;
}

export function joinBrokenWords(pieces: readonly MappedText[], words: WordRanks): MappedText {
  const [first, ...rest] = pieces;
  if (first === undefined) return { text: '', from: [], to: [] };
  return rest.reduce((joined, piece) => {
    const left = /(\p{L}+)[-\u00ad‐]$/u.exec(joined.text)?.[1];
    const right = /^\p{L}+/u.exec(piece.text)?.[0];
    if (left === undefined || right === undefined) return joinPieces([joined, piece]);
    const cut = keepsHyphen(left, right, words) ? 0 : 1;
    return joinPieces([sliceMapped(joined, 0, joined.text.length - cut), piece], '');
  }, first);
}
