// Personal names: given and family names with particles, initials and suffixes, after ranks and honorifics.
import { familyFirstTradition, isAllCapital, opensPersonalName } from './phrases.ts';
import { type Scan, blockOf, isInBlock, textOf } from './scan.ts';
import type { Gender } from './vocabulary.ts';
import { type Word, isPossessive } from './words.ts';

export interface NameMatch {
  readonly from: number;
  readonly to: number;
  readonly outerFrom: number;
  readonly gender?: Gender;
  readonly rank?: string;
  readonly honorific?: string;
  /** More than one person bears it: `Messrs.` or a plural post before it. */
  readonly tradition?: string;
}

const LONGEST_NAME = 6;

function isInitial(word: Word): boolean {
  return /^(?:\p{Lu}\.)+$|^\p{Lu}$/u.test(word.text);
}

/** `al`, `bin`, `van der`: small words that a capitalised word must follow. */
function particlesEnd(scan: Scan, index: number): number {
  const { words, vocabulary } = scan;
  let end = index;
  while (end < index + 3 && isInBlock(scan, end, index) && vocabulary.particles.has(words[end]!.folded)) {
    // `as-Sadr` is a name, `Lee as Minister` and `Lee at Davos` are not.
    if (/^(?:as|at|an|ad|ten|i|e)$/.test(words[end]!.folded) && words[end + 1]?.text !== '-') return -1;
    end++;
    if (words[end]?.text === '-' && words[end]!.isGlued) end++;
  }
  return end > index && isInBlock(scan, end, index) && words[end]!.isCapital ? end : -1;
}

function isNameWord(scan: Scan, index: number, isFirst: boolean): boolean {
  const { words, vocabulary } = scan;
  const word = words[index]!;
  if (!word.isCapital || /\d/.test(word.text)) return false;
  if (isFirst && familyFirstTradition(scan, index) !== undefined) return scan.hitOver[index] === undefined;
  // `To` ends Tran Quoc To.
  const isGiven =
    !isFirst &&
    index > 0 &&
    (familyFirstTradition(scan, index - 1) === 'vietnamese' ||
      (vocabulary.familyNames.get('vietnamese')?.has(word.folded) === true &&
        familyFirstTradition(scan, index - 2) === 'vietnamese'));
  // `Pham Van An`: after a middle name any syllable is a name.
  const isAfterMiddle =
    index > 1 &&
    /^(?:van|thi)$/.test(words[index - 1]!.folded) &&
    familyFirstTradition(scan, index - 2) === 'vietnamese';
  if (!isFirst && isAfterMiddle && vocabulary.notNames.has(word.folded)) return true;
  // `Al Said`, `bin Said`.
  const isLinked = !isFirst && /^(?:al|el|bin|ibn|abu)$/.test(words[index - 1]!.folded);
  if (isLinked && vocabulary.notNames.has(word.folded)) return true;
  if (vocabulary.notNames.has(word.folded) && !isGiven && !isSurnameLike(scan, index, isFirst)) return false;
  const hit = scan.hitAt[index];
  if (hit === undefined) return scan.hitOver[index] === undefined;
  if (hit.to > index + 1) return false;
  const sort = hit.entry.class;
  if (sort === 'city' || sort === 'region') return true;
  if (sort === 'country') return vocabulary.givenNames.has(word.folded) || (!isFirst && !word.isAllCaps);
  // `Pham Thai Lan`: a nationality elsewhere, a syllable here.
  return sort === 'adjective' && !isFirst && (isGiven || isEndOfName(words[index + 1]));
}

/** `May` in `Theresa May`, `Will` in `Will Smith`: a common word made safe by a given name beside it. */
function isSurnameLike(scan: Scan, index: number, isFirst: boolean): boolean {
  const { words, vocabulary } = scan;
  if (
    /^(?:the|a|an|of|and|in|on|at|for|to|with|by|from|he|she|they|it|mon|tues|wednes|thurs|fri|satur|sun)/.test(
      words[index]!.folded,
    )
  )
    return false;
  const beside = isFirst ? words[index + 1] : words[index - 1];
  if (isFirst)
    return vocabulary.givenNames.has(words[index]!.folded) && beside?.isCapital === true && !words[index]!.opens;
  return vocabulary.givenNames.has(beside!.folded);
}

