// Folding of names for matching: what is compared is folded, what is shown never is.

/** Letters that Unicode decomposition leaves alone but readers take for their plain twin. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/** Lower case, no diacritics, punctuation as single spaces: `Đặng Văn-Lâm` and `dang van lam` fold alike. */
export function foldName(name: string): string {
  return plainLetters(name)
    .replace(/['’‘`]s\b/gu, '')
    .replace(/['’‘`.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function plainLetters(name: string): string {
  // eslint-disable-next-line no-control-regex -- plain ASCII has nothing to take apart
  if (/^[\x00-\x7f]*$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đðłøßæœþħıŋ]/gu, (letter) => PLAIN[letter] ?? letter);
}
