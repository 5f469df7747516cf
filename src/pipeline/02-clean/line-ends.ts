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

/** No word of a line's end is looked at further back than this. */
const LONGEST_WORD = 40;

export function joinBrokenWords(pieces: readonly MappedText[], words: WordRanks): MappedText {
  const joined: MappedText[] = [];
  const mended = new Set<number>();
  for (const piece of pieces) {
    const last = joined.at(-1);
    const left = /(\p{L}+)[-\u00ad‐]$/u.exec(last?.text.slice(-LONGEST_WORD) ?? '')?.[1];
    const right = /^\p{L}+/u.exec(piece.text)?.[0];
    if (last !== undefined && left !== undefined && right !== undefined) {
      const cut = keepsHyphen(left, right, words) ? 0 : 1;
      joined[joined.length - 1] = sliceMapped(last, 0, last.text.length - cut);
      mended.add(joined.length);
    }
    joined.push(piece);
  }
  return joinPieces(joined, (index) => (mended.has(index) ? '' : ' '));
}