const isEndOfName = (word: Word | undefined): boolean => word === undefined || !word.isCapital;

function stopsName(scan: Scan, index: number, parts: number): boolean {
  const { words, vocabulary } = scan;
  // `Hassan Sheikh Mohamud`: a style that is also a name, when a name has begun.
  if (parts > 0 && vocabulary.innerStyles.has(words[index]!.folded)) return false;
  for (const trie of [vocabulary.posts, vocabulary.ranks, vocabulary.honorifics]) {
    const match = trie.longest(words, index);
    const next = match === undefined ? undefined : words[match.to];
    // `Sultan bin Ahmed`: a name, whatever else the word may be.
    if (next?.isWord === true && isAllCapital(words, index, match!.to) && !/^(?:bin|ibn)$/.test(next.folded))
      return true;
  }
  for (const trie of [vocabulary.bodyHeads, vocabulary.eventHeads, vocabulary.instrumentHeads]) {
    const head = trie.longest(words, index)?.value;
    // `Sadio Camara`: the Câmara of a parliament opens its name.
    if (head === undefined || (parts > 0 && head.marks.has('lead'))) continue;
    if (!vocabulary.givenNames.has(words[index]!.folded)) return true;
  }
  return scan.bodyAt.has(index) && scan.hitAt[index]?.entry.class !== 'city';
}

