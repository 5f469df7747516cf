// How alike two names are, by the rules of the gold's scorer: what counts as one name decides every figure.

const WORD_END = '(?![\\p{L}\\p{N}_])';
const POSSESSIVE = new RegExp(`[’']s${WORD_END}`, 'gu');
const INITIALS = new RegExp(`(?<![\\p{L}\\p{N}_])([a-z])\\.(?=[a-z]${WORD_END})`, 'gu');

const TITLES = new Set(
  'mr mrs ms dr prof sir dame lord lady he his her excellency the hon honourable honorable general gen lieutenant lt lieut colonel col major maj senior sen sr vice deputy acting former ex president prime minister foreign secretary governor premier ambassador king queen prince princess sheikh chancellor senator director madam comrade'.split(
    ' ',
  ),
);
const STOP_WORDS = new Set(
  'the a an of on in for and to at by with from its their his her as this that into within between'.split(' '),
);
const ENDINGS = [
  ['ies', 'y'],
  ['ing', ''],
  ['ation', 'at'],
  ['isation', 'iz'],
  ['ised', 'iz'],
  ['ed', ''],
  ['s', ''],
] as const;

/** Lower case, no diacritics, no possessive, no punctuation, no article in front. */
export function normalise(name: string): string {
  return name
    .replace(/[đĐ]/gu, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ς/gu, 'σ')
    .replace(POSSESSIVE, '')
    .replace(INITIALS, '$1')
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /u, '');
}

function stem(word: string): string {
  for (const [ending, instead] of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 4)
      return word.slice(0, word.length - ending.length) + instead;
  }
  return word;
}

function wordsOf(name: string): string[] {
  return normalise(name)
    .split(' ')
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map(stem);
}

/** The name without the titles in front of it. */
export function bareName(name: string): string {
  const words = normalise(name).split(' ');
  while (words.length > 1 && TITLES.has(words[0]!)) words.shift();
  return words.join(' ');
}

/** Harmonic mean of the shares of words that two names have in common. */
export function wordOverlap(one: string, other: string): number {
  const words = wordsOf(one);
  const others = wordsOf(other);
  if (words.length === 0 || others.length === 0) return 0;
  const left = [...others];
  let hits = 0;
  for (const word of words) {
    const place = left.indexOf(word);
    if (place < 0) continue;
    left.splice(place, 1);
    hits++;
  }
  return (2 * hits) / (words.length + others.length);
}
