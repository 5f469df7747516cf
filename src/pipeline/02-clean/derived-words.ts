// Words that no list holds but every reader knows: a known stem with a living prefix or suffix.
import type { WordRanks } from './knowledge.ts';

const PREFIXES =
  'anti auto bio co counter cyber de dis eco electro extra fore geo hydro hyper inter intra macro mega meta micro mid mini mis multi nano narco neo non out over para petro photo poly post pre pro pseudo psycho quasi re semi socio sub super techno tele trans ultra un under video'.split(
    ' ',
  );
const SUFFIXES: readonly (readonly [string, readonly string[]])[] = [
  ['s', ['']],
  ['es', ['']],
  ['ies', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['ers', ['', 'e']],
  ['ly', ['', 'le']],
  ['ness', ['']],
  ['nesses', ['']],
  ['less', ['']],
  ['ful', ['']],
  ['ship', ['']],
  ['ships', ['']],
  ['able', ['', 'e']],
  ['ability', ['', 'e', 'able']],
  ['isation', ['', 'e', 'ization', 'ize']],
  ['isations', ['', 'e', 'ization', 'ize']],
  ['ise', ['', 'ize', 'e']],
  ['ised', ['', 'ized', 'e']],
  ['ising', ['', 'izing', 'e']],
  ['ises', ['', 'izes']],
  ['ist', ['', 'y']],
  ['ists', ['', 'y']],
  ['ism', ['']],
  ['ity', ['', 'e']],
  ['man', ['']],
  ['wide', ['']],
  ['most', ['']],
  ['age', ['', 'e']],
  ['like', ['']],
  ['our', ['or']],
  ['ours', ['ors']],
  ['oured', ['ored']],
  ['ouring', ['oring']],
  ['tre', ['ter']],
  ['tres', ['ters']],
  ['lled', ['led', 'l']],
  ['lling', ['ling', 'l']],
];
/** Stems shorter than this turn glue into words: `of` + `ten`. */
const LEAST_STEM = 4;
const STEM_RANK = 60_000;

function isStem(stem: string, words: WordRanks): boolean {
  return stem.length >= LEAST_STEM && (words.rank(stem) ?? Infinity) <= STEM_RANK;
}

function hasSuffix(word: string, words: WordRanks): boolean {
  return SUFFIXES.some(
    ([suffix, endings]) =>
      word.endsWith(suffix) &&
      endings.some((ending) => isStem(word.slice(0, word.length - suffix.length) + ending, words)),
  );
}

/** `Interregional`, `Subregional`: a living prefix before a known word. */
export const hasPrefix = (word: string, words: WordRanks): boolean =>
  PREFIXES.some((prefix) => word.startsWith(prefix) && isStem(word.slice(prefix.length), words));

export function isDerivedWord(word: string, words: WordRanks): boolean {
  if (hasSuffix(word, words)) return true;
  return PREFIXES.some((prefix) => {
    if (!word.startsWith(prefix)) return false;
    const stem = word.slice(prefix.length);
    return stem.length > LEAST_STEM && (isStem(stem, words) || hasSuffix(stem, words));
  });
}