/** Past a nickname in quotes, `Francis “Chiz” Escudero`, or the apostrophe of `Shia' al-Sudani`; else `index`. */
function insideName(scan: Scan, index: number): number {
  const { words, vocabulary } = scan;
  const mark = words[index]!.text;
  if (/^['’‘]$/.test(mark) && words[index]!.isGlued && !/s$/.test(words[index - 1]!.folded))
    return vocabulary.particles.has(words[index + 1]?.folded.replace(/-.*/, '') ?? '') ? index + 1 : index;
  if (!/^["“”'‘]$/.test(mark) || words[index]!.isGlued) return index;
  for (let close = index + 2; close <= index + 4 && isInBlock(scan, close, index); close++) {
    if (!/^["”'’]$/.test(words[close]!.text) || !words[close]!.isGlued) continue;
    const goesOn =
      isInBlock(scan, close + 1, index) && (particlesEnd(scan, close + 1) > 0 || isNameWord(scan, close + 1, false));
    return goesOn && words.slice(index + 1, close).every(({ isCapital }) => isCapital) ? close + 1 : index;
  }
  return index;
}

/** `MP`, `KC`, `OBE` after a name: letters for an honour or a seat, no part of the name. */
const isPostNominal = (scan: Scan, index: number): boolean =>
  scan.words[index]!.isAllCaps && scan.vocabulary.postNominals.has(scan.words[index]!.folded);

/** End of the letters after a name, `Navin Ramgoolam, GCSK, FRCP`; `to` where there are none. */
export function postNominalsEnd(scan: Scan, to: number): number {
  const { words } = scan;
  let end = to;
  while (isInBlock(scan, end, to - 1)) {
    const at = words[end]!.text === ',' ? end + 1 : end;
    if (words[end]!.text === '(' && words[end + 2]?.text === ')' && isLetters(scan, end + 1)) {
      end += 3;
      continue;
    }
    const isUnknown = at > end && words[at]?.isAllCaps === true && /^(?:,|\()$/.test(words[at + 1]?.text ?? '');
    if (!isInBlock(scan, at, to - 1)) break;
    if (!isPostNominal(scan, at) && !(isUnknown && isLetters(scan, at))) break;
    // `Lee, NDC’s Director`
    if (isPossessive(words[at + 1])) break;
    end = at + 1;
  }
  return end;
}

const isLetters = (scan: Scan, index: number): boolean =>
  /^\p{Lu}{3,6}$/u.test(scan.words[index]!.text) &&
  scan.hitOver[index] === undefined &&
  !scan.isCommonWord(scan.words[index]!.folded);

/** End of the bare name that starts at `from`; `from` where none does. */
export function bareNameEnd(scan: Scan, from: number): number {
  const { words, vocabulary } = scan;
  const first = words[from];
  if (first === undefined || !first.isWord) return from;
  let index = from;
  let end = from;
  let parts = 0;
  while (parts < LONGEST_NAME && isInBlock(scan, index, from)) {
    const word = words[index]!;
    const particles =
      vocabulary.particles.has(word.folded) && !(word.isCapital && parts > 0) ? particlesEnd(scan, index) : -1;
    if (
      particles > 0 &&
      (parts > 0 || !word.isCapital || particles - index > 0) &&
      isNameWord(scan, particles, false)
    ) {
      index = end = particles + 1;
      parts++;
      continue;
    }
    const passed = parts > 0 ? insideName(scan, index) : index;
    if (passed > index) {
      index = passed;
      continue;
    }
    if (parts > 0 && (isPossessive(word) || isPostNominal(scan, index))) break;
    if (isInitial(word) && word.isCapital) {
      index++;
      if (parts > 0 && /^\p{Lu}$/u.test(word.text)) end = index;
      parts++;
      continue;
    }
    if (!isNameWord(scan, index, parts === 0)) break;
    if (stopsName(scan, index, parts) && (parts > 0 || !opensPersonalName(scan, index))) break;
    index = end = index + 1;
    parts++;
  }
  return end === from ? from : suffixEnd(scan, end);
}

function suffixEnd(scan: Scan, end: number): number {
  const { words, vocabulary } = scan;
  const at = words[end]?.text === ',' ? end + 1 : end;
  const suffix = words[at];
  if (suffix === undefined || !isInBlock(scan, at, end - 1) || !suffix.isCapital) return end;
  return vocabulary.suffixes.has(suffix.folded) && (at === end || /^[js]r/.test(suffix.folded)) ? at + 1 : end;
}

/** `H. E. Ann Lee`: with a space the letters look like initials; `HE Ann Lee` must not be read as a pronoun. */
function spacedExcellency(scan: Scan, index: number): { readonly to: number; readonly value?: Gender } | undefined {
  const [first, second] = [scan.words[index], scan.words[index + 1]];
  if (first?.text === 'HE' && second?.isCapital === true && !second.isAllCaps && isInBlock(scan, index + 1, index))
    return { to: index + 1 };
  return first?.text === 'H.' && second?.text === 'E.' && isInBlock(scan, index + 2, index)
    ? { to: index + 2 }
    : undefined;
}

/** `His Excellency, Mr. Roe`, `H.E., President Roe`: a comma inside the style. */
function opensTitled({ words, vocabulary }: Scan, index: number): boolean {
  if (words[index]?.text !== ',' || words[index + 1]?.isCapital !== true) return false;
  return vocabulary.honorifics.longest(words, index + 1) !== undefined;
}

/** `Baroness Scotland`, `Mr. England`: after such a style a country is a surname. */
function isCountrySurname(scan: Scan, index: number, honorific: string | undefined): boolean {
  const hit = scan.hitAt[index];
  const isStyle = honorific !== undefined && /^(?:Mr|Mrs|Ms|Miss|Baroness|Dame)\.?$/.test(honorific);
  return isStyle && hit?.entry.class === 'country' && hit.to === index + 1;
}

/** Ranks, honorifics and styles in any order, `General Dr.`, then the name they need. */
export function titledNameAt(scan: Scan, from: number): NameMatch | undefined {
  const { words, vocabulary } = scan;
  let index = from;
  let rank: string | undefined;
  let gender: Gender | undefined;
  const honorifics: string[] = [];
  while (index < from + 8 && isInBlock(scan, index, from)) {
    const title = vocabulary.ranks.longest(words, index);
    if (title !== undefined && isAllCapital(words, index, title.to)) {
      rank ??= title.value;
      index = title.to;
      if (words[index]?.text === '(' && words[index + 2]?.text === ')') index += 3;
      continue;
    }
    const style = vocabulary.honorifics.longest(words, index) ?? spacedExcellency(scan, index);
    // `the Honourable Ann Lee`: the article belongs to the style.
    if (style === undefined || !words[style.to - 1]!.isCapital) break;
    honorifics.push(textOf(scan, index, style.to));
    gender ??= style.value;
    index = style.to;
    if (/(?:excellency|h\.e\.?)$/.test(words[index - 1]!.folded) && opensTitled(scan, index)) index++;
  }
  if (!isInBlock(scan, index, from)) return undefined;
  const bare = bareNameEnd(scan, index);
  const to = bare === index && isCountrySurname(scan, index, honorifics.at(-1)) ? index + 1 : bare;
  if (to === index) return undefined;
  // `Madam President`: a title for a title.
  if (index > from && rank === undefined && vocabulary.posts.longest(words, index)?.to === to) return undefined;
  if (to === index + 1 && index === from && vocabulary.portfolios.has(words[index]!.folded)) return undefined;
  // `Sheikh Hasina` has no name without it, `Sheikh Tamim bin Hamad` has.
  if (to === index + 1 && index > from && /^sh(?:e|a)ikha?$/.test(words[index - 1]!.folded)) index--;
  // `High Commissioner Charles`: one word after a title is a surname, whatever else it may be.
  gender ??= to === index + 1 && from < index ? undefined : genderOf(scan, index);
  const tradition = familyFirstTradition(scan, index);
  return {
    from: index,
    to,
    outerFrom: from,
    ...(gender === undefined ? {} : { gender }),
    ...(rank === undefined ? {} : { rank }),
    ...(honorifics.length === 0 ? {} : { honorific: honorifics.join(' ') }),
    ...(tradition === undefined ? {} : { tradition }),
  };
}

function genderOf(scan: Scan, index: number): Gender | undefined {
  if (familyFirstTradition(scan, index) !== undefined) return undefined;
  const gender = scan.vocabulary.givenNames.get(scan.words[index]!.folded);
  return gender === 'n' ? undefined : gender;
}

/** Display form: no possessive or nickname, an all-capitals surname in ordinary case, white space folded. */
export function displayName(scan: Scan, from: number, to: number): string {
  const words = withoutNickname(scan.words.slice(from, to));
  const shouts = words.length > 1 && words.every((word) => word.isAllCaps);
  let name = '';
  for (const word of words) {
    const isShouted =
      word.isAllCaps &&
      (/^[\p{Lu}'’-]{3,}$/u.test(word.text) || (shouts && /[AEIOUY]/.test(word.text))) &&
      !scan.vocabulary.suffixes.has(word.folded);
    const text = isShouted || isShoutedBlock(scan, from) ? capitalised(word.text) : word.text;
    name += word.isGlued || name === '' || word.text === ',' ? text : ` ${text}`;
  }
  return name.replace(/,? (?=[JS]r\b)/, ' ');
}

function withoutNickname(words: readonly Word[]): readonly Word[] {
  const open = words.findIndex(({ text, isGlued }) => /^["“”'‘]$/.test(text) && !isGlued);
  const close = words.findIndex(({ text, isGlued }, at) => at > open && /^["”'’]$/.test(text) && isGlued);
  return open < 0 || close < 0 ? words : [...words.slice(0, open), ...words.slice(close + 1)];
}

const isShoutedBlock = (scan: Scan, index: number): boolean => {
  const block = blockOf(scan, index);
  return (
    block.isTitleCase && scan.words.slice(block.from, block.to).every((word) => word.text === word.text.toUpperCase())
  );
};

const capitalised = (text: string): string =>
  text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
